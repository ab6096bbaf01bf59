package mana.studio.locks.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mana.studio.connection.Incident;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.Scene;
import mana.studio.locks.Scene.Actor;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Audit;
import mana.studio.locks.release.Outcome;
import mana.studio.locks.release.Outcome.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityTest {
    @TempDir
    Path folder;

    private Activity look(Incident incident) throws SQLException {
        return incident.look(connection -> ActivityLooker.look(connection, Capabilities.of(connection)));
    }

    private Ending ending(Incident incident) {
        return new Ending(incident, new Audit(folder.resolve("acts.jsonl")));
    }

    private static Incident incident(Scene scene) {
        return new Incident(scene.server().target(scene.database()), null);
    }

    private static Backend seen(Activity activity, Actor actor) {
        return activity.session(actor.pid()).orElseThrow().backend();
    }

    @Test
    void showsWhoWaitsForWhom() throws Exception {
        try (Scene scene = Scene.fresh();
                Incident incident = incident(scene)) {
            scene.run("CREATE TABLE orders (id integer)");
            Actor root = scene.open("importer").run("BEGIN").run("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
            Actor middle = scene.open("api");
            middle.blocks("SELECT * FROM orders");
            Actor last = scene.open("migration");
            last.blocks("ALTER TABLE orders ADD COLUMN x integer");
            Activity activity = look(incident);
            assertThat(activity.session(root.pid())).hasValueSatisfying(session -> {
                assertThat(session.isRoot()).isTrue();
                assertThat(session.doing()).isEqualTo(Doing.IN_TRANSACTION);
                assertThat(session.blocks()).contains(middle.pid());
            });
            assertThat(seen(activity, middle).waitsFor()).isEqualTo("AccessShareLock on orders");
            List<Activity.Branch> tree = activity.blocking();
            assertThat(tree)
                    .extracting(branch -> branch.session().backend().pid())
                    .containsSubsequence(root.pid(), middle.pid(), last.pid());
            assertThat(tree.getFirst().depth()).isZero();
            assertThat(activity.clients()).isGreaterThanOrEqualTo(4);
            assertThat(activity.session(incident.look(connection -> {
                        try (var row = connection.createStatement().executeQuery("SELECT pg_backend_pid()")) {
                            row.next();
                            return row.getInt(1);
                        }
                    })))
                    .hasValueSatisfying(own -> assertThat(own.ours()).isTrue());
        }
    }

    @Test
    void cancelsTheStatementThatWasSeenAndNoOther() throws Exception {
        try (Scene scene = Scene.fresh();
                Incident incident = incident(scene)) {
            Actor sleeper = scene.open("report");
            var end = sleeper.start("SELECT pg_sleep(60)");
            Backend seen = seen(look(incident), sleeper);
            Outcome outcome = ending(incident).carryOut(new Ending.Order(Act.CANCEL, seen, "too long"));
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
            assertThat(Objects.requireNonNull(end.get(20, TimeUnit.SECONDS)).getSQLState()).isEqualTo("57014");
            assertThat(sleeper.isAlive()).isTrue();
            var next = sleeper.start("SELECT pg_sleep(61)");
            assertThat(ending(incident).carryOut(new Ending.Order(Act.CANCEL, seen, "")))
                    .isInstanceOfSatisfying(
                            Outcome.Missed.class,
                            missed -> assertThat(missed.why()).isEqualTo(Why.WORKED_SINCE));
            assertThat(next).isNotDone();
            assertThat(Files.readString(folder.resolve("acts.jsonl")))
                    .contains("too long")
                    .contains("\"phase\":\"outcome\"");
        }
    }

    @Test
    void endsTheSessionThatWasSeenAndNoOther() throws Exception {
        try (Scene scene = Scene.fresh();
                Incident incident = incident(scene)) {
            scene.run("CREATE TABLE orders (id integer)");
            Actor idle = scene.open("forgotten").run("BEGIN").run("LOCK TABLE orders");
            Actor waiting = scene.open("api");
            var end = waiting.blocks("SELECT * FROM orders");
            Backend seen = seen(look(incident), idle);
            BackendId another = new BackendId(
                    seen.pid(), "2001-01-01 00:00:00+00", seen.id().role(), null);
            Backend recycled = seen.placed(another, seen.inTransaction(), null, List.of(), Set.of());
            assertThat(ending(incident).carryOut(new Ending.Order(Act.END, recycled, "")))
                    .isInstanceOfSatisfying(
                            Outcome.Missed.class,
                            missed -> assertThat(missed.why()).isEqualTo(Why.OTHER_SESSION));
            assertThat(idle.isAlive()).isTrue();
            assertThat(ending(incident).carryOut(new Ending.Order(Act.END, seen, "")))
                    .isInstanceOf(Outcome.Done.class);
            assertThat((Throwable) end.get(20, TimeUnit.SECONDS)).isNull();
            assertThat(waiting.isAlive()).isTrue();
            assertThat(ending(incident).carryOut(new Ending.Order(Act.END, seen, "")))
                    .isInstanceOfSatisfying(
                            Outcome.Missed.class,
                            missed -> assertThat(missed.why()).isEqualTo(Why.GONE));
        }
    }
}
