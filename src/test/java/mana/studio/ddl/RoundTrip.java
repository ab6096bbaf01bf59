package mana.studio.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Database;
import mana.studio.schema.ObjectName;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.jspecify.annotations.Nullable;

/// What was read, written, and loaded from what was written into an empty database.
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

    static RoundTrip of(TestDatabase database) {
        Database original = read(database);
        TestDatabase copy = TestServer.freshDatabase();
        Scripts.run(copy, Ddl.of(original));
        return new RoundTrip(original, copy);
    }

    /// The copy holds the same, but for other objects that have no definition.
    void assertCopyIsEqual() {
        Database read = read(copy);
        // Object by object, so that a difference is told of one and not of thousands.
        Map<ObjectName, SchemaObject> objects = objects(read);
        objects(original).forEach((name, object) -> assertSame(objects.get(name), object));
        assertThat(comparable(read)).isEqualTo(comparable(original));
    }

    /// Every table of the copy, dropped and made again from its own script, is the same. A table comes after those it
    /// refers to, whose drop took its keys away; only in a circle of keys some stay lost.
    void assertEveryTableIsEqual() {
        SequencedMap<QualifiedName, Table> order = new LinkedHashMap<>();
        original.tables().forEach(table -> visit(table, order, new LinkedHashMap<>()));
        StringBuilder script = new StringBuilder("SET check_function_bodies = off;\n");
        for (Table table : order.values()) {
            script.append("DROP ")
                    .append(TableDdl.word(table))
                    .append(" IF EXISTS ")
                    .append(Clause.name(table.name()))
                    .append(" CASCADE;\n")
                    .append(Ddl.of(table, original));
        }
        Scripts.run(copy, script.toString());
        Map<ObjectName, SchemaObject> made = objects(read(copy));
        List<QualifiedName> names = List.copyOf(order.keySet());
        for (Table table : order.values()) {
            assertSame(made.get(ObjectName.of(table)), withoutLostKeys(table, names));
        }
        objects(original).forEach((name, object) -> {
            if (object instanceof Sequence sequence && sequence.ownedBy() != null) {
                assertSame(made.get(name), object);
            }
        });
    }

    private static void assertSame(@Nullable SchemaObject actual, SchemaObject expected) {
        assertThat(actual).as("%s", expected.name()).isNotNull();
        // First as SQL: a difference is easier to see in it than in records.
        assertThat(Ddl.of(Objects.requireNonNull(actual))).isEqualTo(Ddl.of(expected));
        assertThat(actual).isEqualTo(expected);
    }

    private void visit(
            Table table, SequencedMap<QualifiedName, Table> order, SequencedMap<QualifiedName, Table> begun) {
        if (order.containsKey(table.name()) || begun.putIfAbsent(table.name(), table) != null) {
            return;
        }
        needs(table).flatMap(name -> original.table(name).stream()).forEach(need -> visit(need, order, begun));
        order.put(table.name(), table);
    }

    private Stream<QualifiedName> needs(Table table) {
        return Stream.of(
                        table.foreignKeys().stream().map(key -> key.referencedTable()),
                        table.inherits().stream(),
                        Stream.ofNullable(table.partitionOf()).map(partition -> partition.parent()),
                        table.columns().stream().flatMap(column -> Stream.ofNullable(column.type().named())),
                        original.tables().map(Table::name).filter(name -> isInPolicy(name, table)))
                .flatMap(names -> names);
    }

    private static boolean isInPolicy(QualifiedName name, Table table) {
        return table.policies().toString().contains(Clause.name(name));
    }

    private static Table withoutLostKeys(Table table, List<QualifiedName> order) {
        int own = order.indexOf(table.name());
        return new Table(
                table.id(),
                table.name(),
                table.owner(),
                table.comment(),
                table.privileges(),
                table.persistence(),
                table.columns(),
                table.constraints().stream()
                        .filter(constraint -> !(constraint instanceof mana.studio.schema.Constraint.ForeignKey key)
                                || order.indexOf(key.referencedTable()) <= own)
                        .toList(),
                table.indexes(),
                table.triggers(),
                table.policies(),
                table.inherits(),
                table.partitionKey(),
                table.partitionOf(),
                table.ofType(),
                table.foreign(),
                table.rowSecurity(),
                table.accessMethod(),
                table.options(),
                table.tablespace(),
                table.replicaIdentity());
    }

    private static Map<ObjectName, SchemaObject> objects(Database database) {
        Map<ObjectName, SchemaObject> objects = new TreeMap<>();
        database.schemas().stream()
                .flatMap(Schema::objects)
                .forEach(object -> objects.put(ObjectName.of(object), object));
        return objects;
    }

    /// Without the name, which differs, and what has no definition.
    private static Database comparable(Database database) {
        Set<ObjectName> left = database.others().stream()
                .filter(other -> other.definition() == null)
                .map(ObjectName::of)
                .collect(Collectors.toSet());
        return new Database(
                "any",
                database.version(),
                database.owner(),
                database.comment(),
                database.schemas(),
                database.extensions(),
                database.others().stream()
                        .filter(other -> other.definition() != null)
                        .toList(),
                database.dependencies().stream()
                        .filter(dependency -> !left.contains(dependency.dependent().object())
                                && !left.contains(dependency.on().object()))
                        .toList());
    }
}
