package mana.studio.plan;

import java.util.List;
import mana.studio.schema.Column;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// A column comes, goes or changes.
public sealed interface ColumnChange extends Change {
    /// The table, or for a default the view, as it is to be.
    Relation relation();

    /// The column as it stands after the change; for one that goes, as it was.
    Column column();

    /// @param successor whether it takes the place of a column of that name that cannot be altered into it
    record AddColumn(Table relation, Column column, boolean successor) implements ColumnChange {}

    /// Indexes and constraints of the column go with it.
    ///
    /// @param computed whether its values can be computed again, since it is generated and comes back
    record DropColumn(Table relation, Column column, boolean computed) implements ColumnChange {}

    /// @param old          the column before
    /// @param conversion   how its values become values of the new type
    /// @param dropDefault  whether its default is taken away first, since it would not convert
    /// @param newDefault   the default to set afterwards; null for none or an unchanged one
    record SetType(
            Table relation,
            Column old,
            Column column,
            Conversion conversion,
            boolean dropDefault,
            @Nullable String newDefault)
            implements ColumnChange {}

    /// @param column with the new default; without one it is dropped
    record SetDefault(Relation relation, Column column) implements ColumnChange {}

    record SetNotNull(Table relation, Column column) implements ColumnChange {}

    /// A NOT NULL constraint of PostgreSQL 18 that was NOT VALID.
    record ValidateNotNull(Table relation, Column column) implements ColumnChange {}

    record DropNotNull(Table relation, Column column) implements ColumnChange {}

    record AddIdentity(Table relation, Column column) implements ColumnChange {}

    record AlterIdentity(Table relation, Column old, Column column) implements ColumnChange {}

    record DropIdentity(Table relation, Column column) implements ColumnChange {}

    /// PostgreSQL 17.
    record SetExpression(Table relation, Column column) implements ColumnChange {}

    /// The values stay; nobody computes them any more.
    record DropExpression(Table relation, Column column) implements ColumnChange {}

    /// @param old the column before
    record SetStorage(Relation relation, Column old, Column column) implements ColumnChange {}

    record SetCompression(Relation relation, Column column) implements ColumnChange {}

    record SetStatistics(Relation relation, Column column) implements ColumnChange {}

    /// @param set   as `name=value`
    /// @param reset names
    record SetColumnOptions(Relation relation, Column column, List<String> set, List<String> reset)
            implements ColumnChange {
        public SetColumnOptions {
            set = List.copyOf(set);
            reset = List.copyOf(reset);
        }
    }

    /// @param from the options it has, as `name=value`
    record SetForeignColumnOptions(Table relation, Column column, List<String> from) implements ColumnChange {
        public SetForeignColumnOptions {
            from = List.copyOf(from);
        }
    }
}
