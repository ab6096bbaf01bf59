package mana.studio.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.diagram.Offer.Possible;
import mana.studio.diagram.Offer.Refused;
import mana.studio.plan.Planner;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Table;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;

class OfferTest {
    private static final List<String> TYPES = List.of(
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "numeric(10,2)",
            "real",
            "double precision",
            "text",
            "varchar(40)",
            "char(3)",
            "uuid",
            "date",
            "timestamp",
            "timestamptz",
            "time",
            "timetz",
            "interval",
            "boolean",
            "bytea",
            "inet",
            "cidr",
            "macaddr",
            "bit(3)",
            "varbit",
            "integer[]",
            "text[]",
            "int4range",
            "mood",
            "short_text",
            "positive",
            "jsonb",
            "money");

    /// Asks the server for every pair of types, which is the only one to know.
    @Test
    void allowsTheTypesThatTheServerAllows() throws SQLException {
        TestDatabase server = TestServer.freshDatabase()
                .run("CREATE TYPE mood AS ENUM ('good', 'bad')")
                .run("CREATE DOMAIN short_text AS varchar(20)")
                .run("CREATE DOMAIN positive AS integer CHECK (value > 0)");
        for (int at = 0; at < TYPES.size(); at++) {
            server.run("CREATE TABLE t%d (c %s PRIMARY KEY)".formatted(at, TYPES.get(at)));
        }
        Database database = read(server);
        List<String> wrong = new ArrayList<>();
        try (Connection connection = server.source().getConnection();
                Statement statement = connection.createStatement()) {
            for (int from = 0; from < TYPES.size(); from++) {
                for (int to = 0; to < TYPES.size(); to++) {
                    boolean allowed = from == to || allows(statement, from, to);
                    Table one = Samples.table(database, "public", "t" + from);
                    Table other = Samples.table(database, "public", "t" + to);
                    boolean offered = from == to || offer(database, one, "c", other, "c") instanceof Possible;
                    if (allowed != offered) {
                        wrong.add(TYPES.get(from) + " → " + TYPES.get(to) + (allowed ? " is allowed" : " is refused"));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean allows(Statement statement, int from, int to) {
        String key = "ALTER TABLE t%d ADD CONSTRAINT k FOREIGN KEY (c) REFERENCES t%d (c)".formatted(from, to);
        try {
            statement.execute(key);
            statement.execute("ALTER TABLE t%d DROP CONSTRAINT k".formatted(from));
            return true;
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as(refused.getMessage()).isIn("42804", "42883");
            return false;
        }
    }

    @Test
    void refusesWhatIsNotUniqueAndSaysWhatHelps() {
        TestDatabase server = TestServer.freshDatabase()
                .run("CREATE TABLE orgs (id uuid PRIMARY KEY, title uuid, late uuid UNIQUE DEFERRABLE)")
                .run("CREATE TABLE pairs (a uuid, b uuid, PRIMARY KEY (a, b))")
                .run("CREATE TABLE loose (x uuid)")
                .run("CREATE UNIQUE INDEX ON loose (x) WHERE x IS NOT NULL")
                .run("CREATE TABLE users (org uuid)")
                .run("CREATE UNLOGGED TABLE fleeting (id uuid PRIMARY KEY)");
        Database database = read(server);
        Table users = Samples.table(database, "public", "users");

        assertThat(offer(database, users, "org", Samples.table(database, "public", "orgs"), "title"))
                .isEqualTo(new Refused("orgs.title is not unique", "Refer to orgs.id, or make title unique first"));
        assertThat(offer(database, users, "org", Samples.table(database, "public", "orgs"), "late"))
                .isEqualTo(new Refused(
                        "orgs.late is checked at the end only", "Make its constraint not deferrable first"));
        assertThat(offer(database, users, "org", Samples.table(database, "public", "pairs"), "a"))
                .isEqualTo(new Refused(
                        "pairs.a is unique only together with b",
                        "Add a foreign key over all of them in the table's form"));
        assertThat(offer(database, users, "org", Samples.table(database, "public", "loose"), "x"))
                .isEqualTo(new Refused("loose.x is not unique", "Make x unique first"));
        assertThat(offer(database, users, "org", Samples.table(database, "public", "fleeting"), "id"))
                .isEqualTo(new Refused(
                        "Rows of a table that is permanent cannot refer to those of one that is unlogged", ""));
        assertThat(offer(database, users, "org", users, "org"))
                .isEqualTo(new Refused("A column cannot refer to itself", ""));
    }

    @Test
    void offersTheColumnsThatCanBeReferredTo() {
        Database database = Samples.app();
        Table posts = Samples.table(database, "app", "posts");

        assertThat(Offer.targets(
                        database, posts.id().key(), posts.columns().get(1).id().key()))
                .extracting(Offer.Target::name)
                .containsExactly("app.orgs.id", "app.posts.id", "app.profiles.user_id", "billing.invoices.id");
    }

    @Test
    void namesAKeyAsTheOthersOfItsSchemaAreNamed() {
        Database database = Samples.app();
        assertThat(added(database)).isEqualTo("invoices_id_fkey");

        Database drizzle = Samples.with(
                database,
                "invoices",
                table -> table.withConstraints(table.constraints().stream()
                        .map(constraint -> constraint instanceof Constraint.ForeignKey key
                                ? key.withName("invoices_payer_id_orgs_id_fk")
                                : constraint)
                        .toList()));
        assertThat(added(drizzle)).isEqualTo("invoices_id_users_id_fk");
    }

    private static String added(Database database) {
        Table invoices = Samples.table(database, "billing", "invoices");
        Possible offer = (Possible) offer(database, invoices, "id", Samples.table(database, "app", "users"), "id");
        Database after = Samples.edited(database, offer.edit());
        List<String> before =
                invoices.foreignKeys().stream().map(Constraint::name).toList();
        return Samples.table(after, "billing", "invoices").foreignKeys().stream()
                .map(Constraint::name)
                .filter(name -> !before.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /// What the diagram makes is what the server gets, and reads back the same.
    @Test
    void makesWhatTheServerUnderstands() {
        TestDatabase server = TestServer.freshDatabase()
                .run("CREATE SCHEMA app")
                .run("CREATE TYPE app.status AS ENUM ('on', 'off')")
                .run("CREATE TABLE app.users (id uuid PRIMARY KEY DEFAULT gen_random_uuid())");
        Database base = read(server);
        Table teams = DiagramEdits.newTable(base.schema("app").orElseThrow());
        Database design = Samples.edited(base, DiagramEdits.addTable(teams));
        for (String typed :
                List.of("owner_id uuid", "status: status not null", "seen timestamptz", "code varchar(9)")) {
            Table now = Samples.table(design, "app", "new_table");
            Column column = DiagramEdits.readColumn(design, now, typed).column();
            design = Samples.edited(design, DiagramEdits.addColumn(now, column));
        }
        Table made = Samples.table(design, "app", "new_table");
        Possible offer = (Possible) offer(design, made, "owner_id", Samples.table(design, "app", "users"), "id");
        design = Samples.edited(design, offer.edit());
        design = Samples.edited(design, DiagramEdits.renameTable(base, made, "teams"));

        server.run(Planner.planDesign(base, design).sql());

        assertThat(Planner.plan(read(server), design).statements()).isEmpty();
    }

    private static Offer offer(Database database, Table from, String column, Table to, String key) {
        return Offer.between(
                database,
                from.id().key(),
                from.column(column).orElseThrow().id().key(),
                to.id().key(),
                to.column(key).orElseThrow().id().key());
    }

    private static Database read(TestDatabase server) {
        try {
            return new CatalogReader(server.source()).read(new Cancellation()).database();
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }
}
