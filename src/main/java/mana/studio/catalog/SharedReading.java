package mana.studio.catalog;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs readings on one connection, helped by others which join its snapshot.
///
/// Nobody waits for a helper to get a connection: the first connection takes whatever is left, so that several readers
/// on one exhausted pool all come to their end. A helper that is refused (by the pool, a standby, a pooler) leaves the
/// work to the first.
final class SharedReading {
    private static final Logger LOG = LoggerFactory.getLogger(SharedReading.class);

    private final Queue<Reading<?>> waiting;
    private int running;
    private @Nullable Exception failure;

    /// @param readings the most expensive first
    SharedReading(Collection<Reading<?>> readings) {
        waiting = new ArrayDeque<>(readings);
    }

    /// Runs all of them.
    ///
    /// @param snapshot the exported snapshot of `first`
    void run(SnapshotConnection first, DataSource source, Cancellation cancellation, String snapshot, int helpers)
            throws SQLException {
        // Platform threads: an interrupt ends their wait for the pool, but closes no socket as it would for virtual
        // ones.
        List<Thread> threads = IntStream.range(0, helpers)
                .mapToObj(_ -> Thread.ofPlatform()
                        .daemon()
                        .name("catalog-helper")
                        .start(() -> help(source, cancellation, snapshot)))
                .toList();
        try {
            work(first);
            awaitOthers();
        } finally {
            threads.forEach(Thread::interrupt);
        }
        rethrow();
    }

    /// Runs all of them on one connection.
    void run(SnapshotConnection only) throws SQLException {
        work(only);
        rethrow();
    }

    private void help(DataSource source, Cancellation cancellation, String snapshot) {
        if (isOver()) {
            return;
        }
        try (SnapshotConnection connection = SnapshotConnection.join(source, cancellation, snapshot)) {
            work(connection);
        } catch (SQLException refused) {
            LOG.debug("The catalog is read without this connection", refused);
        }
    }

    private void work(SnapshotConnection connection) {
        for (Reading<?> reading = take(); reading != null; reading = take()) {
            try {
                reading.run(connection);
                done(null);
            } catch (SQLException | RuntimeException failed) {
                done(failed);
            }
        }
    }

    private synchronized boolean isOver() {
        return waiting.isEmpty();
    }

    private synchronized @Nullable Reading<?> take() {
        Reading<?> reading = waiting.poll();
        if (reading != null) {
            running++;
        }
        return reading;
    }

    private synchronized void done(@Nullable Exception failed) {
        running--;
        if (failed != null) {
            waiting.clear();
            failure = failure == null ? failed : failure;
        }
        notifyAll();
    }

    private synchronized void awaitOthers() {
        while (running > 0) {
            try {
                wait();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    private synchronized void rethrow() throws SQLException {
        switch (failure) {
            case null -> {}
            case SQLException sql -> throw sql;
            case RuntimeException runtime -> throw runtime;
            case Exception other -> throw new IllegalStateException(other);
        }
    }
}
