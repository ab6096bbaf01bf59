package mana.studio.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.apply.Recovery.Fate;
import mana.studio.connection.Cancellation;
import mana.studio.design.Edits;
import mana.studio.plan.Planner;
import mana.studio.safety.safer.Safer;
import mana.studio.safety.safer.SaferOptions;
import mana.studio.schema.Database;
import mana.studio.schema.Table;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A studio is killed while it applies; the next one says what was applied and what was not.
@Timeout(120)
class KilledTest {
    private static final String BUILD = "CREATE INDEX CONCURRENTLY users_email ON public.users (email)";

    /// A commit that takes its time, and then goes through or not.
    private static final String SLOW_COMMIT = """
        CREATE TABLE slow (fails bool);
        CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_sleep(2);
            IF NEW.fails THEN RAISE EXCEPTION 'not today'; END IF;
            RETURN NULL;
        END $$;
        CREATE CONSTRAINT TRIGGER slowly AFTER INSERT ON slow DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION slowly()\
        """;

    @TempDir
    private Path home;

    private Applying applying;

    @BeforeEach
    void open() throws Exception {
        applying = new Applying(home, "CREATE TABLE users (id int PRIMARY KEY, email text)");
    }

    @AfterEach
    void close() {
        applying.close();
    }

    @Test
    void saysWhichPartsOfSeveralWereApplied() throws Exception {
        try (Connection other = applying.other("INSERT INTO users VALUES (1)")) {
            killed("2 Waiting", "CREATE TABLE public.a (x int)", BUILD, "CREATE TABLE public.b (x int)");

            Recovery running = recovery();
            assertThat(fates(running)).containsExactly(Fate.APPLIED, Fate.RUNNING, Fate.NOT_APPLIED);
            assertThat(running.running()).isTrue();
            other.commit();
        }
        awaitEnd();
        Recovery recovery = recovery();
        assertThat(fates(recovery)).containsExactly(Fate.APPLIED, Fate.APPLIED, Fate.NOT_APPLIED);
        assertThat(recovery.isClear()).isTrue();
        assertThat(recovery.entry().parts().getLast().statements()).containsExactly("CREATE TABLE public.b (x int)");
        // The base was to stay as it was, so what was applied is what differs.
        assertThat(recovery.comparison().missing())
                .containsExactlyInAnyOrder("DROP TABLE public.a", "DROP INDEX public.users_email");

        applying.journal.forget(applying.profile.id());
        assertThat(applying.journal.unfinished(applying.profile.id())).isEmpty();
    }

    @Test
    void saysThatAHalfBuiltIndexIsLeft() throws Exception {
        try (Connection other = applying.other("INSERT INTO users VALUES (1)")) {
            killed("1 Waiting", BUILD);
            applying.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '"
                    + OwnSession.APPLICATION + "' AND datname = current_database()");
            awaitEnd();
            other.rollback();
        }
        Recovery recovery = recovery();
        assertThat(fates(recovery)).containsExactly(Fate.NOT_APPLIED);
        assertThat(recovery.parts().getFirst().why()).contains("not valid");
        assertThat(recovery.leftovers())
                .singleElement()
                .satisfies(leftover ->
                        assertThat(leftover.cleaning()).isEqualTo("DROP INDEX CONCURRENTLY public.users_email"));
    }

    @Test
    void saysThatAnOpenTransactionWasUndone() throws Exception {
        killed("2 Running", "CREATE TABLE public.a (x int)", "SELECT pg_sleep(2)");
        awaitEnd();
        assertThat(fates(recovery())).containsExactly(Fate.NOT_APPLIED);
        assertThat(applying.ask("SELECT to_regclass('a')::text")).isEqualTo("null");
    }

    @Test
    void asksTheServerWhatBecameOfACommitNobodyHeardTheEndOf() throws Exception {
        applying.database.run(SLOW_COMMIT);
        for (boolean fails : List.of(false, true)) {
            // Lines are told before the commit: the journal says when it is about to be sent.
            kill("CREATE TABLE public.t_" + fails + " (x int)", "INSERT INTO public.slow VALUES (" + fails + ")");
            Recovery during = recovery();
            assertThat(fates(during)).containsExactly(Fate.RUNNING);
            awaitEnd();
            assertThat(fates(recovery())).containsExactly(fails ? Fate.NOT_APPLIED : Fate.APPLIED);
            assertThat(applying.ask("SELECT to_regclass('t_" + fails + "')::text"))
                    .isEqualTo(fails ? "null" : "t_false");
            applying.journal.forget(applying.profile.id());
        }
    }

    @Test
    void leavesAnotherStudioAlone() throws Exception {
        Process studio = studio("SELECT pg_sleep(30)");
        try {
            heard(studio, "1 Running");
            assertThat(applying.journal.unfinished(applying.profile.id())).isEmpty();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> applying.apply(Applying.order("CREATE TABLE a (x int)"), Applying.SHORT)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another window");
        } finally {
            studio.destroyForcibly().waitFor();
        }
        assertThat(applying.journal.unfinished(applying.profile.id())).isPresent();
    }

    @Test
    void goesOnWithThePhaseThatWasInterrupted() throws Exception {
        applying.database.run("INSERT INTO users SELECT n, 'u' || n FROM generate_series(1, 20) AS n");
        Database base = applying.read();
        Table users = base.tables().findFirst().orElseThrow();
        Database wanted = Edits.renameColumn(
                base, users.id(), users.column("email").orElseThrow().id(), "mail");
        PhasedPlan plan = PhasedPlan.of(
                Safer.of(Planner.planDesign(base, wanted), base, wanted, SaferOptions.DEFAULT)
                        .phases(),
                wanted);
        assertThat(applying.apply(plan.order(base), Applying.SHORT).ending()).isEqualTo(new Ending.Applied());
        assertThat(standing().plan().number()).isEqualTo(2);

        try (Connection other = applying.other("UPDATE users SET email = 'x' WHERE id = 7")) {
            killed("1 Waiting");
            assertThat(standing().unclear()).isTrue();
            other.rollback();
        }
        awaitEnd();
        PhasedPlan rest = standing().plan();
        assertThat(standing().unclear()).isFalse();
        while (!rest.isDone()) {
            Order order = rest.order(null);
            Outcome outcome = applying.apply(order, Applying.SHORT);
            assertThat(outcome.ending()).isEqualTo(new Ending.Applied());
            rest = rest.after(rest.committed() + outcome.committed());
            if (rest.isDone()) {
                assertThat(outcome.comparison()).isEqualTo(new Comparison(List.of(), ""));
            }
        }
        assertThat(agenda()).isEmpty();
        assertThat(applying.ask("SELECT count(*) FROM users WHERE mail IS NOT NULL"))
                .isEqualTo("20");
    }

    private Agenda.Standing standing() throws Exception {
        return agenda().orElseThrow();
    }

    /// As the next start sees it.
    private Optional<Agenda.Standing> agenda() throws Exception {
        Journal fresh = new Journal(Applying.places(home));
        return fresh.agenda().standing(fresh, applying.workspace, new Cancellation());
    }

    private void kill(String... statements) throws Exception {
        Process studio = studio(statements);
        try {
            Path file = home.resolve("state/apply/" + applying.profile.id() + ".json");
            Applying.await("committing", () -> {
                try {
                    return Files.exists(file) && Files.readString(file).contains("COMMITTING");
                } catch (IOException replaced) {
                    return false;
                }
            });
            Applying.await("commit sent", () -> applying.isBusy("COMMIT"));
        } finally {
            studio.destroyForcibly().waitFor();
        }
    }

    private void killed(String state, String... statements) throws Exception {
        Process studio = studio(statements);
        try {
            heard(studio, state);
        } finally {
            studio.destroyForcibly().waitFor();
        }
        assertThat(applying.journal.unfinished(applying.profile.id())).isPresent();
    }

    private static void heard(Process studio, String wanted) throws IOException {
        BufferedReader lines = studio.inputReader();
        for (String line = lines.readLine(); !wanted.equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new AssertionError("the studio ended before “" + wanted + "”");
            }
        }
    }

    private Process studio(String... statements) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                KilledMain.class.getName(),
                "postgres://postgres@localhost:" + TestServer.server().port() + "/" + applying.database.name(),
                applying.profile.id(),
                home.toString()));
        command.addAll(List.of(statements));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void awaitEnd() throws InterruptedException {
        Applying.await("the server has ended it", () -> !applying.isBusy(""));
    }

    private Recovery recovery() throws Exception {
        Entry entry = applying.journal.unfinished(applying.profile.id()).orElseThrow();
        return Recovery.of(entry, applying.journal, applying.workspace, new Cancellation());
    }

    private static List<Fate> fates(Recovery recovery) {
        return recovery.parts().stream().map(Recovery.Found::fate).toList();
    }
}
