package mana.studio.catalog;

import java.sql.SQLException;
import java.util.Objects;
import mana.studio.catalog.SnapshotConnection.Decoder;
import org.jspecify.annotations.Nullable;

/// One query to be run by whichever connection is free, and what came of it.
final class Reading<T> {
    private final String query;
    private final Decoder<T> decoder;
    private volatile @Nullable T result;

    Reading(String query, Decoder<T> decoder) {
        this.query = query;
        this.decoder = decoder;
    }

    /// A reading whose result is known without asking.
    static <T> Reading<T> of(T known) {
        Reading<T> reading = new Reading<>("", _ -> known);
        reading.result = known;
        return reading;
    }

    void run(SnapshotConnection connection) throws SQLException {
        result = connection.query(query, decoder);
    }

    /// What was read; to be asked only after it ran.
    T result() {
        return Objects.requireNonNull(result, query);
    }
}
