package mana.studio.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Column;
import mana.studio.schema.Column.Generated;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Constraint.Action;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.Match;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.ObjectName.Kind;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Part;
import mana.studio.schema.Privileges;
import mana.studio.schema.Privileges.Grant;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SequenceOptions;
import mana.studio.schema.Table;
import mana.studio.schema.Table.PartitionOf;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

public class CatalogReaderTest {
    private static final Identity ANY = Identity.fresh();
    private static Snapshot snapshot;
    private static Database database;

    @BeforeAll
    static void readEverything() throws SQLException {
        TestDatabase test = TestServer.freshDatabase();
        Scripts.run(test, Scripts.resource(CatalogReaderTest.class, "everything.sql"));
        test.run("INSERT INTO shop.renamed SELECT i, 'x' FROM generate_series(1, 1000) i; ANALYZE shop.renamed");
        snapshot = new CatalogReader(test.source()).read(new Cancellation());
        database = snapshot.database();
    }

    @Test
    void listsSchemasByNameAndNoneOfTheSystems() {
        assertThat(database.schemas())
                .extracting(Schema::name)
                .containsExactly("Odd \"schema\"", "empty", "public", "shop");
    }

    @Test
    void leavesWhatExtensionsOwnToThem() {
        assertThat(database.schema("public").orElseThrow().objects()).isEmpty();
        assertThat(database.extensions())
                .extracting(extension -> extension.name())
                .containsExactly("btree_gist", "file_fdw", "pgcrypto", "plpgsql");
    }

    @Test
    void keepsTheOrderOfColumnsAndLeavesOutDroppedOnes() {
        assertThat(table("events_old").columns())
                .extracting(Column::name)
                .containsExactly("region", "at", "customer_id", "id");
    }

    @Test
    void readsAColumnWithItsDefault() {
        assertThat(column("customers", "balance"))
                .isEqualTo(plain("balance", "numeric(12,2)", DataType.Family.DECIMAL, "'-1.5'::numeric"));
    }

    @Test
    void readsIdentityColumnsWithTheirSequences() {
        IdentityColumn identity = column("customers", "number").identity();
        assertThat(identity)
                .isEqualTo(new IdentityColumn(
                        true,
                        name("customers_number_seq"),
                        new SequenceOptions("bigint", 100, 5, 1, Long.MAX_VALUE, 3, false),
                        new Privileges(
                                false,
                                List.of(
                                        new Grant(
                                                "mana_owner",
                                                List.of("SELECT", "UPDATE", "USAGE"),
                                                List.of(),
                                                "mana_owner"),
                                        new Grant("mana_writer", List.of("USAGE"), List.of(), "mana_owner")))));
    }

    @Test
    void readsGeneratedColumns() {
        assertThat(column("customers", "lower_name").generated())
                .isEqualTo(new Generated("lower((name)::text)", true));
        assertThat(column("customers", "upper_name").generated())
                .isEqualTo(new Generated("upper((name)::text)", false));
    }

    @Test
    void readsNotNullAsTheConstraintItIs() {
        assertThat(column("customers", "name").notNull()).isEqualTo(NotNull.PLAIN);
        assertThat(column("customers", "order").notNull())
                .isEqualTo(new NotNull("must_have_order", false, false, true, "Soon"));
        assertThat(column("child", "id").notNull())
                .isEqualTo(new NotNull("base_id_not_null", true, false, false, null));
    }

    @Test
    void readsForeignKeysWhole() {
        assertThat(table("orders").foreignKeys())
                .contains(new ForeignKey(
                        ANY,
                        "orders_late_fk",
                        null,
                        true,
                        List.of("a", "b"),
                        name("orders"),
                        List.of("a", "b"),
                        Action.NO_ACTION,
                        Action.SET_DEFAULT,
                        List.of("b"),
                        Match.SIMPLE,
                        Deferrability.NOT_DEFERRABLE,
                        false,
                        true,
                        false));
    }

    @Test
    void readsOneKeyToAPartitionedTableAsOne() {
        assertThat(table("to_hashed").foreignKeys())
                .extracting(ForeignKey::name)
                .containsExactly("to_hashed_id_fkey");
    }

    @Test
    void readsIndexKeysWithClassCollationAndOrder() {
        Index index = table("customers").indexes().stream()
                .filter(candidate -> candidate.name().equals("idx_customers_name"))
                .findFirst()
                .orElseThrow();
        assertThat(index.keys())
                .containsExactly(
                        new Index.Key(
                                "name",
                                null,
                                null,
                                new QualifiedName("pg_catalog", "varchar_pattern_ops"),
                                List.of(),
                                true,
                                false),
                        new Index.Key(
                                null,
                                "lower(nickname)",
                                new QualifiedName("pg_catalog", "C"),
                                null,
                                List.of(),
                                false,
                                false));
        assertThat(index.include()).containsExactly("balance");
        assertThat(index.predicate()).isEqualTo("(status <> 'gone'::shop.status)");
    }

    @Test
    void readsPartitions() {
        assertThat(table("events").partitionKey()).isEqualTo("RANGE (at)");
        assertThat(table("events_2025").partitionOf())
                .isEqualTo(new PartitionOf(
                        name("events"), "FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00')"));
        assertThat(table("events_2025_eu").indexes())
                .extracting(Index::partitionOf)
                .containsExactly(name("events_2025_region_idx"));
    }

    @Test
    void tellsOverloadedFunctionsApart() {
        assertThat(database.schema("shop").orElseThrow().routines())
                .filteredOn(routine -> routine.name().name().equals("is_even"))
                .extracting(Routine::arguments)
                .containsExactly("n bigint", "n integer");
    }

    @Test
    void readsGrantsButCallsTheBuiltInOnesDefaults() {
        assertThat(table("orders").privileges()).isEqualTo(Privileges.DEFAULT);
        assertThat(table("customers").privileges().grants())
                .contains(new Grant("mana reader", List.of("SELECT"), List.of("SELECT"), "mana_owner"))
                .contains(new Grant("mana_writer", List.of("SELECT"), List.of(), "mana reader"));
    }

    @Test
    void knowsWhatViewsAndFunctionsNeed() {
        ObjectName customers = new ObjectName(Kind.RELATION, name("customers"), "");
        ObjectName first = new ObjectName(Kind.RELATION, name("z_first"), "");
        Part second = Part.whole(new ObjectName(Kind.RELATION, name("a_second"), ""));
        Part function = Part.whole(new ObjectName(Kind.ROUTINE, name("is_even"), "n integer"));
        Part check = new Part(customers, Part.Kind.CONSTRAINT, "customers_order_even");
        assertThat(database.dependencies())
                .filteredOn(dependency -> List.of(second, check).contains(dependency.dependent()))
                .containsExactly(
                        new Dependency(second, new Part(first, Part.Kind.COLUMN, "id")),
                        new Dependency(second, new Part(first, Part.Kind.COLUMN, "name")),
                        new Dependency(check, new Part(customers, Part.Kind.COLUMN, "order")),
                        new Dependency(check, function));
    }

    @Test
    void listsWhatItDoesNotModel() {
        assertThat(database.others())
                .extracting(OtherObject::kind)
                .containsExactly(
                        "aggregate",
                        "collation",
                        "default privileges",
                        "foreign server",
                        "operator",
                        "publication",
                        "range type",
                        "rule",
                        "statistics",
                        "text search configuration");
    }

    @Test
    void estimatesSizesFromWhatTheServerRemembers() {
        assertThat(snapshot.sizes().get(name("renamed"))).isEqualTo(new Snapshot.RelationSize(1000, 5 * 8192));
        assertThat(snapshot.sizes().get(name("nothing"))).isEqualTo(new Snapshot.RelationSize(-1, 0));
    }

    private static Table table(String table) {
        return database.table(name(table)).orElseThrow();
    }

    private static Column column(String table, String column) {
        return table(table).column(column).orElseThrow();
    }

    private static QualifiedName name(String name) {
        return new QualifiedName("shop", name);
    }

    private static Column plain(String name, String type, DataType.Family family, String defaultExpression) {
        return new Column(
                ANY,
                name,
                new DataType(type, family, null),
                null,
                defaultExpression,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                null,
                Privileges.DEFAULT);
    }
}
