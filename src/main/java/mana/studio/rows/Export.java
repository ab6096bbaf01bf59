package mana.studio.rows;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;
import org.jspecify.annotations.Nullable;

/// Writes all rows of a query to a file, however many: read through a cursor, in one snapshot, some at a time.
public final class Export {
    private static final int FIRST_BATCH = 50;
    private static final int LARGEST_BATCH = 500;

    /// In characters, which is what a batch should hold.
    private static final long BATCH_SIZE = 1_000_000;

    /// The export may take longer than a session may otherwise be busy, and waits for the disk in its transaction. Its
    /// cursor is read to the end.
    private static final String GUARDS =
            """
            SELECT pg_catalog.set_config(name, CASE name WHEN 'cursor_tuple_fraction' THEN '1' ELSE '0' END, true)
            FROM pg_catalog.pg_settings
            WHERE name IN ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout',
                           'cursor_tuple_fraction')
            """;

    private final DataSource source;
    private final RowQuery query;

    public Export(DataSource source, RowQuery query) {
        this.source = source;
        this.query = query;
    }

    /// Writes the file; it appears when it is complete, in place of one of that name, and not at all otherwise.
    ///
    /// @param progress told the number of rows written so far, on this thread
    /// @return the number of rows
    /// @throws CancellationException if stopping was asked for
    public long write(ExportFormat format, Path file, LongConsumer progress, Cancellation cancellation)
            throws SQLException, IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        try {
            long rows;
            try (BufferedWriter out = Files.newBufferedWriter(unfinished)) {
                rows = read(format.begin(query.relation().columns(), out), progress, cancellation);
            }
            cancellation.check();
            move(unfinished, file);
            return rows;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException refused) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private long read(ExportFormat.Output output, LongConsumer progress, Cancellation cancellation)
            throws SQLException, IOException {
        Selection selection = Selection.of(query);
        cancellation.check();
        try (Connection connection = source.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                execute(connection, Sql.of(GUARDS), cancellation);
                Sql cursor = selection.everything().in("DECLARE export NO SCROLL CURSOR FOR ", "");
                execute(connection, cursor, cancellation);
                return fetchAll(connection, output, progress, cancellation);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException refused) {
            throw Server.cancelled(refused, cancellation);
        }
    }

    private static void execute(Connection connection, Sql sql, Cancellation cancellation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement);
            try (Cancellation.Running _ = cancellation.watch(statement)) {
                statement.execute();
            }
        }
    }

    private long fetchAll(
            Connection connection, ExportFormat.Output output, LongConsumer progress, Cancellation cancellation)
            throws SQLException, IOException {
        long rows = 0;
        int batch = FIRST_BATCH;
        while (true) {
            Batch read = fetch(connection, batch, output, cancellation);
            rows += read.rows();
            progress.accept(rows);
            if (read.rows() < batch) {
                return rows;
            }
            long fitting = BATCH_SIZE * read.rows() / Math.max(1, read.size());
            batch = (int) Math.clamp(fitting, 1, Math.min(LARGEST_BATCH, 2L * batch));
        }
    }

    /// @param size in characters
    private record Batch(int rows, long size) {}

    /// Each FETCH is a statement, so that a cancel reaches the server in the middle of one.
    private Batch fetch(Connection connection, int batch, ExportFormat.Output output, Cancellation cancellation)
            throws SQLException, IOException {
        int rows = 0;
        long size = 0;
        try (PreparedStatement statement = connection.prepareStatement("FETCH FORWARD " + batch + " FROM export");
                Cancellation.Running _ = cancellation.watch(statement);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                List<@Nullable String> texts = new ArrayList<>();
                for (int i = 1; i <= query.relation().columns().size(); i++) {
                    String text = result.getString(i);
                    texts.add(text);
                    size += text == null ? 0 : text.length();
                }
                output.row(texts);
                rows++;
            }
        }
        return new Batch(rows, size);
    }
}
