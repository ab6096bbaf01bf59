package mana.studio.convention.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Edit;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Index.Key;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Rows need a name.
final class PrimaryKeyMissing implements Convention {
    @Override
    public String id() {
        return "primary-key";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Every table has a primary key";
    }

    @Override
    public String reason() {
        return "Without a key a row cannot be told from another: it cannot be edited safely, "
                + "referenced or replicated.";
    }

    @Override
    public String example() {
        return "id uuid PRIMARY KEY DEFAULT gen_random_uuid()";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        if (table.primaryKey().isPresent()) {
            return Stream.empty();
        }
        return Stream.of(breach(
                Spots.of(table, Field.WHOLE),
                Spots.part(table),
                table.name().name() + " has no primary key.",
                fix(table)));
    }

    private static @Nullable Edit fix(Table table) {
        if (table.isPartitioned()) {
            return null;
        }
        Optional<Index> candidate =
                table.indexes().stream().filter(index -> isKey(table, index)).findFirst();
        if (candidate.isPresent()) {
            return promotion(table, candidate.get());
        }
        Optional<Column> id = table.column("id");
        if (id.isPresent()) {
            return id.get().isNotNull()
                    ? Fixes.table("Make id the primary key", table, Fixes.adding(key(table, List.of("id"))))
                    : null;
        }
        Column added = Fixes.column("id", Fixes.UUID, "gen_random_uuid()");
        return Fixes.table(
                "Add the primary key id",
                table,
                now -> now.primaryKey().isPresent()
                        ? now
                        : Fixes.adding(key(now, List.of("id")))
                                .apply(Fixes.adding(added).apply(now)));
    }

    /// Whether an index tells rows apart as a key does.
    private static boolean isKey(Table table, Index index) {
        return index.unique()
                && index.valid()
                && index.predicate() == null
                && index.keys().stream()
                        .allMatch(key -> key.column() != null
                                && !key.descending()
                                && !key.nullsFirst()
                                && table.column(key.column())
                                        .filter(Column::isNotNull)
                                        .isPresent());
    }

    /// The index becomes the key's.
    private static Edit promotion(Table table, Index index) {
        List<String> columns = index.keys().stream().map(Key::column).toList();
        return Fixes.table(
                "Make (" + String.join(", ", columns) + ") the primary key",
                table,
                now -> now.primaryKey().isPresent()
                        ? now
                        : Fixes.adding(key(now, columns))
                                .apply(now.withIndexes(now.indexes().stream()
                                        .filter(other -> !other.id().same(index.id()))
                                        .toList())));
    }

    private static PrimaryKey key(Table table, List<String> columns) {
        return new PrimaryKey(
                Identity.fresh(),
                table.name().name() + "_pkey",
                null,
                true,
                columns,
                Deferrability.NOT_DEFERRABLE,
                false,
                Backing.PLAIN);
    }
}
