package mana.studio.locks.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import mana.studio.connection.Endpoint;
import mana.studio.connection.Incident;
import mana.studio.connection.Target;
import mana.studio.locks.Holder;
import mana.studio.locks.LockKey;
import mana.studio.locks.Scene;
import mana.studio.locks.Scene.Actor;
import mana.studio.locks.watch.Sight.Pace;
import org.junit.jupiter.api.Test;

class WatchingTest {
    private final BlockingQueue<Sight> sights = new LinkedBlockingQueue<>();

    private static Target target(Scene scene) {
        return scene.server().target(scene.database());
    }

    private Sight next(Predicate<Sight> wanted) throws InterruptedException {
        while (true) {
            Sight sight = sights.poll(20, TimeUnit.SECONDS);
            assertThat(sight).as("a sight in time").isNotNull();
            if (wanted.test(sight)) {
                return sight;
            }
        }
    }

    @Test
    void looksAtOnceAndWhenAsked() throws Exception {
        LockKey key = LockKey.of(71);
        try (Scene scene = Scene.fresh();
                Incident incident = new Incident(target(scene), null);
                Watching watching = new Watching(incident, (_, _) -> List.of())) {
            watching.onSight(sights::add);
            watching.start(Pace.PAUSED);
            Sight first = next(_ -> true);
            assertThat(first.isFresh()).isTrue();
            assertThat(first.capabilities().database()).isEqualTo(scene.database());
            assertThat(first.pace()).isEqualTo(Pace.PAUSED);
            assertThat(first.board().lock(scene.id(key))).isEmpty();
            scene.open("app").run("SELECT pg_advisory_lock(71)");
            assertThat(sights.poll(300, TimeUnit.MILLISECONDS))
                    .as("while paused")
                    .isNull();
            watching.lookNow();
            assertThat(next(_ -> true).board().lock(scene.id(key))).isPresent();
            assertThat(incident.sessions()).isEqualTo(2);
        }
    }

    @Test
    void looksCloselyForAWhile() throws Exception {
        try (Scene scene = Scene.fresh();
                Incident incident = new Incident(target(scene), null);
                Watching watching = new Watching(incident, (_, _) -> List.of())) {
            watching.onSight(sights::add);
            watching.start(Pace.BADGE);
            next(_ -> true);
            watching.pace(Pace.CLOSE);
            assertThat(next(_ -> true).pace()).isEqualTo(Pace.CLOSE);
            next(_ -> true);
        }
    }

    @Test
    void hasOneLookUnderWayAndDropsWhatIsOlderThanTheLastDemand() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch judged = new CountDownLatch(1);
        AtomicInteger judging = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();
        try (Scene scene = Scene.fresh();
                Incident incident = new Incident(target(scene), null);
                Watching watching = new Watching(incident, (_, _) -> {
                    together.set(Math.max(together.get(), judging.incrementAndGet()));
                    judged.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException interrupted) {
                        throw new AssertionError(interrupted);
                    }
                    judging.decrementAndGet();
                    return List.of();
                })) {
            watching.onSight(sights::add);
            watching.start(Pace.PAUSED);
            judged.await();
            scene.open("app").run("SELECT pg_advisory_lock(72)");
            for (int i = 0; i < 100; i++) {
                watching.lookNow();
            }
            release.countDown();
            Sight first = next(_ -> true);
            assertThat(first.board().lock(scene.id(LockKey.of(72))))
                    .as("the look after the demand")
                    .isPresent();
            assertThat(sights.poll(300, TimeUnit.MILLISECONDS))
                    .as("a hundred demands, one look")
                    .isNull();
            assertThat(together).hasValue(1);
        }
    }

    @Test
    void showsThePinnedKeyOfASessionWithFiftyThousandLocks() throws Exception {
        try (Scene scene = Scene.fresh();
                Incident incident = new Incident(target(scene), null);
                Watching watching = new Watching(incident, (_, _) -> List.of())) {
            // The tests' server has room for 51,200 locks and more.
            Actor bulk = scene.open("bulk-importer")
                    .run("SELECT count(pg_advisory_lock(i)) FROM generate_series(1, 50000) i");
            List<Actor> crowd = new ArrayList<>();
            int room = room(scene);
            for (int i = 0; i < room; i++) {
                crowd.add(scene.open("worker " + i).run("SELECT pg_advisory_lock(7, " + i + ")"));
            }
            watching.onSight(sights::add);
            watching.start(Pace.PAUSED);
            Sight sight = next(_ -> true);
            assertThat(sight.isFresh()).isTrue();
            assertThat(sight.board().granted()).isGreaterThanOrEqualTo(50_000 + room);
            LockKey last = LockKey.of(49_999);
            assertThat(sight.board().lock(scene.id(last))).isEmpty();
            watching.pin(List.of(last));
            Sight pinned = next(_ -> true);
            Holder.Session holder =
                    pinned.board().lock(scene.id(last)).orElseThrow().sessions().getFirst();
            assertThat(holder.backend().pid()).isEqualTo(bulk.pid());
            assertThat(holder.locks()).isEqualTo(50_000);
            assertThat(pinned.board().locks()).hasSizeLessThan(1_100);
            System.out.println("Watching 50,000 locks of one session and " + room + " sessions: "
                    + pinned.board().took().toMillis() + " ms");
        }
    }

    private static int room(Scene scene) throws SQLException {
        try (var statement = scene.open("counter").connection().createStatement();
                var row = statement.executeQuery("SELECT current_setting('max_connections')::int"
                        + " - current_setting('superuser_reserved_connections')::int - count(*) - 8"
                        + " FROM pg_stat_activity")) {
            row.next();
            return Math.max(10, row.getInt(1));
        }
    }

    @Test
    void saysThatNobodyAnswersAndKeepsTrying() throws Exception {
        Target nobody = new Target(List.of(new Endpoint("127.0.0.1", 1)), "db", "me", java.util.Map.of());
        try (Incident incident = new Incident(nobody, null);
                Watching watching = new Watching(incident, (_, _) -> List.of())) {
            watching.onSight(sights::add);
            long begun = System.nanoTime();
            watching.start(Pace.WATCHED);
            Sight first = next(_ -> true);
            assertThat(first.trouble().kind()).isEqualTo(Sight.Kind.UNREACHABLE);
            assertThat(first.trouble().headline()).contains("127.0.0.1:1");
            assertThat(first.board()).isNull();
            next(_ -> true);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(950));
        }
    }
}
