package mana.studio.convention.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Part;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;

/// Indexes tell what they are on.
final class IndexName implements Convention {
    /// From here on the names in a schema follow another habit, and are spoken of once.
    private static final int HABIT = 4;

    @Override
    public String id() {
        return "index-name";
    }

    @Override
    public Severity severity() {
        return Severity.ADVICE;
    }

    @Override
    public String title() {
        return "Indexes are called idx_{table}_{columns}";
    }

    @Override
    public String reason() {
        return "In a plan, a log or an error only the name of an index is seen: it should say what " + "it is on.";
    }

    @Override
    public String example() {
        return "CREATE INDEX idx_sessions_user_id ON auth.sessions (user_id)";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        String name = table.name().schema();
        boolean habit = house.once(
                id() + " " + name,
                () -> house.database()
                        .schema(name)
                        .filter(schema -> misnamed(schema).size() >= HABIT)
                        .isPresent());
        return habit
                ? Stream.empty()
                : misnamed(table)
                        .map(index -> breach(
                                Spots.of(table, index, Field.NAME),
                                Spots.part(table, index),
                                index.name() + " does not say what it is on; call it " + IndexNames.of(table, index)
                                        + ".",
                                Edit.of(
                                        "Rename " + index.name() + " to " + IndexNames.of(table, index),
                                        database -> renamed(database, table.id(), index.id()))));
    }

    @Override
    public Stream<Breach> schema(House house, Schema schema) {
        List<Index> misnamed = misnamed(schema);
        if (misnamed.size() < HABIT) {
            return Stream.empty();
        }
        return Stream.of(breach(
                new Spot(schema.id(), null, Field.WHOLE),
                Part.schema(schema.name()),
                misnamed.size() + " indexes of " + schema.name() + " are called otherwise, such as "
                        + misnamed.getFirst().name() + ".",
                Edit.of(
                        "Rename " + misnamed.size() + " indexes of " + schema.name(),
                        database -> renamed(database, schema.id()))));
    }

    private static List<Index> misnamed(Schema schema) {
        return House.tables(schema).flatMap(IndexName::misnamed).toList();
    }

    private static Stream<Index> misnamed(Table table) {
        return table.indexes().stream().filter(index -> !IndexNames.isKept(table, index));
    }

    private static Database renamed(Database database, Identity schema) {
        List<Table> tables =
                Edits.schema(database, schema).stream().flatMap(House::tables).toList();
        Database renamed = database;
        for (Table table : tables) {
            for (Index index : misnamed(table).toList()) {
                renamed = renamed(renamed, table.id(), index.id());
            }
        }
        return renamed;
    }

    private static Database renamed(Database database, Identity table, Identity index) {
        return Edits.table(database, table)
                .map(found -> found.indexes().stream()
                        .filter(candidate -> candidate.id().same(index))
                        .findFirst()
                        .map(old -> IndexRenames.of(
                                database,
                                table,
                                Map.of(
                                        index.key(),
                                        IndexNames.free(
                                                IndexNames.of(found, old),
                                                Fixes.names(
                                                        database, found.name().schema())))))
                        .orElse(database))
                .orElse(database);
    }
}
