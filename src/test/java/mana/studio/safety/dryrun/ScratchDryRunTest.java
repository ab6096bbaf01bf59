package mana.studio.safety.dryrun;

import static java.util.Map.entry;
import static mana.studio.safety.LockMode.ACCESS_EXCLUSIVE;
import static mana.studio.safety.LockMode.SHARE_ROW_EXCLUSIVE;
import static mana.studio.safety.LockMode.SHARE_UPDATE_EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import mana.studio.connection.Cancellation;
import mana.studio.safety.Touched;
import mana.studio.safety.Touched.Kind;
import mana.studio.safety.dryrun.DryRun.Transactions;
import mana.studio.safety.dryrun.Observation.Outcome;
import mana.studio.schema.QualifiedName;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is seen of statements on a scratch database, and what is left of them.
class ScratchDryRunTest {
    private static final String SCHEMA = """
            CREATE TABLE clubs (id int PRIMARY KEY, title varchar(20));
            CREATE TABLE members (id int PRIMARY KEY, club int, name varchar(20), joined date);
            CREATE INDEX members_name ON members (name);
            CREATE TABLE empty_parent (id int PRIMARY KEY);
            CREATE TABLE empty_child (id int PRIMARY KEY, parent int);
            CREATE VIEW titles AS SELECT title FROM clubs;
            INSERT INTO clubs SELECT g, 'c' || g FROM generate_series(1, 20) g;
            INSERT INTO members SELECT g, g % 20 + 1, 'm' || g, 'today' FROM generate_series(1, 300) g;
            """;
    private static final Touched CLUBS = touched(Kind.TABLE, "clubs");
    private static final Touched MEMBERS = touched(Kind.TABLE, "members");
    private static final Touched MEMBERS_NAME = touched(Kind.INDEX, "members_name");

    private final Cancellation cancellation = new Cancellation();
    private ScratchDatabase database;

    private static Touched touched(Kind kind, String name) {
        return new Touched(kind, new QualifiedName("public", name));
    }

    @BeforeEach
    void create() throws ScratchException {
        database = ScratchServer.shared().create();
        database.load(SCHEMA, cancellation);
    }

    @AfterEach
    void drop() throws ScratchException {
        database.close();
    }

    private DryRunReport run(String... statements) throws SQLException {
        return DryRun.onScratch(database, List.of(statements), Transactions.ONE, cancellation);
    }

    private Observation last(String... statements) throws SQLException {
        return run(statements).observations().getLast();
    }

    private static List<String> strings(List<CatalogObject> objects) {
        return objects.stream().map(CatalogObject::toString).toList();
    }

    @Test
    void seesLocksScanAndInvalidConstraintOfAForeignKey() throws SQLException {
        DryRunReport report = run(
                "ALTER TABLE members ADD CONSTRAINT in_club FOREIGN KEY (club) REFERENCES clubs NOT VALID",
                "ALTER TABLE members VALIDATE CONSTRAINT in_club");
        Observation add = report.observations().getFirst();
        assertThat(add.effects().locks())
                .containsExactly(entry(CLUBS, SHARE_ROW_EXCLUSIVE), entry(MEMBERS, SHARE_ROW_EXCLUSIVE));
        assertThat(add.effects().scanned()).isEmpty();
        assertThat(strings(add.created())).containsExactly("constraint public.members.in_club");
        assertThat(strings(add.invalid())).containsExactly("constraint public.members.in_club");
        Observation validate = report.observations().getLast();
        assertThat(validate.held()).containsEntry(MEMBERS, SHARE_ROW_EXCLUSIVE);
        assertThat(validate.effects().scanned()).containsExactly(CLUBS, MEMBERS);
        assertThat(validate.rowsRead()).containsEntry(MEMBERS, 300L).containsEntry(CLUBS, 20L);
        assertThat(validate.messages()).containsExactly("validating foreign key constraint \"in_club\"");
    }

    @Test
    void seesWhatIsReadOfEmptyTablesToo() throws SQLException {
        assertThat(last("ALTER TABLE empty_child ADD FOREIGN KEY (parent) REFERENCES empty_parent")
                        .effects()
                        .scanned())
                .containsExactly(touched(Kind.TABLE, "empty_child"), touched(Kind.TABLE, "empty_parent"));
        assertThat(last("ALTER TABLE empty_child ALTER parent SET NOT NULL").effects().scanned())
                .containsExactly(touched(Kind.TABLE, "empty_child"));
        assertThat(last("ALTER TABLE empty_child ALTER parent TYPE bigint").effects().rewritten())
                .containsExactly(touched(Kind.TABLE, "empty_child"), touched(Kind.INDEX, "empty_child_pkey"));
        assertThat(last("TRUNCATE empty_child").effects().scanned()).isEmpty();
    }

    @Test
    void tellsAnIndexBuiltAnewFromOneOnlyMadeAgain() throws SQLException {
        Observation longer = last("ALTER TABLE members ALTER name TYPE text");
        assertThat(longer.effects().rewritten()).isEmpty();
        assertThat(longer.recreated()).containsExactly(MEMBERS_NAME);
        assertThat(longer.created()).isEmpty();
        Observation shorter = last("ALTER TABLE members ALTER name TYPE varchar(10)");
        assertThat(shorter.effects().rewritten()).contains(MEMBERS, MEMBERS_NAME);
        assertThat(shorter.recreated()).isEmpty();
        assertThat(shorter.walBytes()).isPositive();
        assertThat(shorter.messages()).contains("rewriting table \"members\"");
    }

    @Test
    void saysWhatIsGoneAndWhatIsOnlyRenamed() throws SQLException {
        DryRunReport report = run(
                "DROP TABLE clubs CASCADE", "ALTER TABLE members RENAME TO people", "ALTER TABLE people RENAME id TO no");
        assertThat(strings(report.observations().getFirst().gone()))
                .contains("table public.clubs", "index public.clubs_pkey", "column public.clubs.title", "view public.titles");
        assertThat(report.observations().getFirst().messages()).containsExactly("drop cascades to view titles");
        assertThat(report.observations().get(1).renamed())
                .containsExactly(entry(
                        new CatalogObject("table", "public.members"), new CatalogObject("table", "public.people")));
        assertThat(report.observations().get(2).renamed())
                .containsExactly(entry(
                        new CatalogObject("column", "public.people.id"),
                        new CatalogObject("column", "public.people.no")));
        assertThat(report.observations().get(2).gone()).isEmpty();
    }

    @Test
    void leavesOutWhatTheRunItselfMade() throws SQLException {
        DryRunReport report = run("CREATE TABLE own (id int)", "CREATE INDEX ON own (id)", "DROP TABLE own");
        assertThat(report.observations()).allSatisfy(seen -> {
            assertThat(seen.effects().locks()).isEmpty();
            assertThat(seen.effects().rewritten()).isEmpty();
            assertThat(seen.effects().scanned()).isEmpty();
        });
    }

    @Test
    void repeatsTheServersErrorAndStops() throws SQLException {
        DryRunReport report = run(
                "ALTER TABLE members ADD note text",
                "ALTER TABLE members ADD CHECK (nme <> '')",
                "ALTER TABLE members ADD other text");
        assertThat(report.observations()).extracting(Observation::outcome)
                .containsExactly(Outcome.RAN, Outcome.FAILED, Outcome.NOT_REACHED);
        ServerError error = report.observations().get(1).error();
        assertThat(error).isEqualTo(new ServerError(
                "42703",
                "column \"nme\" does not exist",
                null,
                "Perhaps you meant to reference the column \"members.name\".",
                0));
        assertThat(report.observations().get(1).effects().error()).isEqualTo("42703 column \"nme\" does not exist");
        assertThat(report.isWhole()).isFalse();
    }

    @Test
    void leavesTheDatabaseAsItWas() throws Exception {
        var before = database.read(cancellation);
        run("DROP TABLE members", "CREATE TABLE other (id int)", "UPDATE clubs SET title = 'x'");
        assertThat(database.read(cancellation)).isEqualTo(before);
    }

    @Test
    void asksForDeferredConstraintsBeforeTheRollback() throws SQLException {
        DryRunReport report = run(
                "ALTER TABLE members ADD CONSTRAINT c FOREIGN KEY (club) REFERENCES clubs DEFERRABLE INITIALLY DEFERRED",
                "UPDATE members SET club = 999 WHERE id = 1");
        assertThat(report.observations()).allMatch(seen -> seen.outcome() == Outcome.RAN);
        assertThat(report.atCommit()).isNotNull().extracting(ServerError::sqlState).isEqualTo("23503");
        assertThat(report.isWhole()).isFalse();
    }

    @Test
    void runsOutsideOfATransactionWhatMust() throws SQLException {
        DryRunReport report = run(
                "ALTER TABLE members ADD mark int",
                "CREATE INDEX CONCURRENTLY members_mark ON members (mark)",
                "ALTER TABLE members ALTER mark SET DEFAULT 1");
        assertThat(report.isWhole()).isTrue();
        Observation index = report.observations().get(1);
        assertThat(index.effects().inTransaction()).isFalse();
        assertThat(index.effects().locks()).containsExactly(entry(MEMBERS, SHARE_UPDATE_EXCLUSIVE));
        assertThat(strings(index.created())).containsExactly("index public.members_mark");
        assertThat(index.effects().scanned()).containsExactly(MEMBERS);
        assertThat(last("DROP INDEX CONCURRENTLY members_name").effects().locks())
                .containsExactly(entry(MEMBERS, SHARE_UPDATE_EXCLUSIVE), entry(MEMBERS_NAME, SHARE_UPDATE_EXCLUSIVE));
        assertThat(last("VACUUM members").effects().locks()).containsExactly(entry(MEMBERS, SHARE_UPDATE_EXCLUSIVE));
        Observation full = last("VACUUM FULL clubs");
        assertThat(full.effects().locks()).containsExactly(entry(CLUBS, ACCESS_EXCLUSIVE));
        assertThat(full.effects().rewritten()).contains(CLUBS);
    }

    @Test
    void findsTheInvalidIndexAFailedBuildLeaves() throws SQLException {
        Observation failed = last("CREATE UNIQUE INDEX CONCURRENTLY one_club ON members (club)");
        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.error()).extracting(ServerError::sqlState).isEqualTo("23505");
        assertThat(strings(failed.invalid())).containsExactly("index public.one_club");
    }

    @Test
    void doesNotLeaveItsDatabase() throws SQLException {
        Observation refused = last("CREATE DATABASE elsewhere");
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.effects().inTransaction()).isFalse();
    }

    @Test
    void keepsToTheTransactionsOfTheScript() throws SQLException {
        DryRunReport report = DryRun.onScratch(
                database,
                List.of(
                        "ALTER TABLE members ADD a int",
                        "BEGIN",
                        "ALTER TABLE clubs ADD a int",
                        "ALTER TABLE members ADD b int",
                        "COMMIT",
                        "ALTER TABLE members ADD c int"),
                Transactions.EACH,
                cancellation);
        assertThat(report.isWhole()).isTrue();
        assertThat(report.observations()).extracting(seen -> seen.held().containsKey(CLUBS))
                .containsExactly(false, false, false, true, false, false);
        assertThat(report.observations().getLast().effects().locks()).containsExactly(entry(MEMBERS, ACCESS_EXCLUSIVE));
    }

    @Test
    void stopsWhenAsked() {
        cancellation.request();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> run("SELECT pg_sleep(60)"));
    }
}
