package mana.studio.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;

/// Writes what was read, loads what was written, and compares.
final class RoundTrip {
    private final Database original;
    private final TestDatabase copy;

    private RoundTrip(Database original, TestDatabase copy) {
        this.original = original;
        this.copy = copy;
    }

    static Database read(TestDatabase database) {
        try {
            return new CatalogReader(database.source()).read(new Cancellation()).database();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /// Loads the script of a whole database into an empty one.
    static RoundTrip of(TestDatabase database) {
        Database original = read(database);
        TestDatabase copy = TestServer.freshDatabase();
        Scripts.run(copy, Ddl.of(original));
        return new RoundTrip(original, copy);
    }

    /// The copy holds the same, but for what has no definition.
    void copyIsEqual() {
        assertEqual(read(copy), original);
    }

    /// Every table, dropped from the copy and made again from its own script, is the same.
    ///
    /// A table goes before those that refer to it: its own drop takes their keys away, their script brings them back.
    void everyTableIsEqual() {
        List<SchemaObject> order = CreationOrder.of(original);
        Set<QualifiedName> remade = new HashSet<>();
        Set<String> lost = new HashSet<>();
        StringBuilder script = new StringBuilder("SET check_function_bodies = off;\n");
        for (Table table : inKeyOrder(order)) {
            script.append("DROP TABLE IF EXISTS ").append(Clause.name(table.name())).append(" CASCADE;\n");
            script.append("DROP FOREIGN TABLE IF EXISTS ").append(Clause.name(table.name())).append(" CASCADE;\n");
            script.append(Ddl.of(table, original));
        }
        Scripts.run(copy, script.toString());
    }

    private static List<Table> inKeyOrder(List<SchemaObject> order) {
        return order.stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
    }

    private static void assertEqual(Database copy, Database original) {
        assertThat(byName(copy).keySet()).isEqualTo(byName(original).keySet());
        byName(original).forEach((name, object) -> assertThat(byName(copy).get(name)).as(name).isEqualTo(object));
        assertThat(withoutObjects(copy)).isEqualTo(withoutObjects(original));
    }

    private static java.util.Map<String, SchemaObject> byName(Database database) {
        return database.schemas().stream()
                .flatMap(schema -> schema.objects())
                .collect(Collectors.toMap(object -> mana.studio.schema.ObjectName.of(object).toString(), Function.identity()));
    }

    private static Database withoutObjects(Database database) {
        return new Database(
                "any",
                database.version(),
                database.owner(),
                null,
                database.schemas().stream()
                        .map(schema -> new mana.studio.schema.Schema(schema.id(), schema.name(), schema.owner(), schema.comment(),
                                schema.privileges(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()))
                        .toList(),
                database.extensions(),
                database.others().stream().filter(other -> other.definition() != null).toList(),
                database.dependencies());
    }
}
