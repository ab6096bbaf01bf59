package mana.studio.locks.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import mana.studio.cli.Cli;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Incident;
import mana.studio.connection.SmallServer;
import mana.studio.connection.Target;
import mana.studio.locks.Backend;
import mana.studio.locks.Holder;
import mana.studio.locks.LockId;
import mana.studio.locks.LockKey;
import mana.studio.locks.release.Outcome.Proof;
import mana.studio.locks.release.Stage.Actor;
import mana.studio.locks.watch.Sight;
import mana.studio.locks.watch.Watching;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What spoils a server for everybody, on a small one of its own.
class BadDayTest {
    private static final LockKey KEY = LockKey.of(987_654_321);
    private static final Duration BRIEF = Duration.ofMillis(300);
    private static final int SLOTS = 20;

    private static SmallServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = SmallServer.start(Map.of(
                "max_connections", String.valueOf(SLOTS),
                "max_prepared_transactions", "4",
                "max_locks_per_transaction", "10",
                "fsync", "off"));
        try (Stage stage = new Stage(postgres())) {
            stage.run("CREATE ROLE app LOGIN");
            stage.run("CREATE DATABASE other");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static Target postgres() {
        return server.target("postgres", "postgres");
    }

    private static Target app() {
        return server.target("app", "postgres");
    }

    private Release release(Incident incident) {
        return new Release(incident, new Audit(folder.resolve("acts.jsonl")), Counting.NONE, BRIEF);
    }

    private static Evidence evidence(Release release, Aim aim) {
        return ((Finding.Ready) release.find(aim, null, List.of())).evidence();
    }

    private static Outcome end(Release release, Evidence evidence) {
        return release.carryOut(new Order.OfSession(evidence, Act.END, "", true, false), _ -> {})
                .outcome();
    }

    private static Sight await(Watching watching, Predicate<Sight> wanted) {
        Stage.await(() -> wanted.test(watching.sight()));
        return watching.sight();
    }

    /// Takes every slot there is, the superuser's own included.
    private static List<Connection> takeAllSlots() throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (Target who : List.of(app(), postgres())) {
            try {
                while (true) {
                    all.add(Stage.connect(who, "leaky-service"));
                }
            } catch (SQLException taken) {
                assertThat(taken.getSQLState()).isEqualTo("53300");
            }
        }
        return all;
    }

    private static void close(List<Connection> connections) throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    @Test
    void getsInWhereAllSlotsAreTaken() throws Exception {
        try (Stage stage = new Stage(postgres());
                Incident early = new Incident(postgres(), null);
                Watching watching = new Watching(early, (_, _) -> List.of());
                Incident late = new Incident(postgres(), null);
                Watching latecomer = new Watching(late, (_, _) -> List.of())) {
            Actor holder = stage.actor("mana-auth").run("SELECT pg_advisory_lock(987654321)");
            stage.bystander();
            watching.start(Sight.Pace.BADGE);
            await(watching, Sight::isFresh);
            List<Connection> taken = takeAllSlots();
            try {
                // What was opened before goes on.
                var before = watching.sight().readAt();
                Stage.await(() -> {
                    watching.lookNow();
                    return watching.sight().isFresh()
                            && watching.sight().readAt().isAfter(before);
                });
                watching.askRightsAgain();
                Sight sight = await(watching, seen -> !seen.notes().isEmpty());
                assertThat(sight.notes().getFirst())
                        .contains("All connection slots are taken")
                        .contains("leaky-service");

                // Who comes late is told, and shown the door.
                long begun = System.nanoTime();
                latecomer.start(Sight.Pace.BADGE);
                Sight refused = await(latecomer, seen -> seen.trouble() != null);
                assertThat(refused.trouble().kind()).isEqualTo(Sight.Kind.SLOTS_EXHAUSTED);
                assertThat(refused.trouble().advice()).contains("replication door");
                assertThat(refused.isFresh()).isFalse();
                latecomer.useDoor();
                Sight inside = await(latecomer, Sight::isFresh);
                System.out.println("Slots taken: first list " + (System.nanoTime() - begun) / 1_000_000
                        + " ms after opening, the refusal and the door included");
                assertThat(late.isThroughDoor()).isTrue();
                assertThat(inside.board().lock(stage.lock(KEY))).isPresent();

                Release release = release(late);
                Evidence evidence = evidence(release, Aim.holder(stage.lock(KEY), holder.seen()));
                assertThat(end(release, evidence)).isEqualTo(new Outcome.Done(new Proof.Free()));
                stage.assertOnlyEnded(holder);
            } finally {
                close(taken);
            }
        }
    }

    @Test
    void makesDoWithOneSession() throws Exception {
        try (Stage stage = new Stage(postgres());
                Incident incident = new Incident(postgres(), null)) {
            Actor holder = stage.actor("mana-auth").run("SELECT pg_advisory_lock(987654321)");
            incident.look(_ -> true);
            List<Connection> taken = takeAllSlots();
            try {
                Release release = release(incident);
                Evidence evidence = evidence(release, Aim.holder(stage.lock(KEY), holder.seen()));
                assertThat(incident.isAlone()).isTrue();
                assertThat(end(release, evidence)).isEqualTo(new Outcome.Done(new Proof.Free()));
                stage.assertOnlyEnded(holder);
            } finally {
                close(taken);
            }
        }
    }

    @Test
    void looksAndEndsWhereTheLockTableIsFull() throws Exception {
        try (Stage stage = new Stage(postgres());
                Incident early = new Incident(postgres(), null);
                Watching watching = new Watching(early, (_, _) -> List.of());
                Incident late = new Incident(postgres(), null);
                Watching latecomer = new Watching(late, (_, _) -> List.of())) {
            Actor holder = stage.actor("bulk-importer", app());
            stage.bystander();
            watching.start(Sight.Pace.BADGE);
            await(watching, Sight::isFresh);
            Stage.await(() -> early.sessions() == 2);
            fill(holder);

            latecomer.start(Sight.Pace.BADGE);
            Sight refused = await(latecomer, seen -> seen.trouble() != null);
            assertThat(refused.trouble().kind()).isEqualTo(Sight.Kind.LOCK_TABLE_FULL);

            var before = watching.sight().readAt();
            watching.lookNow();
            Sight sight = await(
                    watching, seen -> seen.trouble() != null || seen.readAt().isAfter(before));
            assertThat(sight.trouble()).isNull();
            assertThat(sight.notes()).anyMatch(note -> note.contains("Holder of most advisory locks: bulk-importer"));
            Holder.Session session = sight.board().locks().stream()
                    .flatMap(lock -> lock.sessions().stream())
                    .filter(held -> held.backend().pid() == holder.pid)
                    .findFirst()
                    .orElseThrow();
            assertThat(session.locks()).isGreaterThan(200);
            LockId lock = sight.board().locks().stream()
                    .filter(held ->
                            held.sessions().stream().anyMatch(by -> by.backend().pid() == holder.pid))
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertThat(stage.isThere(holder)).isTrue();
            Release release = release(early);
            release.know(sight.capabilities());
            Backend seen = sight.board().backend(holder.pid).orElseThrow();
            Finding found = release.find(Aim.holder(lock, seen), null, List.of());
            assertThat(found).isInstanceOf(Finding.Ready.class);
            assertThat(end(release, ((Finding.Ready) found).evidence())).isEqualTo(new Outcome.Done(new Proof.Free()));
            stage.assertOnlyEnded(holder);
        }
    }

    /// Until the server has no room left for a single lock.
    private static void fill(Actor holder) throws SQLException {
        for (int key = 1; ; key++) {
            try {
                holder.run("SELECT pg_advisory_lock(" + key + ")");
            } catch (SQLException full) {
                assertThat(full.getSQLState()).isEqualTo("53200");
                return;
            }
        }
    }

    @Test
    void endsAPreparedTransactionInItsOwnDatabase() throws Exception {
        Target other = server.target("postgres", "other");
        try (Stage stage = new Stage(other);
                Incident incident = new Incident(postgres(), null)) {
            stage.actor("importer")
                    .run("BEGIN; CREATE TABLE kept (a int); SELECT pg_advisory_xact_lock(987654321);"
                            + " PREPARE TRANSACTION 'it''s stuck'");
            Actor waiter = stage.actor("migrate");
            CompletableFuture<Void> waits = waiter.begin("SELECT pg_advisory_lock(987654321)");
            stage.awaitWaiters(KEY, 1);
            Holder.Prepared prepared = (Holder.Prepared)
                    stage.look().lock(stage.lock(KEY)).orElseThrow().holders().getFirst();
            assertThat(prepared.gid()).isEqualTo("it's stuck");
            Release release = release(incident);
            Order wrong = new Order.OfPrepared(stage.lock(KEY), prepared, "other", false, "its stuck", "", true);
            assertThat(release.carryOut(wrong, _ -> {}).outcome()).isInstanceOf(Outcome.Failed.class);
            assertThat(waits).isNotDone();
            Order right = new Order.OfPrepared(stage.lock(KEY), prepared, "other", false, "it's stuck", "", true);
            assertThat(release.carryOut(right, _ -> {}).outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done -> assertThat(done.proof())
                                    .isInstanceOfSatisfying(
                                            Proof.HandedOver.class,
                                            over -> assertThat(over.to().pid()).isEqualTo(waiter.pid)));
            waits.get();
            assertThat(stage.ask("SELECT to_regclass('kept') IS NULL")).isEqualTo("t");
            assertThat(release.carryOut(right, _ -> {}).outcome())
                    .isEqualTo(new Outcome.Missed(Outcome.Why.GONE, null));
            stage.assertOnlyEnded();
        }
    }

    @Test
    void rollsBackOnePreparedTransactionFromTheCommandLine() throws Exception {
        try (Stage stage = new Stage(postgres())) {
            for (int key = 1; key <= 2; key++) {
                stage.actor("importer")
                        .run("BEGIN; SELECT pg_advisory_xact_lock(" + key + "); PREPARE TRANSACTION 'job " + key + "'");
            }
            String url = ConnectionString.print(server.target("postgres", "other"));
            assertThat(Cli.run(List.of("locks", "rollback-prepared", "--url", url, "--gid", "job 1")))
                    .isZero();
            assertThat(stage.look().lock(stage.lock(LockKey.of(1)))).isEmpty();
            assertThat(stage.look().lock(stage.lock(LockKey.of(2)))).isPresent();
            stage.run("ROLLBACK PREPARED 'job 2'");
            stage.assertOnlyEnded();
        }
    }

    @Test
    void outlivesARestartAndLooksAtAReplica() throws Exception {
        try (Incident incident = new Incident(postgres(), null);
                Watching watching = new Watching(incident, (_, _) -> List.of())) {
            watching.start(Sight.Pace.BADGE);
            await(watching, Sight::isFresh);
            server.stop();
            watching.lookNow();
            Sight gone = await(watching, seen -> seen.trouble() != null);
            assertThat(gone.trouble().kind()).isIn(Sight.Kind.RESTARTING, Sight.Kind.UNREACHABLE);
            assertThat(gone.board()).isNotNull();
            assertThat(gone.readAt()).isNotNull();
            try (SmallServer standby = server.standby()) {
                await(watching, Sight::isFresh);
                looksAndEndsOn(standby);
            }
        }
    }

    private void looksAndEndsOn(SmallServer standby) throws Exception {
        Target there = standby.target("postgres", "postgres");
        try (Stage stage = new Stage(there);
                Incident incident = new Incident(there, null);
                Watching watching = new Watching(incident, (_, _) -> List.of())) {
            Actor holder = stage.actor("report").run("SELECT pg_advisory_lock(987654321)");
            watching.start(Sight.Pace.BADGE);
            Sight sight = await(watching, Sight::isFresh);
            assertThat(sight.notes()).anyMatch(note -> note.startsWith("Replica: locks here are its own."));
            Release release = release(incident);
            Evidence evidence = evidence(release, Aim.holder(stage.lock(KEY), holder.seen()));
            assertThat(end(release, evidence)).isEqualTo(new Outcome.Done(new Proof.Free()));
            stage.assertOnlyEnded(holder);
        }
    }
}
