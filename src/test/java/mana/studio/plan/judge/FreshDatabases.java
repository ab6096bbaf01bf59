package mana.studio.plan.judge;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mana.studio.testing.Scripts;
import org.jspecify.annotations.Nullable;

/// Empty databases, made ready ahead while others are used. To make one costs more than all that is done with it, so
/// used ones are emptied, and dropped only where something of them stays behind.
final class FreshDatabases implements AutoCloseable {
    private static final int AHEAD = 6;
    private static final int USES = 60;
    private static final String EMPTY = Scripts.resource(FreshDatabases.class, "empty.sql");
    private static final String EMPTINESS = Scripts.resource(FreshDatabases.class, "emptiness.sql");

    private final BlockingQueue<JudgedDatabase> fresh = new ArrayBlockingQueue<>(AHEAD);
    private final BlockingQueue<JudgedDatabase> used = new LinkedBlockingQueue<>();
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;
    private @Nullable String emptiness;
    private int number;

    FreshDatabases() {
        Thread.ofPlatform().daemon().name("fresh-databases").start(this::serve);
    }

    JudgedDatabase take() {
        try {
            while (true) {
                JudgedDatabase database = fresh.poll(1, TimeUnit.SECONDS);
                if (database != null) {
                    return database;
                }
                if (failure != null) {
                    throw new IllegalStateException(failure);
                }
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    void giveBack(JudgedDatabase database) {
        used.add(database);
    }

    private void serve() {
        try (Connection session = JudgedDatabase.connect("postgres");
                Statement statement = session.createStatement()) {
            while (!closed) {
                fresh.put(next(statement));
            }
            for (JudgedDatabase left = fresh.poll(); left != null; left = fresh.poll()) {
                drop(statement, left);
            }
            for (JudgedDatabase left = used.poll(); left != null; left = used.poll()) {
                drop(statement, left);
            }
        } catch (SQLException | RuntimeException refused) {
            failure = refused;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private JudgedDatabase next(Statement statement) throws SQLException {
        for (JudgedDatabase database = used.poll(); database != null; database = used.poll()) {
            if (isEmptied(database)) {
                return database;
            }
            drop(statement, database);
        }
        String name = "judged_" + Integer.toHexString(System.identityHashCode(this)) + "_" + number++;
        statement.execute("CREATE DATABASE " + name + " TEMPLATE template0");
        JudgedDatabase made = new JudgedDatabase(name);
        if (emptiness == null) {
            emptiness = made.query(EMPTINESS).getFirst().getFirst();
        }
        return made;
    }

    private boolean isEmptied(JudgedDatabase database) {
        try {
            if (database.uses() > USES) {
                return false;
            }
            database.execute("DISCARD ALL");
            database.execute(EMPTY);
            return database.query(EMPTINESS).getFirst().getFirst().equals(emptiness);
        } catch (SQLException refused) {
            return false;
        }
    }

    private static void drop(Statement statement, JudgedDatabase database) throws SQLException {
        database.close();
        try {
            statement.execute("DROP DATABASE " + database.name() + " WITH (FORCE)");
        } catch (SQLException kept) {
            // A subscription holds it. The server's data vanish with the server.
        }
    }

    @Override
    public void close() {
        closed = true;
        // The maker may wait for room.
        fresh.drainTo(used);
    }
}
