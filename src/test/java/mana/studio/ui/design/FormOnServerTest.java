package mana.studio.ui.design;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.plan.Planner;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Database;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.testing.RealDesign;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is rarely said of a table, typed into the form, applied to a real server, and read back.
@ExtendWith(ApplicationExtension.class)
class FormOnServerTest {
    private static final String BASE = """
        CREATE EXTENSION pg_trgm;
        CREATE SCHEMA app;
        CREATE TABLE app.rooms (
            id int4range NOT NULL, valid daterange NOT NULL, name text NOT NULL, words tsvector, rank integer,
            CONSTRAINT rooms_pkey PRIMARY KEY (id, valid));
        CREATE TABLE app.bookings (
            room int4range, during daterange, note text,
            CONSTRAINT bookings_room_fkey FOREIGN KEY (room, during) REFERENCES app.rooms (id, valid));
        CREATE INDEX idx_rooms_name ON app.rooms USING gist (name public.gist_trgm_ops);
        CREATE MATERIALIZED VIEW app.ranks AS SELECT rank, count(*) AS rooms FROM app.rooms GROUP BY rank;
        CREATE INDEX idx_ranks_rooms ON app.ranks (rooms);
        CREATE INDEX idx_rooms_words ON app.rooms USING gist (words);
        """;

    private final RealDesign real = RealDesign.of(BASE);
    private final FormHands hands = new FormHands(new ProblemSession(real.snapshot(), real.source()));

    @Start
    void start(Stage stage) {
        TestServer.execute(
                TestServer.server().source("postgres"),
                "DO $$ BEGIN CREATE ROLE keeper SUPERUSER; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        TestServer.makeTablespace("shelf");
        hands.start(stage, 520);
    }

    @Test
    void designsTemporalKeysAndWhereTheyAreKept(FxRobot robot) {
        hands.show(robot, "app.rooms");
        hands.open(robot, "primary key rooms_pkey");
        hands.press(robot, "Last column without overlaps");
        hands.write(robot, "Storage parameters", "fillfactor=80");
        hands.write(robot, "Tablespace", "shelf");
        hands.show(robot, "app.bookings");
        hands.open(robot, "foreign key bookings_room_fkey");
        hands.press(robot, "Last pair is a period");

        Database read = applied();
        PrimaryKey key = table(read, "rooms").primaryKey().orElseThrow();
        assertThat(key.withoutOverlaps()).isTrue();
        assertThat(key.backing().options()).containsExactly("fillfactor=80");
        assertThat(key.backing().tablespace()).isEqualTo("shelf");
        assertThat(table(read, "bookings").foreignKeys())
                .singleElement()
                .extracting(ForeignKey::period)
                .isEqualTo(true);
    }

    @Test
    void designsWhatIsRarelySaidOfAColumn(FxRobot robot) {
        hands.show(robot, "app.rooms");
        robot.clickOn("name");
        hands.write(robot, "Not null constraint", "rooms_are_called");
        hands.write(robot, "Comment of not null", "A door says it");
        hands.press(robot, "Not null no inherit");
        hands.write(robot, "Attribute options", "n_distinct=-0.5, n_distinct_inherited=200");

        Column name = table(applied(), "rooms").column("name").orElseThrow();
        assertThat(name.notNull())
                .isEqualTo(new Column.NotNull("rooms_are_called", true, true, true, "A door says it"));
        assertThat(name.options()).containsExactly("n_distinct=-0.5", "n_distinct_inherited=200");
        hands.write(robot, "Attribute options", "correlation=1");
        assertThat(hands.said("“correlation=1” is neither")).isTrue();
    }

    @Test
    void designsOptionsOfOperatorClasses(FxRobot robot) {
        hands.show(robot, "app.rooms");
        hands.open(robot, "index idx_rooms_name");
        assertThat(((TextField) hands.spoken("Operator class 1")).getText()).isEqualTo("public.gist_trgm_ops");
        hands.write(robot, "Operator class 1", "public.gist_trgm_ops(siglen=32)");
        robot.type(KeyCode.TAB);
        hands.open(robot, "index idx_rooms_name");
        robot.type(KeyCode.LEFT);
        hands.open(robot, "index idx_rooms_words");
        hands.write(robot, "Operator class 1", "tsvector_ops (siglen = 100)");

        Database read = applied();
        assertThat(index(read, "idx_rooms_name").keys().getFirst().operatorOptions())
                .containsExactly("siglen=32");
        Index.Key words = index(read, "idx_rooms_words").keys().getFirst();
        assertThat(words.operatorOptions()).containsExactly("siglen=100");
        assertThat(words.operatorClass()).isEqualTo(new QualifiedName("pg_catalog", "tsvector_ops"));
    }

    @Test
    void designsOwnerClusteringAndPartitioning(FxRobot robot) {
        hands.show(robot, "app.rooms");
        FormHands.waitFor(() -> !hands.session().offer().names().get().isEmpty());
        hands.write(robot, "Owner", "nobody_here");
        FormHands.waitFor(() -> hands.said("This server has no role nobody_here."));
        hands.write(robot, "Owner", "keeper");
        FormHands.waitFor(() -> !hands.said("This server has no role"));
        hands.next(robot, "Clustered on");

        Table rooms = table(applied(), "rooms");
        assertThat(rooms.owner()).isEqualTo("keeper");
        assertThat(rooms.primaryKey().orElseThrow().backing().clustered()).isTrue();
        assertThat(hands.spoken("Partition by. A table is partitioned from its beginning or not at all.")
                        .isDisabled())
                .isTrue();
    }

    @Test
    void offersWhatTheServerReallyHas(FxRobot robot) {
        real.run("CREATE COLLATION app.phonebook (provider = icu, locale = 'de-u-co-phonebk')");
        hands.show(robot, "app.rooms");
        FormHands.waitFor(() -> !hands.session().offer().names().get().isEmpty());

        assertThat(hands.offered(robot, "Owner")).contains("keeper");
        hands.open(robot, "index idx_rooms_words");
        assertThat(hands.offered(robot, "Collation 1")).contains("app.phonebook", "\"de-x-icu\"");
        assertThat(hands.offered(robot, "Operator class 1")).containsExactly("tsvector_ops");
        assertThat(hands.offered(robot, "Method")).contains("btree", "spgist");
        assertThat(hands.offered(robot, "Tablespace")).contains("pg_default", "shelf");
        hands.press(robot, "Add policy");
        hands.write(robot, "Roles", "PUBLIC, ");
        assertThat(hands.offered(robot, "Roles")).contains("PUBLIC, keeper");
    }

    @Test
    void designsTheIndexesOfAMaterializedView(FxRobot robot) {
        View ranks = view(hands.database());
        hands.showIndexes(robot, ranks.id());
        assertThat(hands.said("REFRESH … CONCURRENTLY needs a unique index")).isTrue();
        hands.press(robot, "Add index");
        hands.press(robot, "Unique");
        hands.write(robot, "Name", "ranks_by_rank");
        hands.open(robot, "index idx_ranks_rooms");
        hands.choose(robot, "Order of key 1", "desc");

        View read = view(applied());
        assertThat(hands.said("REFRESH … CONCURRENTLY needs a unique index")).isFalse();
        assertThat(read.indexes()).extracting(Index::name).containsExactly("idx_ranks_rooms", "ranks_by_rank");
        assertThat(read.indexes().getLast().unique()).isTrue();
        assertThat(real.rows("SELECT indexdef FROM pg_indexes WHERE indexname = 'idx_ranks_rooms'"))
                .containsExactly("CREATE INDEX idx_ranks_rooms ON app.ranks USING btree (rooms DESC)");
    }

    /// Runs the plan, and holds that the server then has just what was designed.
    private Database applied() {
        String sql = real.apply(hands.design().base(), hands.design().current());
        Database read = real.read();
        assertThat(Planner.plan(read, hands.database()).sql()).as(sql).isEmpty();
        return read;
    }

    private static Table table(Database database, String name) {
        return database.table(new QualifiedName("app", name)).orElseThrow();
    }

    private static View view(Database database) {
        return database.schema("app").orElseThrow().views().getFirst();
    }

    private static Index index(Database database, String name) {
        return table(database, "rooms").indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
