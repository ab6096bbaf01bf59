package mana.studio.locks.verdict;

import static mana.studio.locks.verdict.Court.STRICT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mana.studio.locks.BackendId;
import mana.studio.locks.Level;
import mana.studio.locks.LockKey;
import mana.studio.locks.Mode;
import mana.studio.locks.Scene;
import mana.studio.locks.Scene.Actor;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.names.LockName;
import mana.studio.locks.names.LockNames;
import org.junit.jupiter.api.Test;

/// Situations of real sessions, and what the studio says of each.
class JudgeTest {
    private static final LockKey KEY = LockKey.of(987_654_321L);
    private static final String LOCK = "SELECT pg_advisory_lock(987654321)";
    private static final String DEFAULTS = "{}";

    @Test
    void findsAnIdleHolderWithAWaiterAndAPoller() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("old-migrate").run(LOCK);
            Actor waiter = scene.open("new-migrate");
            waiter.blocks(LOCK);
            Actor poller = scene.open("poller").run("SELECT pg_try_advisory_lock(987654321)");
            Actor stranger = scene.open("stranger").run("SELECT pg_try_advisory_lock(7), pg_advisory_unlock(7)");

            Assessment judged = new Court(scene, STRICT).of(KEY);

            assertThat(judged.state()).isEqualTo(State.IDLE);
            assertThat(judged.severity()).isEqualTo(Severity.STUCK);
            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.IDLE_HOLDER);
            assertThat(judged.roots()).containsExactly(holder.pid());
            assertThat(judged.pollers()).containsExactly(poller.pid()).doesNotContain(stranger.pid());
            assertThat(judged.victims()).isEmpty();
            assertThat(pids(judged.suggestion())).containsExactly(holder.pid());
            assertThat(judged.suggestion()).isInstanceOf(Suggestion.EndHolder.class);
            assertThat(judged.sentence())
                    .startsWith("Held ")
                    .contains("old-migrate (pid " + holder.pid() + "), idle; one session waits")
                    .contains("one polls.")
                    .endsWith("It does nothing: stop its program, or end its session.");
            assertThat(judged.evidence())
                    .contains("Session level, proven: pid " + holder.pid() + " is in no transaction.");
            assertThat(judged.unknown())
                    .contains("How often pid " + holder.pid() + " took it: the server shows one lock however often.");
        }
    }

    @Test
    void leavesAYoungHolderInPeace() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            scene.open("app").run(LOCK);

            Assessment judged = new Court(scene, DEFAULTS).of(KEY);

            assertThat(judged.severity()).isEqualTo(Severity.NORMAL);
            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.NORMAL);
            assertThat(judged.suggestion()).isEqualTo(new Suggestion.None());
            assertThat(judged.held()).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void saysThatTheSuccessorOfAnIdleHolderIsThere() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("mana-auth-migrate").run(LOCK);
            Actor next = scene.open("mana-auth-migrate");
            next.blocks(LOCK);

            Assessment judged = new Court(scene, "{\"idleWanted\": {\"yellow\": 0, \"red\": 3600}}").of(KEY);

            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.SUPERSEDED);
            assertThat(judged.severity()).as("one step worse").isEqualTo(Severity.STUCK);
            assertThat(judged.sentence()).endsWith("Its own successor wants the lock.");
            assertThat(pids(judged.suggestion())).containsExactly(holder.pid());
        }
    }

    @Test
    void waitsForAnActiveMigration() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("mana-auth-migrate").run(LOCK);
            holder.start("CREATE TABLE slow AS SELECT pg_sleep(60)::text AS waited");
            Actor second = scene.open("mana-auth-migrate");
            second.blocks(LOCK);
            Actor other = scene.open("other").run("CREATE TABLE unrelated ()");

            Court court = new Court(scene, STRICT);
            Assessment judged = court.of(KEY);

            assertThat(judged.state()).isEqualTo(State.ACTIVE);
            assertThat(judged.severity()).as("never red by age").isEqualTo(Severity.WARNING);
            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.SECOND_DEPLOY);
            assertThat(judged.suggestion()).isEqualTo(new Suggestion.Wait());
            assertThat(judged.sentence())
                    .contains("an active migration, working for")
                    .contains("that is normal");
            assertThat(new Court(scene, DEFAULTS).of(KEY).severity()).isEqualTo(Severity.NORMAL);
            assertThat(judged.roots()).containsExactly(holder.pid());
            assertThat(judged.unknown())
                    .anySatisfy(sentence -> assertThat(sentence).startsWith("Session or transaction level"));
            assertThat(other.isAlive()).isTrue();
        }
    }

    @Test
    void saysThatWorkIsWork() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("a").run(LOCK);
            holder.start("SELECT pg_sleep(60)");
            scene.open("b").blocks(LOCK);

            Assessment judged = new Court(scene, STRICT).of(KEY);

            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.WORKING);
            assertThat(judged.severity()).isEqualTo(Severity.WARNING);
            assertThat(judged.sentence()).endsWith("It is working: wait.");
        }
    }

    @Test
    void tellsIdleInTransactionFromAborted() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            LockKey aborted = LockKey.of(2);
            scene.open("a").run("BEGIN").run(LOCK).run("CREATE TABLE t ()");
            scene.open("b").run("SELECT pg_advisory_lock(2)").run("BEGIN").fails("SELECT 1/0");

            Court court = new Court(scene, STRICT);

            Assessment first = court.of(KEY);
            assertThat(first.state()).isEqualTo(State.IDLE_IN_TRANSACTION);
            assertThat(first.severity()).isEqualTo(Severity.STUCK);
            assertThat(first.evidence())
                    .anySatisfy(sentence -> assertThat(sentence).endsWith("has written in its transaction."));
            assertThat(first.suggestion()).isInstanceOf(Suggestion.EndHolder.class);
            Assessment second = court.of(aborted);
            assertThat(second.state()).isEqualTo(State.IDLE_IN_TRANSACTION_ABORTED);
            assertThat(second.sentence()).contains("idle in a failed transaction");
            assertThat(second.lock().sessions().getFirst().level())
                    .as("the server ends an aborted transaction's locks: what is left is the session's")
                    .isEqualTo(Level.SESSION);
        }
    }

    @Test
    void findsTheRootBehindABlockedHolder() throws SQLException, IOException {
        try (Scene scene = Scene.fresh().run("CREATE TABLE users ()")) {
            Actor root = scene.open("forgotten").run("BEGIN").run("LOCK TABLE users");
            Actor holder = scene.open("migrate").run(LOCK);
            holder.blocks("ALTER TABLE users ADD COLUMN a int");
            Actor waiter = scene.open("other");
            waiter.blocks(LOCK);
            Actor reader = scene.open("reader");
            reader.blocks("SELECT FROM users");

            Assessment judged = new Court(scene, STRICT).of(KEY);

            assertThat(judged.state()).isEqualTo(State.BLOCKED);
            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.BLOCKED_BY_OTHER);
            assertThat(judged.severity()).isEqualTo(Severity.STUCK);
            assertThat(judged.roots()).containsExactly(root.pid());
            assertThat(judged.victims()).containsExactly(reader.pid());
            assertThat(judged.suggestion()).isInstanceOf(Suggestion.EndRoot.class);
            assertThat(pids(judged.suggestion())).containsExactly(root.pid());
            assertThat(judged.sentence())
                    .contains("which itself waits for forgotten (pid " + root.pid() + ")")
                    .contains("At the root: forgotten (pid " + root.pid() + "), idle in transaction");
            assertThat(judged.evidence())
                    .anySatisfy(sentence ->
                            assertThat(sentence).contains("waits for relation ").contains("AccessExclusiveLock"));
        }
    }

    @Test
    void waitsWhereTheRootWorks() throws SQLException, IOException {
        try (Scene scene = Scene.fresh().run("CREATE TABLE users ()")) {
            Actor root = scene.open("report");
            root.start("DO $$ BEGIN LOCK TABLE users; PERFORM pg_sleep(60); END $$");
            Actor holder = scene.open("migrate").run(LOCK);
            holder.blocks("ALTER TABLE users ADD COLUMN a int");

            Assessment judged = new Court(scene, STRICT).of(KEY);

            assertThat(judged.roots()).containsExactly(root.pid());
            assertThat(judged.suggestion()).isEqualTo(new Suggestion.Wait());
            assertThat(judged.sentence()).contains("At the root: report (pid " + root.pid() + "), working");
        }
    }

    @Test
    void closesFiftyWaitersAsASet() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("holder").run(LOCK);
            List<Actor> waiters =
                    IntStream.range(0, 50).mapToObj(n -> open(scene, "w" + n)).toList();
            for (Actor waiter : waiters) {
                waiter.begin(LOCK);
            }
            scene.await("50 wait", board -> board.awaited() >= 50);

            Assessment judged = new Court(scene, STRICT).of(KEY);

            assertThat(judged.lock().waiters()).hasSize(50);
            assertThat(judged.roots()).containsExactly(holder.pid());
            assertThat(judged.sentence()).contains("50 sessions wait");
            assertThat(judged.lock().waiters())
                    .extracting(waiter -> waiter.position())
                    .isSorted();
        }
    }

    @Test
    void saysThatAllSharedHoldersMustEnd() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            Actor one = scene.open("one").run("SELECT pg_advisory_lock_shared(987654321)");
            Actor two = scene.open("two").run("SELECT pg_advisory_lock_shared(987654321)");
            scene.open("late").blocks(LOCK);

            Assessment judged = new Court(scene, STRICT).of(KEY);

            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.SHARED_HOLDERS);
            assertThat(judged.roots()).containsExactlyInAnyOrder(one.pid(), two.pid());
            assertThat(pids(judged.suggestion())).containsExactlyInAnyOrder(one.pid(), two.pid());
            assertThat(judged.sentence())
                    .contains("by 2 sessions together")
                    .endsWith("All 2 must end; ending one frees nobody.");
            assertThat(judged.lock().holders())
                    .allSatisfy(holder -> assertThat(holder.modes()).containsExactly(Mode.SHARED));
        }
    }

    @Test
    void showsAReentrantHolderOnce() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("thrice").run(LOCK).run(LOCK).run(LOCK);

            Assessment judged = new Court(scene, STRICT).of(KEY);

            assertThat(judged.lock().holders()).hasSize(1);
            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.IDLE_HOLDER);
            assertThat(judged.unknown())
                    .anySatisfy(sentence -> assertThat(sentence).startsWith("How often"));
            holder.run("SELECT pg_advisory_unlock(987654321)");
            assertThat(scene.lock(KEY)).as("one unlock is not enough").isPresent();
        }
    }

    @Test
    void keepsKeysOfBothSpacesApart() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            scene.open("a").run("""
                SELECT pg_advisory_lock(0, 42), pg_advisory_lock(42), pg_advisory_lock(-1, 2147483647),
                       pg_advisory_lock(-9223372036854775808), pg_advisory_lock(9223372036854775807)
                """);

            assertThat(new Court(scene, STRICT).all())
                    .extracting(judged -> judged.lock().key())
                    .containsExactlyInAnyOrder(
                            LockKey.of(0, 42),
                            LockKey.of(42),
                            LockKey.of(-1, Integer.MAX_VALUE),
                            LockKey.of(Long.MIN_VALUE),
                            LockKey.of(Long.MAX_VALUE));
        }
    }

    @Test
    void takesTheKeyOfAnotherDatabaseForAnotherLock() throws SQLException, IOException {
        try (Scene scene = Scene.fresh();
                Scene other = Scene.fresh()) {
            Actor here = scene.open("here").run(LOCK);
            Actor there = other.open("there").run(LOCK);
            other.open("waits").blocks(LOCK);

            Assessment judged = new Court(scene, STRICT).of(KEY);

            assertThat(judged.lock().sessions())
                    .extracting(holder -> holder.backend().pid())
                    .containsExactly(here.pid())
                    .doesNotContain(there.pid());
            assertThat(judged.lock().waiters()).isEmpty();
        }
    }

    @Test
    void findsAnAppLevelDeadlock() throws SQLException, IOException {
        try (Scene scene = Scene.fresh().run("CREATE TABLE users (id int)")) {
            Actor holder = scene.open("deploy").run(LOCK);
            Actor waiter = scene.open("second");
            waiter.blocks(LOCK);
            Actor builder = scene.open("deploy");
            builder.blocks("CREATE INDEX CONCURRENTLY ON users (id)");

            Court court = new Court(scene, STRICT);
            Assessment judged = court.of(KEY);

            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.APP_LEVEL_DEADLOCK);
            assertThat(judged.victims()).containsExactly(builder.pid());
            assertThat(judged.suggestion()).isInstanceOf(Suggestion.CancelWaiter.class);
            assertThat(pids(judged.suggestion())).containsExactly(waiter.pid());
            assertThat(judged.sentence()).contains("Cancel the waiter, not the holder.");
            scene.run("SELECT pg_cancel_backend(" + waiter.pid() + ")");
            scene.awaitTrue("SELECT count(*) = 1 FROM pg_index WHERE indrelid = 'users'::regclass AND indisvalid");
            assertThat(holder.isAlive()).isTrue();
        }
    }

    @Test
    void findsAPoolLeak() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("mana-credits-api").run(LOCK);
            Court court = new Court(scene, STRICT);
            assertThat(court.of(KEY).state()).isEqualTo(State.IDLE);
            holder.run("SELECT count(*) FROM pg_class");

            Assessment judged = court.of(KEY);

            assertThat(judged.state()).isEqualTo(State.POOL_LEAK);
            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.POOL_LEAK);
            assertThat(judged.severity()).isEqualTo(Severity.STUCK);
            assertThat(pids(judged.suggestion())).containsExactly(holder.pid());
            assertThat(judged.sentence()).contains("a connection that does other work meanwhile");
        }
    }

    @Test
    void takesNeitherAHeartbeatNorAMigrationForAPoolLeak() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            Actor leader = scene.open("leader").run(LOCK);
            Actor migration = scene.open("migration").run("SELECT pg_advisory_lock(2)");
            Court court = new Court(scene, DEFAULTS);
            court.all();
            leader.run("SELECT 1");
            migration.run("CREATE TABLE a ()");
            court.all();
            leader.run("SELECT 1;");
            migration.run("SELECT 1 FROM a");

            assertThat(court.all()).extracting(Assessment::state).containsOnly(State.IDLE);
        }
    }

    @Test
    void remembersThatALockIsOfTheSession() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("a").run(LOCK);
            Court court = new Court(scene, DEFAULTS);
            court.of(KEY);
            holder.run("BEGIN");

            Assessment judged = court.of(KEY);

            assertThat(judged.lock().sessions().getFirst().level()).isEqualTo(Level.UNKNOWN);
            assertThat(judged.evidence())
                    .anySatisfy(
                            sentence -> assertThat(sentence).startsWith("Session level, unless it was taken again"));
            assertThat(judged.unknown())
                    .noneSatisfy(sentence -> assertThat(sentence).startsWith("Session or transaction level"));
        }
    }

    @Test
    void leavesALeaseAlone() throws SQLException, IOException {
        LockName leader = new LockName("scheduler", LockName.Source.REGISTRY, "", LockName.Category.LEADER, true);
        try (Scene scene = Scene.fresh()) {
            scene.open("scheduler").run(LOCK);
            LockNames names = lock -> lock.key().equals(KEY) ? Optional.of(leader) : Optional.empty();

            Assessment judged = new Court(scene, STRICT, names, scene.capabilities()).of(KEY);

            assertThat(judged.state()).isEqualTo(State.LEASE);
            assertThat(judged.severity()).isEqualTo(Severity.NORMAL);
            assertThat(judged.suggestion()).isEqualTo(new Suggestion.None());
        }
    }

    @Test
    void provesThatAClientIsGone() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("killed").run(LOCK);
            holder.start("SELECT pg_sleep(60)");
            Court court = new Court(scene, DEFAULTS);
            assertThat(court.of(KEY).state()).isEqualTo(State.ACTIVE);
            holder.kill();

            Assessment judged = court.await(KEY, "its client is gone", one -> one.state() == State.CLIENT_GONE);

            assertThat(judged.severity()).isEqualTo(Severity.STUCK);
            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.CLIENT_GONE);
            assertThat(pids(judged.suggestion())).containsExactly(holder.pid());
            assertThat(judged.sentence()).contains("whose client is gone, running on");
            assertThat(judged.held()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void hidesNothingThatAPlainRoleMaySee() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()
                .run("DO $$ BEGIN CREATE ROLE plain_watcher LOGIN;"
                        + " EXCEPTION WHEN duplicate_object THEN NULL; END $$")) {
            Actor holder = scene.open("secretive").run(LOCK);
            Actor waiter = scene.open("waiter");
            waiter.blocks(LOCK);
            Actor plain = scene.open("watcher", "plain_watcher");
            Capabilities rights = Capabilities.of(plain.connection());

            Assessment judged = new Court(scene, STRICT, LockNames.NONE, rights)
                    .of(KEY, mana.studio.locks.look.Looker.look(plain.connection(), List.of()));

            assertThat(rights.seesAll()).isFalse();
            assertThat(judged.state()).isEqualTo(State.HIDDEN);
            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.HIDDEN);
            assertThat(judged.severity()).isEqualTo(Severity.STUCK);
            assertThat(judged.sentence())
                    .contains("secretive (pid " + holder.pid() + "), whose details are hidden, in no transaction");
            assertThat(judged.unknown())
                    .contains("What pid " + holder.pid() + " does: that needs pg_read_all_stats or pg_monitor.");
            assertThat(judged.suggestion()).isInstanceOf(Suggestion.AskSuperuser.class);
            assertThat(judged.evidence())
                    .contains("The session belongs to the superuser postgres: only a superuser can end it.");
            assertThat(judged.roots()).containsExactly(holder.pid());
        }
    }

    @Test
    void asksASuperuserForASuperusersSession() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()
                .run("DO $$ BEGIN CREATE ROLE lock_watcher LOGIN IN ROLE pg_monitor,"
                        + " pg_signal_backend; CREATE ROLE lock_owner LOGIN;"
                        + " EXCEPTION WHEN duplicate_object THEN NULL; END $$")) {
            Actor holder = scene.open("root-owned").run(LOCK);
            Actor ordinary = scene.open("ordinary", "lock_owner").run("SELECT pg_advisory_lock(2)");
            Actor watcher = scene.open("watcher", "lock_watcher");
            Court court = new Court(scene, STRICT, LockNames.NONE, Capabilities.of(watcher.connection()));

            assertThat(court.of(KEY).state()).isEqualTo(State.IDLE);
            assertThat(court.of(KEY).suggestion()).isInstanceOf(Suggestion.AskSuperuser.class);
            assertThat(pids(court.of(KEY).suggestion())).containsExactly(holder.pid());
            assertThat(court.of(LockKey.of(2)).suggestion()).isInstanceOf(Suggestion.EndHolder.class);
            assertThat(pids(court.of(LockKey.of(2)).suggestion())).containsExactly(ordinary.pid());
        }
    }

    @Test
    void knowsItsOwnSessions() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            Actor own = scene.open("mana-schema-studio").run(LOCK);

            Assessment judged = new Court(scene, STRICT).of(KEY);

            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.OWN_SESSION);
            assertThat(judged.suggestion()).isEqualTo(new Suggestion.None());
            assertThat(judged.sentence())
                    .startsWith("Held by this studio")
                    .contains("pid " + own.pid())
                    .endsWith("Release it there.");
        }
    }

    @Test
    void sortsTheWorstFirst() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            scene.open("quiet").run("SELECT pg_advisory_lock(1)");
            scene.open("holder").run("BEGIN").run("SELECT pg_advisory_lock(2)");
            Actor first = scene.open("first").run("SELECT pg_advisory_lock(3)");
            scene.open("waits").blocks("SELECT pg_advisory_lock(3)");

            Court court = new Court(
                    scene,
                    "{\"idleInTransaction\": {\"yellow\": 0, \"red\": 0},"
                            + " \"idleWanted\": {\"yellow\": 0, \"red\": 999}}");

            assertThat(court.all())
                    .extracting(judged -> judged.lock().key().text(), Assessment::severity)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("2", Severity.STUCK),
                            org.assertj.core.groups.Tuple.tuple("3", Severity.WARNING),
                            org.assertj.core.groups.Tuple.tuple("1", Severity.NORMAL));
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void seesThatAClientDoesNotRead() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("slow-reader").run(LOCK);
            holder.connection()
                    .unwrap(org.postgresql.PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT repeat('x', 10000) FROM generate_series(1, 100000)) TO STDOUT")
                    .readFromCopy();
            scene.awaitTrue("SELECT wait_event = 'ClientWrite' FROM pg_stat_activity WHERE pid = " + holder.pid());

            Assessment judged = new Court(scene, STRICT).of(KEY);

            assertThat(judged.state()).isEqualTo(State.CLIENT_NOT_READING);
            assertThat(judged.severity()).isEqualTo(Severity.STUCK);
            assertThat(pids(judged.suggestion())).containsExactly(holder.pid());
            assertThat(judged.sentence()).endsWith("It cannot go on until its client reads.");
        }
    }

    @Test
    void warnsOfAWaiterThatWillTakeTheLockForNobody() throws SQLException, IOException {
        try (Scene scene = Scene.fresh()) {
            scene.open("holder").run(LOCK);
            Actor zombie = scene.open("zombie");
            zombie.blocks(LOCK);
            Court court = new Court(scene, STRICT);
            zombie.kill();

            String warning = "The client of waiter pid " + zombie.pid()
                    + " is gone: when its turn comes it takes the lock and keeps it, idle.";
            Assessment judged = court.await(
                    KEY, "the waiter's client is gone", one -> one.evidence().contains(warning));

            assertThat(judged.state()).isEqualTo(State.IDLE);
        }
    }

    private static Actor open(Scene scene, String application) {
        try {
            return scene.open(application);
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    static List<Integer> pids(Suggestion suggestion) {
        List<BackendId> sessions = switch (suggestion) {
            case Suggestion.EndHolder(List<BackendId> ids) -> ids;
            case Suggestion.EndRoot(List<BackendId> ids) -> ids;
            case Suggestion.CancelWaiter(List<BackendId> ids) -> ids;
            case Suggestion.AskSuperuser(List<BackendId> ids) -> ids;
            case Suggestion.CancelStatement(BackendId id) -> List.of(id);
            case Suggestion.None _, Suggestion.Wait _, Suggestion.EndPrepared _ -> List.of();
        };
        return sessions.stream().map(BackendId::pid).toList();
    }
}
