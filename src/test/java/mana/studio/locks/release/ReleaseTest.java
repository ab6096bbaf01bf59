package mana.studio.locks.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import mana.studio.connection.Incident;
import mana.studio.connection.Target;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.LockKey;
import mana.studio.locks.release.Outcome.Proof;
import mana.studio.locks.release.Outcome.Why;
import mana.studio.locks.release.Stage.Actor;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/// Each on real sessions, with bystanders whom nothing may happen to.
class ReleaseTest {
    private static final LockKey KEY = LockKey.of(987_654_321);
    private static final Target TARGET = TestServer.freshDatabase().target();

    /// Two seconds in earnest.
    private static final Duration BRIEF = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    private Stage stage;
    private Actor bystander;
    private Incident incident;
    private Audit audit;
    private Release release;

    @BeforeEach
    void enter() throws SQLException {
        stage = new Stage(TARGET);
        bystander = stage.bystander();
        incident = new Incident(TARGET, null);
        audit = new Audit(folder.resolve("data/acts.jsonl"));
        release = new Release(incident, audit, Counting.NONE, BRIEF);
    }

    @AfterEach
    void leave() throws SQLException {
        incident.close();
        stage.close();
    }

    private Actor holder() throws SQLException {
        return stage.actor("mana-auth").run("SELECT pg_advisory_lock(987654321)");
    }

    private Evidence evidence(Aim aim) {
        Finding finding = release.find(aim, null, List.of());
        assertThat(finding).isInstanceOf(Finding.Ready.class);
        return ((Finding.Ready) finding).evidence();
    }

    private Aim aim(Actor holder) throws SQLException {
        return Aim.holder(stage.lock(KEY), holder.seen());
    }

    private Outcome end(Evidence evidence) {
        return carryOut(evidence, Act.END).outcome();
    }

    private Report carryOut(Evidence evidence, Act act) {
        return release.carryOut(new Order.OfSession(evidence, act, "deploy hangs", true, false), _ -> {});
    }

    @Test
    void freesAKeyAndSaysSoOnlyAfterAQuietTime() throws Exception {
        Actor holder = holder();
        List<Step> steps = new ArrayList<>();
        long begun = System.nanoTime();
        Report report = new Release(incident, audit, Counting.NONE)
                .carryOut(new Order.OfSession(evidence(aim(holder)), Act.END, "", false, false), steps::add);
        assertThat(report.outcome()).isEqualTo(new Outcome.Done(new Proof.Free()));
        assertThat(report.outcome().isProven()).isTrue();
        assertThat(System.nanoTime() - begun).isGreaterThan(2_000_000_000L);
        assertThat(steps).containsExactly(Step.values());
        stage.assertOnlyEnded(holder);
    }

    @Test
    void handsOverToTheFirstWhoWaits() throws Exception {
        Actor holder = holder();
        Actor first = stage.actor("first");
        CompletableFuture<Void> gets = first.begin("SELECT pg_advisory_lock(987654321)");
        stage.awaitWaiters(KEY, 1);
        Actor second = stage.actor("second");
        CompletableFuture<Void> waits = second.begin("SELECT pg_advisory_lock(987654321)");
        stage.awaitWaiters(KEY, 2);
        Actor poller = stage.actor("poller").run("SELECT pg_try_advisory_lock(987654321)");
        Evidence evidence = evidence(aim(holder));
        assertThat(evidence.next().waiters())
                .extracting(waiter -> waiter.backend().pid())
                .containsExactly(first.pid);
        assertThat(evidence.next().queue()).isOne();
        assertThat(evidence.next().sentence()).contains("first").contains("1 wait behind");
        assertThat(evidence.acts()).containsExactly(Act.END);
        assertThat(end(evidence))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.proof())
                                .isInstanceOfSatisfying(
                                        Proof.HandedOver.class,
                                        over -> assertThat(over.to().pid()).isEqualTo(first.pid)));
        gets.get();
        assertThat(waits).isNotDone();
        stage.assertOnlyEnded(holder);
        assertThat(stage.isThere(poller)).isTrue();
    }

    @Test
    void seesAPollerTakeIt() throws Exception {
        Actor holder = holder();
        Actor poller = stage.actor("mana-auth-migrate");
        AtomicBoolean polls = new AtomicBoolean(true);
        CompletableFuture<Void> polling = CompletableFuture.runAsync(() -> {
            while (polls.get()) {
                try (var statement = poller.connection.createStatement();
                        var row = statement.executeQuery("SELECT pg_try_advisory_lock(987654321)")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                    Thread.sleep(50);
                } catch (SQLException | InterruptedException refused) {
                    throw new AssertionError(refused);
                }
            }
        });
        Stage.await(() -> seesPoller(poller));
        Finding finding = release.find(aim(holder), null, List.of(poller.pid));
        Evidence evidence = ((Finding.Ready) finding).evidence();
        assertThat(evidence.next().pollers()).extracting(Backend::pid).containsExactly(poller.pid);
        assertThat(end(evidence))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.proof())
                                .isInstanceOfSatisfying(
                                        Proof.TakenByPoller.class,
                                        by -> assertThat(by.by().pid()).isEqualTo(poller.pid)));
        polls.set(false);
        polling.get();
        stage.assertOnlyEnded(holder);
    }

    private boolean seesPoller(Actor poller) {
        try {
            return stage.look().pollers().contains(poller.pid);
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void seesAServiceTakeItAgainAndCountsThat() throws Exception {
        AtomicBoolean runs = new AtomicBoolean(true);
        Thread service = Thread.ofVirtual().start(() -> serve(runs));
        try {
            for (int round = 0; round < 3; round++) {
                Stage.await(this::isHeld);
                Backend holder = stage.look()
                        .lock(stage.lock(KEY))
                        .orElseThrow()
                        .sessions()
                        .getFirst()
                        .backend();
                Evidence evidence = evidence(Aim.holder(stage.lock(KEY), holder));
                assertThat(evidence.respawns()).isEqualTo(round);
                assertThat(evidence.isRespawning()).isEqualTo(round == 2);
                if (round < 2) {
                    assertThat(end(evidence))
                            .isInstanceOfSatisfying(
                                    Outcome.Done.class,
                                    done -> assertThat(done.proof())
                                            .isInstanceOfSatisfying(
                                                    Proof.TakenAgain.class,
                                                    again -> assertThat(
                                                                    again.by().pid())
                                                            .isNotEqualTo(holder.pid())));
                }
            }
        } finally {
            runs.set(false);
            service.join();
        }
        stage.assertOnlyEnded();
    }

    /// What a process manager does: whenever its session ends, it opens another and takes the lock.
    private void serve(AtomicBoolean runs) {
        while (runs.get()) {
            try (Connection session = Stage.connect(TARGET, "todo-backend");
                    var statement = session.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(987654321)");
                while (runs.get()) {
                    session.unwrap(PGConnection.class).getNotifications(20);
                }
            } catch (SQLException ended) {
                // It starts again.
            }
        }
    }

    private boolean isHeld() {
        try {
            return stage.look()
                    .lock(stage.lock(KEY))
                    .map(lock -> !lock.sessions().isEmpty())
                    .orElse(false);
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void saysWhatIsLostOfOneThatWorks() throws Exception {
        stage.run("CREATE TABLE IF NOT EXISTS work (a int)");
        Actor holder = holder();
        holder.connection.setAutoCommit(false);
        holder.run("LOCK TABLE work IN ACCESS EXCLUSIVE MODE; INSERT INTO work VALUES (1);"
                + " SELECT pg_advisory_lock(1), pg_advisory_lock(2)");
        CompletableFuture<Void> work = holder.begin("SELECT pg_sleep(60)");
        Stage.await(() -> isActive(holder));
        Evidence evidence = evidence(aim(holder));
        assertThat(evidence.acts()).containsExactlyInAnyOrder(Act.END, Act.CANCEL);
        assertThat(evidence.allFreed()).isEqualTo(3);
        assertThat(evidence.alsoFreed()).extracting(id -> id.key().text()).containsExactly("1", "2");
        assertThat(evidence.tables()).containsValue("work");
        assertThat(evidence.lost())
                .anyMatch(sentence -> sentence.contains("rolled back"))
                .anyMatch(sentence -> sentence.contains("broken off"))
                .anyMatch(sentence -> sentence.contains("3 advisory locks"))
                .anyMatch(sentence -> sentence.contains("work"));
        assertThat(evidence.unknown()).anyMatch(sentence -> sentence.contains("transaction’s"));
        assertThat(end(evidence)).isEqualTo(new Outcome.Done(new Proof.Free()));
        assertThat(Stage.sqlState(work)).isEqualTo("57P01");
        assertThat(stage.ask("SELECT count(*) FROM work")).isEqualTo("0");
        stage.assertOnlyEnded(holder);
    }

    private boolean isActive(Actor actor) {
        try {
            return "active".equals(actor.seen().state());
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void cancelsAStatementAndItsTransactionsLock() throws Exception {
        Actor holder = stage.actor("mana-auth");
        CompletableFuture<Void> work =
                holder.begin("BEGIN; SELECT pg_advisory_xact_lock(987654321); SELECT pg_sleep(60)");
        Stage.await(this::isHeld);
        Report report = carryOut(evidence(aim(holder)), Act.CANCEL);
        assertThat(report.outcome()).isEqualTo(new Outcome.Done(new Proof.Free()));
        assertThat(Stage.sqlState(work)).isEqualTo("57014");
        stage.assertOnlyEnded();
    }

    @Test
    void seesThatCancellingLeavesASessionsLock() throws Exception {
        Actor holder = holder();
        CompletableFuture<Void> work = holder.begin("SELECT pg_sleep(60)");
        Stage.await(() -> isActive(holder));
        Report report = carryOut(evidence(aim(holder)), Act.CANCEL);
        assertThat(report.outcome()).isEqualTo(new Outcome.Done(new Proof.StillHeld(1)));
        assertThat(report.outcome().isProven()).isFalse();
        assertThat(Stage.sqlState(work)).isEqualTo("57014");
        stage.assertOnlyEnded();
        assertThat(isHeld()).isTrue();
    }

    @Test
    void doesNotCancelOneThatIdles() throws Exception {
        Actor holder = holder();
        assertThat(carryOut(evidence(aim(holder)), Act.CANCEL).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Missed.class, missed -> assertThat(missed.why()).isEqualTo(Why.NOTHING_RUNS));
        stage.assertOnlyEnded();
    }

    @Test
    void endsAnAbortedTransactionThatStillHoldsItsSessionsLock() throws Exception {
        Actor holder = holder();
        holder.connection.setAutoCommit(false);
        assertThat(Stage.sqlState(holder.begin("SELECT 1 / 0"))).isEqualTo("22012");
        assertThat(holder.seen().state()).isEqualTo("idle in transaction (aborted)");
        assertThat(end(evidence(aim(holder)))).isEqualTo(new Outcome.Done(new Proof.Free()));
        stage.assertOnlyEnded(holder);
    }

    @Test
    void endsSharedHoldersOneByOne() throws Exception {
        Actor one = stage.actor("worker").run("SELECT pg_advisory_lock_shared(987654321)");
        Actor other = stage.actor("worker").run("SELECT pg_advisory_lock_shared(987654321)");
        Actor waiter = stage.actor("migrate");
        CompletableFuture<Void> waits = waiter.begin("SELECT pg_advisory_lock(987654321)");
        stage.awaitWaiters(KEY, 1);
        Evidence first = evidence(aim(one));
        assertThat(first.next().otherHolders()).isOne();
        assertThat(first.next().sentence()).contains("1 other holds");
        List<Report> reports = release.carryOut(
                List.of(
                        new Order.OfSession(first, Act.END, "", false, false),
                        new Order.OfSession(evidence(aim(other)), Act.END, "", false, false)),
                _ -> {});
        assertThat(reports.getFirst().outcome()).isEqualTo(new Outcome.Done(new Proof.StillHeld(1)));
        assertThat(reports.getLast().outcome().isProven()).isTrue();
        waits.get();
        stage.assertOnlyEnded(one, other);
    }

    @Test
    void freesAReentrantLockWhole() throws Exception {
        Actor holder = holder().run("SELECT pg_advisory_lock(987654321), pg_advisory_lock_shared(987654321)");
        assertThat(end(evidence(aim(holder)))).isEqualTo(new Outcome.Done(new Proof.Free()));
        stage.assertOnlyEnded(holder);
    }

    @Test
    void tellsAPairFromANumberOfTheSameBits() throws Exception {
        Actor pair = stage.actor("pair").run("SELECT pg_advisory_lock(0, 987654321)");
        Actor holder = holder();
        Aim wrong = new Aim(stage.lock(KEY), pair.seen().id(), null, Aim.Part.HOLDER);
        assertThat(release.find(wrong, null, List.of()))
                .isInstanceOfSatisfying(
                        Finding.Changed.class,
                        changed -> assertThat(changed.missed().why()).isEqualTo(Why.NO_LONGER_HOLDS));
        Aim right = Aim.holder(stage.lock(LockKey.of(0, 987_654_321)), pair.seen());
        assertThat(end(evidence(right))).isEqualTo(new Outcome.Done(new Proof.Free()));
        stage.assertOnlyEnded(pair);
        assertThat(stage.isThere(holder)).isTrue();
    }

    @Test
    void endsAHolderInAnotherDatabase() throws Exception {
        var elsewhere = TestServer.freshDatabase();
        Actor here = holder();
        Actor there = stage.actor("there", elsewhere.target()).run("SELECT pg_advisory_lock(987654321)");
        Backend seen = there.seen();
        var lock = new mana.studio.locks.LockId(java.util.Objects.requireNonNull(seen.database()), KEY);
        assertThat(end(evidence(Aim.holder(lock, seen)))).isEqualTo(new Outcome.Done(new Proof.Free()));
        stage.assertOnlyEnded(there);
        assertThat(stage.isThere(here)).isTrue();
    }

    @Test
    void refusesOneThatIsGone() throws Exception {
        Actor holder = holder();
        Evidence evidence = evidence(aim(holder));
        holder.connection.close();
        Stage.await(() -> !isHeld());
        assertThat(end(evidence)).isEqualTo(new Outcome.Missed(Why.GONE, null));
        stage.assertOnlyEnded(holder);
    }

    @Test
    void refusesOneThatHasLetGo() throws Exception {
        Actor holder = holder();
        Evidence evidence = evidence(aim(holder)).evenIfBusy();
        holder.run("SELECT pg_advisory_unlock(987654321)");
        assertMissed(end(evidence), Why.NO_LONGER_HOLDS);
        stage.assertOnlyEnded();
    }

    @Test
    void refusesOneThatHasWorkedSinceUnlessItIsMeant() throws Exception {
        Actor holder = holder();
        Evidence evidence = evidence(aim(holder));
        holder.run("SELECT 'new work'");
        assertThat(end(evidence)).isInstanceOfSatisfying(Outcome.Missed.class, missed -> {
            assertThat(missed.why()).isEqualTo(Why.WORKED_SINCE);
            assertThat(missed.now().query()).contains("new work");
        });
        stage.assertOnlyEnded();
        assertThat(release.find(evidence.aim(), null, List.of()))
                .isInstanceOfSatisfying(
                        Finding.Changed.class,
                        changed -> assertThat(changed.missed().why()).isEqualTo(Why.WORKED_SINCE));
        assertThat(end(evidence.evenIfBusy())).isEqualTo(new Outcome.Done(new Proof.Free()));
        stage.assertOnlyEnded(holder);
    }

    @Test
    void refusesAnotherSessionWithThatPid() throws Exception {
        Actor holder = holder();
        Evidence evidence = evidence(aim(holder));
        BackendId id = evidence.aim().session();
        BackendId earlier = new BackendId(id.pid(), "2020-01-01 00:00:00+00", id.role(), id.processSlot());
        Aim recycled = new Aim(evidence.aim().lock(), earlier, null, Aim.Part.HOLDER);
        assertThat(release.find(recycled, null, List.of()))
                .isInstanceOfSatisfying(
                        Finding.Changed.class,
                        changed -> assertThat(changed.missed().why()).isEqualTo(Why.OTHER_SESSION));
        Signal signal = new Signal(recycled, Act.END, Duration.ofSeconds(5), 180000);
        assertThat(incident.act(signal::send).why()).contains(Why.OTHER_SESSION);
        stage.assertOnlyEnded();
    }

    @Test
    void cancelsTheWaiterThatIsInTheWay() throws Exception {
        Actor holder = holder();
        Actor waiter = stage.actor("waiter");
        CompletableFuture<Void> waits = waiter.begin("SELECT pg_advisory_lock(987654321)");
        stage.awaitWaiters(KEY, 1);
        Evidence evidence = evidence(Aim.waiter(stage.lock(KEY), waiter.seen()));
        assertThat(evidence.acts()).contains(Act.CANCEL);
        assertThat(carryOut(evidence, Act.CANCEL).outcome()).isEqualTo(new Outcome.Done(new Proof.OutOfTheWay()));
        assertThat(Stage.sqlState(waits)).isEqualTo("57014");
        stage.assertOnlyEnded();
        assertThat(isHeld()).isTrue();
    }

    @Test
    void endsTheRootThatTheHolderWaitsFor() throws Exception {
        stage.run("CREATE TABLE IF NOT EXISTS blocked (a int)");
        Actor root = stage.actor("psql");
        root.connection.setAutoCommit(false);
        root.run("LOCK TABLE blocked");
        Actor holder = holder();
        CompletableFuture<Void> waits = holder.begin("ALTER TABLE blocked ADD COLUMN IF NOT EXISTS b int");
        Stage.await(() -> isBlocked(holder));
        Evidence evidence = evidence(Aim.root(stage.lock(KEY), root.seen()));
        assertThat(end(evidence)).isEqualTo(new Outcome.Done(new Proof.OutOfTheWay()));
        waits.get();
        stage.assertOnlyEnded(root);
        assertThat(isHeld()).isTrue();
    }

    private boolean isBlocked(Actor actor) {
        try {
            return !actor.seen().blockedBy().isEmpty();
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void endsWhatRunsOnAfterItsClientWasKilled() throws Exception {
        Actor holder = holder();
        holder.begin("SELECT pg_sleep(600)");
        Stage.await(() -> isActive(holder));
        holder.connection.abort(Runnable::run);
        assertThat(isHeld()).isTrue();
        assertThat(end(evidence(aim(holder)))).isEqualTo(new Outcome.Done(new Proof.Free()));
        stage.assertOnlyEnded(holder);
    }

    @Test
    void seesAnInvalidIndexLeftBehindAndWhatTheCallerCounts() throws Exception {
        stage.run("CREATE TABLE IF NOT EXISTS big (a int); INSERT INTO big VALUES (1)");
        Actor old = stage.actor("old snapshot");
        old.connection.setAutoCommit(false);
        old.connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        old.run("SELECT count(*) FROM big");
        Actor holder = holder();
        holder.begin("CREATE INDEX CONCURRENTLY big_a ON big (a)");
        Stage.await(() -> isBlocked(holder));
        Release counting = new Release(incident, audit, session -> Map.of("big", 1L), BRIEF);
        Evidence evidence = evidence(aim(holder));
        assertThat(evidence.lost()).anyMatch(sentence -> sentence.contains("invalid index"));
        Report report = counting.carryOut(new Order.OfSession(evidence, Act.END, "", false, false), _ -> {});
        assertThat(report.outcome().isProven()).isTrue();
        assertThat(report.aftermath().invalidIndexes()).containsExactly("big_a");
        assertThat(report.aftermath().after()).containsEntry("big", 1L);
        assertThat(report.aftermath().unknown()).isEmpty();
        stage.assertOnlyEnded(holder);
    }

    @Test
    void writesDownWhatItDoesBeforeAndAfter() throws Exception {
        Actor holder = holder();
        holder.run("/* password s3cret */ SELECT 1");
        Evidence evidence = evidence(aim(holder));
        end(evidence);
        List<JsonNode> entries = audit.recent();
        assertThat(entries).extracting(entry -> entry.get("phase").asString()).containsExactly("intent", "outcome");
        assertThat(entries)
                .extracting(entry -> entry.get("id").asString())
                .containsOnly(entries.getFirst().get("id").asString());
        JsonNode intent = entries.getFirst();
        assertThat(intent.get("reason").asString()).isEqualTo("deploy hangs");
        assertThat(intent.get("sql").asString()).contains("pg_terminate_backend");
        assertThat(intent.get("parameters").toString()).contains(String.valueOf(holder.pid));
        assertThat(intent.get("evidence").asString()).startsWith("sha256:");
        assertThat(intent.at("/target/backendStart").asString())
                .isEqualTo(evidence.aim().session().start());
        assertThat(entries.getLast().get("outcome").asString()).isEqualTo("done");
        assertThat(entries.getLast().get("key").asString()).isEqualTo("free");
        assertThat(Files.readString(audit.file())).doesNotContain("s3cret").endsWith("\n");
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(audit.file())).hasSize(2);
        }
    }

    @Test
    void doesNothingThatItCannotWriteDown() throws Exception {
        Actor holder = holder();
        Release without = new Release(
                incident, new Audit(Files.createFile(folder.resolve("file")).resolve("x")), Counting.NONE);
        Outcome outcome = without.carryOut(
                        new Order.OfSession(evidence(aim(holder)), Act.END, "", true, false), _ -> {})
                .outcome();
        assertThat(outcome).isInstanceOf(Outcome.NotRecorded.class);
        stage.assertOnlyEnded();
    }

    @Test
    void saysWhatChangedSinceThePersonLooked() throws Exception {
        Actor holder = holder();
        var seen = stage.look();
        Actor waiter = stage.actor("late");
        waiter.begin("SELECT pg_advisory_lock(987654321)");
        stage.awaitWaiters(KEY, 1);
        Finding finding = release.find(aim(holder), seen, List.of());
        assertThat(((Finding.Ready) finding).evidence().changes())
                .containsExactly("late (pid " + waiter.pid + ") waits for it now.");
    }

    private static void assertMissed(Outcome outcome, Why why) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Missed.class, missed -> assertThat(missed.why()).isEqualTo(why));
    }
}
