package mana.studio.plan;

import java.util.List;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// A table comes, goes or changes as a whole.
public sealed interface TableChange extends Change {
    /// The table as it stands after the change.
    Table table();

    /// @param table with the columns, defaults and constraints that stand in the statement: what needs something that
    ///              comes later is added by changes of its own
    record CreateTable(Table table) implements TableChange {}

    /// Rows, indexes, constraints, triggers and policies go with it, and the sequences its columns own.
    record DropTable(Table table) implements TableChange {}

    /// A table that cannot be altered into what it is to be, such as one that becomes partitioned: the old one steps
    /// aside, its rows are copied into the new one.
    ///
    /// @param aside   where the old one waits: a schema of its own, so that the names of its indexes and constraints
    ///                are free
    /// @param columns those that both have and that are not generated
    record CopyRows(Table table, Table old, String aside, List<String> columns) implements TableChange {
        public CopyRows {
            columns = List.copyOf(columns);
        }
    }

    /// The old table makes way for its successor.
    ///
    /// @param first whether the schema where it waits is made for it; a partition goes where its parent goes
    record SetAside(Table table, String aside, boolean first) implements TableChange {}

    record Inherit(Table table, QualifiedName parent) implements TableChange {}

    record NoInherit(Table table, QualifiedName parent) implements TableChange {}

    /// LOGGED or UNLOGGED.
    record SetPersistence(Table table) implements TableChange {}

    /// @param set   as `name=value`
    /// @param reset names
    record SetTableOptions(Table table, List<String> set, List<String> reset) implements TableChange {
        public SetTableOptions {
            set = List.copyOf(set);
            reset = List.copyOf(reset);
        }
    }

    record SetTablespace(Table table) implements TableChange {}

    record SetAccessMethod(Table table) implements TableChange {}

    record SetRowSecurity(Table table, boolean enabled) implements TableChange {}

    record ForceRowSecurity(Table table, boolean forced) implements TableChange {}

    /// DEFAULT, NOTHING or FULL; by an index see {@link UseIndex}.
    record SetReplicaIdentity(Table table) implements TableChange {}

    /// An index that CLUSTER or REPLICA IDENTITY names.
    record UseIndex(Table table, String index, boolean cluster) implements TableChange {}

    record WithoutCluster(Table table) implements TableChange {}

    /// `OF type`, or `NOT OF` where null.
    record SetOfType(Table table, @Nullable QualifiedName type) implements TableChange {}

    /// @param from the options it has, as `name=value`
    record SetForeignOptions(Table table, List<String> from, List<String> to) implements TableChange {
        public SetForeignOptions {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }
}
