package mana.studio.safety.safer;

import java.util.List;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;

/// Parts of a model with one property changed.
final class Reshaped {
    private Reshaped() {}

    static Column bare(Column column, String name) {
        return new Column(
                column.id(),
                name,
                column.type(),
                null,
                null,
                null,
                null,
                column.collation(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                null,
                column.privileges());
    }

    /// Not validated yet; what is no check and no foreign key knows no such state.
    static Constraint unproven(Constraint constraint) {
        return switch (constraint) {
            case ForeignKey key when key.enforced() -> key.withValidated(false);
            case Check check when check.enforced() -> check.withValidated(false);
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

    /// The same index; CLUSTER and REPLICA IDENTITY do not name it.
    static Index plain(Index index) {
        return new Index(
                index.id(),
                index.name(),
                index.comment(),
                index.method(),
                index.unique(),
                index.nullsNotDistinct(),
                index.keys(),
                index.include(),
                index.predicate(),
                index.options(),
                index.tablespace(),
                index.valid(),
                false,
                false,
                index.partitionOf());
    }

    /// The unique index that a key would have.
    static Index unique(String name, List<String> columns, Constraint.Backing backing, boolean nullsNotDistinct) {
        return new Index(
                Identity.fresh(),
                name,
                null,
                "btree",
                true,
                nullsNotDistinct,
                columns.stream()
                        .map(column -> new Index.Key(column, null, null, null, List.of(), false, false))
                        .toList(),
                backing.include(),
                null,
                backing.options(),
                backing.tablespace(),
                true,
                false,
                false,
                (QualifiedName) null);
    }
}
