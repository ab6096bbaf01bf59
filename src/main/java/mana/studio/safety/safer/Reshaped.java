package mana.studio.safety.safer;

import java.util.List;
import mana.studio.schema.Column;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// Parts of a model with one property changed.
final class Reshaped {
    private Reshaped() {}

    static Column bare(Column column, String name) {
        return new Column(
                column.id(), name, column.type(), null, null, null, null, column.collation(), null, null, null,
                List.of(), List.of(), true, null, column.privileges());
    }

    static Column withIdentity(Column column, @Nullable IdentityColumn identity) {
        return new Column(
                column.id(), column.name(), column.type(), column.notNull(), column.defaultExpression(), identity,
                column.generated(), column.collation(), column.storage(), column.compression(),
                column.statisticsTarget(), column.options(), column.foreignOptions(), column.local(),
                column.comment(), column.privileges());
    }

    /// Not validated yet; what is no check and no foreign key knows no such state.
    static Constraint unproven(Constraint constraint) {
        return switch (constraint) {
            case ForeignKey key when key.enforced() ->
                new ForeignKey(
                        key.id(), key.name(), key.comment(), key.local(), key.columns(), key.referencedTable(),
                        key.referencedColumns(), key.onUpdate(), key.onDelete(), key.setColumns(), key.match(),
                        key.deferrability(), false, true, key.period());
            case Check check when check.enforced() ->
                new Check(
                        check.id(), check.name(), check.comment(), check.local(), check.expression(),
                        check.noInherit(), false, true);
            case Constraint other -> other;
        };
    }

    static boolean isProven(Constraint constraint) {
        return switch (constraint) {
            case ForeignKey key -> key.validated() && key.enforced();
            case Check check -> check.validated() && check.enforced();
            case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclusion _ -> false;
        };
    }

    static Index named(Index index, String name) {
        return new Index(
                index.id(), name, index.comment(), index.method(), index.unique(), index.nullsNotDistinct(),
                index.keys(), index.include(), index.predicate(), index.options(), index.tablespace(), index.valid(),
                index.clustered(), index.replicaIdentity(), index.partitionOf());
    }

    /// The same index; CLUSTER and REPLICA IDENTITY do not name it.
    static Index plain(Index index) {
        return new Index(
                index.id(), index.name(), index.comment(), index.method(), index.unique(), index.nullsNotDistinct(),
                index.keys(), index.include(), index.predicate(), index.options(), index.tablespace(), index.valid(),
                false, false, index.partitionOf());
    }

    /// The unique index that a key would have.
    static Index unique(String name, List<String> columns, Constraint.Backing backing, boolean nullsNotDistinct) {
        return new Index(
                Identity.fresh(), name, null, "btree", true, nullsNotDistinct,
                columns.stream()
                        .map(column -> new Index.Key(column, null, null, null, List.of(), false, false))
                        .toList(),
                backing.include(), null, backing.options(), backing.tablespace(), true, false, false,
                (QualifiedName) null);
    }
}
