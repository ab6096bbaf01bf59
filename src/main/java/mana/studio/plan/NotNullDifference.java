package mana.studio.plan;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mana.studio.ddl.Pieces;
import mana.studio.plan.ColumnChange.DropNotNull;
import mana.studio.plan.ColumnChange.SetNotNull;
import mana.studio.plan.ColumnChange.ValidateNotNull;
import mana.studio.plan.RenameChange.RenameConstraint;
import mana.studio.schema.Column;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Table;

/// NOT NULL of one column that is on both sides: from PostgreSQL 18 on it is a constraint with a name, which a child
/// inherits from its parents, has by itself, or both.
final class NotNullDifference {
    private final Lookup from;
    private final Lookup to;
    private final List<Change> changes;
    private final Creation creation;

    NotNullDifference(Lookup from, Lookup to, List<Change> changes, Creation creation) {
        this.from = from;
        this.to = to;
        this.changes = changes;
        this.creation = creation;
    }

    void between(Table before, Table after, Column old, Column column) {
        NotNull was = old.notNull();
        NotNull is = column.notNull();
        if (Objects.equals(was, is)
                || (was != null && is != null && sameButForWords(was, is) && was.local() == is.local())) {
            return;
        }
        if (was != null && is != null && !was.local() && is.local() && isLeft(before, after, column)) {
            changes.add(new SetNotNull(after, creation.named(after, column)));
            return;
        }
        if (was != null && is != null && !was.local() && is.local() && isParents(before, after, column)) {
            changes.add(new SetNotNull(after, column.withNotNull(NotNull.PLAIN)));
            return;
        }
        if (notNullDone(before, after, column) || (was != null && is != null && isParents(before, after, column))) {
            return;
        }
        if (was == null && is != null) {
            if (!isKeyed(before, after, column) || is.constraintName() != null) {
                changes.add(new SetNotNull(after, creation.named(after, column)));
            }
        } else if (was != null && is == null) {
            changes.add(new DropNotNull(after, old));
        } else if (was != null && is != null && sameButForWords(was, is)) {
            // Only where it comes from differs, and no parent is there to ask.
            return;
        } else if (was != null && is != null && !was.validated() && is.validated() && sameName(was, is)) {
            changes.add(new ValidateNotNull(after, column));
        } else if (was != null
                && is != null
                && was.validated() == is.validated()
                && was.noInherit() == is.noInherit()) {
            changes.add(new RenameConstraint(
                    after.name(), Pieces.notNullName(old, after.name()), Pieces.notNullName(column, after.name())));
        } else {
            changes.add(new DropNotNull(after, old));
            changes.add(new SetNotNull(after, creation.named(after, column)));
        }
    }

    /// Alike but for the comment and where it comes from, which no statement changes.
    private static boolean sameButForWords(NotNull was, NotNull is) {
        return sameName(was, is) && was.validated() == is.validated() && was.noInherit() == is.noInherit();
    }

    private static boolean sameName(NotNull was, NotNull is) {
        return Objects.equals(was.constraintName(), is.constraintName());
    }

    private boolean notNullDone(Table before, Table after, Column column) {
        NotNull was = before.column(column.name()).map(Column::notNull).orElse(null);
        NotNull own = column.isNotNull() ? column.notNull() : was;
        if (own != null && own.local() && from.version() >= 18) {
            // It has, or had, one of its own beside the parent's.
            return false;
        }
        return Heritage.kept(before, after).stream().anyMatch(parent -> {
            Column old = from.table(parent)
                    .flatMap(found -> found.column(column.name()))
                    .orElse(null);
            Column now = to.table(parent)
                    .flatMap(found -> found.column(column.name()))
                    .orElse(null);
            return old != null
                    && now != null
                    && old.isNotNull() != now.isNotNull()
                    && now.isNotNull() == column.isNotNull();
        });
    }

    /// Whether the parent asks for it before and after: then its name and origin are the parent's affair.
    private boolean isParents(Table before, Table after, Column column) {
        return Heritage.kept(before, after).stream()
                .anyMatch(parent -> Stream.of(from, to)
                        .allMatch(side -> side.table(parent)
                                .flatMap(found -> found.column(column.name()))
                                .map(Column::isNotNull)
                                .orElse(false)));
    }

    /// Whether the parent no longer asks for it, and takes the child's along.
    private boolean isLeft(Table before, Table after, Column column) {
        return Heritage.kept(before, after).stream().anyMatch(parent -> {
            Column old = from.table(parent)
                    .flatMap(found -> found.column(column.name()))
                    .orElse(null);
            Column now = to.table(parent)
                    .flatMap(found -> found.column(column.name()))
                    .orElse(null);
            return old != null && now != null && old.isNotNull() && !now.isNotNull();
        });
    }

    /// A new primary key makes its columns NOT NULL by itself.
    private static boolean isKeyed(Table before, Table after, Column column) {
        PrimaryKey key = after.primaryKey().orElse(null);
        return key != null
                && key.columns().contains(column.name())
                && !before.primaryKey()
                        .map(old -> old.columns().contains(column.name()))
                        .orElse(false);
    }
}
