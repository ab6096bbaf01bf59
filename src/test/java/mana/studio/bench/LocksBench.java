package mana.studio.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mana.studio.connection.Incident;
import mana.studio.connection.SmallServer;
import mana.studio.locks.Board;
import mana.studio.locks.Scene;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.Looker;
import mana.studio.locks.names.DatabaseKeys;
import mana.studio.locks.names.Letters;
import mana.studio.locks.names.LockNames;
import mana.studio.locks.names.Registry;
import mana.studio.locks.names.ToolKeys;
import mana.studio.locks.verdict.Judge;
import mana.studio.locks.verdict.Samples;
import mana.studio.locks.verdict.Thresholds;

/// What one refresh of the lock board costs: the look, which the server pays for, and the judging. Ten sessions hold
/// the
/// locks; where there are waiters, all wait for one of them.
final class LocksBench {
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 31;
    private static final int HOLDERS = 10;
    private static final List<Integer> SIZES = List.of(10, 1_000, 50_000);
    private static final List<Integer> WAITERS = List.of(0, 100);
    private static final String LINE = "%8s %8s %8s %11s %11s %11s%n";

    private LocksBench() {}

    /// @param arguments the numbers of locks; 10, 1,000 and 50,000 where there are none
    static void run(List<String> arguments) throws Exception {
        List<Integer> sizes = arguments.isEmpty()
                ? SIZES
                : arguments.stream().map(Integer::valueOf).toList();
        System.out.println("One refresh of the lock board, medians of " + ROUNDS);
        System.out.printf(LINE, "locks", "waiters", "shown", "look ms", "least ms", "judge ms");
        try (SmallServer server = SmallServer.start(
                Map.of("max_connections", "150", "max_locks_per_transaction", "512", "fsync", "off"))) {
            for (int size : sizes) {
                for (int waiters : WAITERS) {
                    measure(server, size, waiters);
                }
            }
        }
    }

    private static void measure(SmallServer server, int locks, int waiters) throws Exception {
        try (Scene scene = Scene.of(server.server(), "postgres");
                Incident incident = new Incident(server.server().target("postgres"), null)) {
            for (int holder = 0; holder < HOLDERS; holder++) {
                scene.open("holder " + holder)
                        .run("SELECT count(pg_advisory_lock(n)) FROM generate_series(%d, %d) n"
                                .formatted(holder * (locks / HOLDERS) + 1, (holder + 1) * (locks / HOLDERS)));
            }
            for (int waiter = 0; waiter < waiters; waiter++) {
                scene.open("waiter").begin("SELECT pg_advisory_lock(1)");
            }
            scene.await("all wait", board -> board.awaited() == waiters);
            row(incident, locks, waiters);
        }
    }

    private static void row(Incident incident, int locks, int waiters) throws SQLException {
        Capabilities capabilities = incident.look(Capabilities::of);
        LockNames names = Registry.MANA
                .or(new ToolKeys())
                .or(new DatabaseKeys(capabilities.databaseId(), capabilities.database()))
                .or(new Letters());
        Judge judge = new Judge(Thresholds.DEFAULT, names);
        Samples samples = new Samples();
        List<Double> looking = new ArrayList<>();
        List<Double> judging = new ArrayList<>();
        Board board = null;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            board = incident.look(session -> Looker.look(session, List.of()));
            long looked = System.nanoTime();
            samples.add(board, capabilities);
            judge.judge(board, capabilities, samples);
            if (round >= 0) {
                looking.add((looked - begun) / 1e6);
                judging.add((System.nanoTime() - looked) / 1e6);
            }
        }
        looking.sort(null);
        judging.sort(null);
        System.out.printf(
                LINE,
                locks,
                waiters,
                board == null ? 0 : board.locks().size(),
                tenths(looking.get(ROUNDS / 2)),
                tenths(looking.getFirst()),
                tenths(judging.get(ROUNDS / 2)));
    }

    private static String tenths(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }
}
