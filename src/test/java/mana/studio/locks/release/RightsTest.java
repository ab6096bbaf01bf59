package mana.studio.locks.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mana.studio.connection.Incident;
import mana.studio.connection.Target;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.Board;
import mana.studio.locks.LockKey;
import mana.studio.locks.Scene;
import mana.studio.locks.Scene.Actor;
import mana.studio.locks.look.Capabilities.Refusal;
import mana.studio.locks.look.Looker;
import mana.studio.locks.release.Outcome.Proof;
import mana.studio.locks.release.Outcome.Why;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may see and end whom.
class RightsTest {
    private static final LockKey KEY = LockKey.of(-1, 42);
    private static final Duration BRIEF = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    private Scene scene;
    private Actor bystander;

    @BeforeAll
    static void makeRoles() {
        TestServer.execute(TestServer.server().source("postgres"), """
            CREATE ROLE release_app LOGIN;
            CREATE ROLE release_plain LOGIN;
            CREATE ROLE release_signals LOGIN IN ROLE pg_signal_backend;
            CREATE ROLE release_sees LOGIN IN ROLE pg_read_all_stats;
            CREATE ROLE release_hostile LOGIN IN ROLE pg_read_all_stats, pg_signal_backend;
            ALTER ROLE release_hostile SET statement_timeout = '50ms';
            ALTER ROLE release_hostile SET lock_timeout = '1ms';
            ALTER ROLE release_hostile SET idle_session_timeout = '400ms';
            ALTER ROLE release_hostile SET default_transaction_read_only = on;
            ALTER ROLE release_hostile SET search_path = nowhere;
            ALTER ROLE release_hostile SET DateStyle = 'German';
            ALTER ROLE release_hostile SET TimeZone = 'Asia/Kolkata'
            """);
    }

    @BeforeEach
    void enter() throws SQLException {
        scene = Scene.fresh();
        bystander = scene.open("bystander", "release_app").run("SELECT pg_advisory_lock(1)");
    }

    @AfterEach
    void leave() throws SQLException {
        scene.close();
    }

    private Incident as(String user) {
        Target target = scene.server().target(scene.database());
        return new Incident(new Target(target.endpoints(), target.database(), user, Map.of()), null);
    }

    private Release release(Incident incident) {
        return new Release(incident, new Audit(folder.resolve("acts.jsonl")), Counting.NONE, BRIEF);
    }

    private Actor holder(String user) throws SQLException {
        return scene.open("mana-auth", user).run("SELECT pg_advisory_lock(-1, 42)");
    }

    private Evidence evidence(Incident incident, Actor holder) throws SQLException {
        Board board = incident.look(session -> Looker.look(session, List.of(KEY)));
        Backend seen = board.backend(holder.pid()).orElseThrow();
        return ((Finding.Ready) release(incident).find(Aim.holder(scene.id(KEY), seen), board, List.of())).evidence();
    }

    private Outcome end(Incident incident, Evidence evidence) {
        return release(incident)
                .carryOut(new Order.OfSession(evidence, Act.END, "", true, false), _ -> {})
                .outcome();
    }

    private void assertHarmed(Actor holder, boolean ended) throws SQLException {
        assertThat(holder.isAlive()).isEqualTo(!ended);
        assertThat(bystander.isAlive()).isTrue();
    }

    @Test
    void endsAMaskedSessionByWhatIsLeftOfItsIdentity() throws Exception {
        Actor holder = holder("release_app");
        try (Incident incident = as("release_signals")) {
            Evidence evidence = evidence(incident, holder);
            assertThat(evidence.target().masked()).isTrue();
            assertThat(evidence.aim().session().start()).isNull();
            assertThat(evidence.refusal()).isEmpty();
            assertThat(evidence.unknown().getFirst()).contains("pg_read_all_stats");
            Aim aim = evidence.aim();
            BackendId id = aim.session();
            Aim other = new Aim(
                    aim.lock(), new BackendId(id.pid(), null, id.role(), id.processSlot() + "9"), null, aim.part());
            Signal wrong = new Signal(other, Act.END, Duration.ofSeconds(5), 180000);
            assertThat(incident.act(wrong::send).why()).contains(Why.NO_LONGER_HOLDS);
            assertHarmed(holder, false);
            assertThat(end(incident, evidence)).isEqualTo(new Outcome.Done(new Proof.Free()));
        }
        assertHarmed(holder, true);
    }

    @Test
    void doesNotActOnAMaskedRootThatItCouldNotKnowAgain() throws Exception {
        scene.run("CREATE TABLE t (a int); GRANT ALL ON t TO release_app");
        Actor root = scene.open("psql", "release_app");
        root.connection().setAutoCommit(false);
        root.run("LOCK TABLE t");
        Actor holder = holder("release_app");
        holder.blocks("INSERT INTO t VALUES (1)");
        try (Incident incident = as("release_signals")) {
            Board board = incident.look(session -> Looker.look(session, List.of(KEY)));
            Aim aim = Aim.root(scene.id(KEY), board.backend(root.pid()).orElseThrow());
            assertThat(release(incident).find(aim, null, List.of()))
                    .isInstanceOfSatisfying(
                            Finding.Changed.class,
                            changed -> assertThat(changed.missed().why()).isEqualTo(Why.NOT_IDENTIFIED));
        }
        assertHarmed(root, false);
    }

    @Test
    void saysThatAPlainRoleMayNot() throws Exception {
        Actor holder = holder("release_app");
        for (String user : List.of("release_plain", "release_sees")) {
            try (Incident incident = as(user)) {
                Evidence evidence = evidence(incident, holder);
                assertThat(evidence.refusal()).contains(new Refusal.NoRight(user, "release_app"));
                assertThat(end(incident, evidence)).isInstanceOf(Outcome.NotPermitted.class);
            }
        }
        assertHarmed(holder, false);
    }

    @Test
    void saysThatOnlyASuperuserMayEndASuperusersSession() throws Exception {
        Actor holder = holder("postgres");
        try (Incident incident = as("release_signals")) {
            Evidence evidence = evidence(incident, holder);
            assertThat(evidence.refusal()).contains(new Refusal.OfSuperuser("postgres"));
            assertThat(end(incident, evidence)).isInstanceOf(Outcome.NotPermitted.class);
        }
        assertHarmed(holder, false);
    }

    @Test
    void letsARoleEndItsOwn() throws Exception {
        Actor holder = holder("release_app");
        try (Incident incident = as("release_app")) {
            assertThat(end(incident, evidence(incident, holder))).isEqualTo(new Outcome.Done(new Proof.Free()));
        }
        assertHarmed(holder, true);
    }

    @Test
    void isDeafToHostileSettingsOfItsRole() throws Exception {
        Actor holder = holder("release_app");
        try (Incident incident = as("release_hostile")) {
            incident.open();
            int process = incident.look(RightsTest::process);
            // An ordinary session of that role is ended by the server after it has idled for a while; ours is not.
            Actor ordinary = scene.open("ordinary", "release_hostile");
            scene.awaitTrue("SELECT count(*) = 0 FROM pg_stat_activity WHERE pid = " + ordinary.pid());
            int still = incident.look(RightsTest::process);
            assertThat(still).isEqualTo(process);
            Evidence evidence = evidence(incident, holder);
            assertThat(evidence.aim().session().start()).endsWith("+00");
            assertThat(end(incident, evidence)).isEqualTo(new Outcome.Done(new Proof.Free()));
        }
        assertHarmed(holder, true);
    }

    private static int process(java.sql.Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid() FROM (SELECT pg_sleep(0.1)) a")) {
            row.next();
            return row.getInt(1);
        }
    }

    /// The operating system gives the pid of a session that has ended to the next one: the kernel is told where to go
    /// on counting.
    @Test
    void refusesASessionThatReallyHasThePidOfTheOneThatWasSeen() throws Exception {
        Path last = Path.of("/proc/sys/kernel/ns_last_pid");
        assumeThat(Files.isWritable(last)).as("pids cannot be chosen here").isTrue();
        Actor holder = holder("release_app");
        try (Incident incident = as("postgres")) {
            incident.open();
            Evidence evidence = evidence(incident, holder).evenIfBusy();
            holder.leave();
            Actor recycled = null;
            for (int attempt = 0; attempt < 40 && recycled == null; attempt++) {
                Actor next = afterPid(last, holder.pid() - 1);
                if (next != null && next.pid() == holder.pid()) {
                    recycled = next;
                }
            }
            assumeThat(recycled).as("others were quicker to take the pid").isNotNull();
            recycled.run("SELECT pg_advisory_lock(-1, 42)");
            assertThat(end(incident, evidence)).isInstanceOfSatisfying(Outcome.Missed.class, missed -> {
                assertThat(missed.why()).isEqualTo(Why.OTHER_SESSION);
                assertThat(missed.now().pid()).isEqualTo(holder.pid());
            });
            assertHarmed(recycled, false);
        }
    }

    private Actor afterPid(Path last, int pid) throws SQLException {
        try {
            Files.writeString(last, String.valueOf(pid));
        } catch (IOException notHere) {
            return null;
        }
        return scene.open("recycled", "release_app");
    }
}
