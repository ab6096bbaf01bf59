package mana.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mana.studio.connection.ConnectionString;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.LockKey;
import mana.studio.locks.Scene;
import mana.studio.locks.Scene.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocksReleaseTest {
    private static final LockKey KEY = LockKey.of(-1, 42);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Scene scene;
    private String url;

    @BeforeEach
    void enter() throws SQLException {
        scene = Scene.fresh();
        url = ConnectionString.print(scene.server().target(scene.database()));
    }

    @AfterEach
    void leave() throws SQLException {
        scene.close();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(1, List.of("--url", url));
        all.addFirst("locks");
        return Cli.run(all, new PrintWriter(out), new PrintWriter(err));
    }

    private Backend seen(Actor actor) throws SQLException {
        return scene.look().backend(actor.pid()).orElseThrow();
    }

    private int release(Actor holder, String... more) throws SQLException {
        List<String> all = new ArrayList<>(
                List.of("release", "--key", "-1,42", "--pid", String.valueOf(holder.pid()), "--backend-start"));
        all.add(String.valueOf(seen(holder).id().start()));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private Actor holder() throws SQLException {
        return scene.open("mana-auth").run("SELECT pg_advisory_lock(-1, 42)");
    }

    @Test
    void releasesAndProves() throws Exception {
        Actor holder = holder();
        Actor bystander = scene.open("bystander").run("SELECT pg_advisory_lock(1)");
        Actor waiter = scene.open("migrate");
        var waits = waiter.blocks("SELECT pg_advisory_lock(-1, 42)");
        assertThat(release(holder)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("Next: migrate")
                .contains("migrate (pid " + waiter.pid() + ") waited for the lock and has it now.");
        assertThat(waits).succeedsWithin(Duration.ofSeconds(10)).isNull();
        assertThat(holder.isAlive()).isFalse();
        assertThat(bystander.isAlive()).isTrue();
    }

    @Test
    void printsJson() throws Exception {
        Actor holder = holder();
        Actor waiter = scene.open("migrate");
        waiter.blocks("SELECT pg_advisory_lock(-1, 42)");
        assertThat(release(holder, "--json", "--reason", "deploy hangs")).isZero();
        JsonNode root = JsonMapper.shared().readTree(out.toString());
        assertThat(root.get("format").asString()).isEqualTo("lock-release/1");
        assertThat(root.get("outcome").asString()).isEqualTo("handed-over");
        assertThat(root.at("/heldBy/pid").asInt()).isEqualTo(waiter.pid());
        assertThat(root.get("key").asString()).isEqualTo("-1,42");
        assertThat(root.at("/target/pid").asInt()).isEqualTo(holder.pid());
        assertThat(root.at("/aftermath/invalidIndexes").size()).isZero();
    }

    @Test
    void refusesAnotherStart() throws Exception {
        Actor holder = holder();
        assertThat(run(
                        "release",
                        "--key",
                        "-1,42",
                        "--pid",
                        String.valueOf(holder.pid()),
                        "--backend-start",
                        "2026-01-01 00:00:00+00"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("another session has this pid now");
        assertThat(holder.isAlive()).isTrue();
    }

    @Test
    void refusesOneThatIsGone() throws Exception {
        Actor holder = holder();
        String start = String.valueOf(seen(holder).id().start());
        holder.leave();
        assertThat(run(
                        "release",
                        "--key",
                        "-1,42",
                        "--pid",
                        String.valueOf(holder.pid()),
                        "--backend-start",
                        start,
                        "--json"))
                .isEqualTo(3);
        assertThat(JsonMapper.shared().readTree(out.toString()).get("message").asString())
                .contains("the session has ended");
    }

    @Test
    void refusesOneThatWorksUnlessForced() throws Exception {
        Actor holder = holder();
        holder.start("SELECT pg_sleep(60)");
        assertThat(release(holder)).isEqualTo(3);
        assertThat(err.toString())
                .contains("It is working: SELECT pg_sleep(60)")
                .contains("--force-busy");
        assertThat(holder.isAlive()).isTrue();
        scene.open("migrate").blocks("SELECT pg_advisory_lock(-1, 42)");
        assertThat(release(holder, "--force-busy")).isZero();
        assertThat(holder.isAlive()).isFalse();
    }

    @Test
    void saysThatOthersHoldItStill() throws Exception {
        Actor one = scene.open("worker").run("SELECT pg_advisory_lock_shared(-1, 42)");
        Actor other = scene.open("worker").run("SELECT pg_advisory_lock_shared(-1, 42)");
        assertThat(release(one)).isEqualTo(5);
        assertThat(err.toString()).contains("still held, by 1 session");
        assertThat(other.isAlive()).isTrue();
        assertThat(scene.lock(KEY))
                .map(AdvisoryLock::sessions)
                .hasValueSatisfying(held -> assertThat(held).hasSize(1));
    }

    @Test
    void refusesWhatIsNoKey() {
        assertThat(run("release", "--key", "x", "--pid", "1", "--backend-start", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("This is no key of an advisory lock: x");
    }

    @Test
    void refusesAPreparedTransactionThatIsNotThere() {
        assertThat(run("rollback-prepared", "--gid", "nothing")).isEqualTo(3);
        assertThat(err.toString()).contains("no prepared transaction nothing holds an advisory lock");
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        url = "postgres://me@127.0.0.1:1/x";
        assertThat(run("rollback-prepared", "--gid", "x")).isOne();
        assertThat(err.toString()).contains("127.0.0.1:1").doesNotContain("\tat ");
    }
}
