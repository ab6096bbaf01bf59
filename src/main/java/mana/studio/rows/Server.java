package mana.studio.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;

/// Runs one statement on a connection of its own, and gives the connection back.
final class Server {
    private final DataSource source;

    Server(DataSource source) {
        this.source = source;
    }

    /// Reads one row of a result.
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    <T> List<T> list(Sql sql, Mapper<T> mapper, Cancellation cancellation) throws SQLException {
        cancellation.check();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement);
            try (Cancellation.Running _ = cancellation.watch(statement);
                    ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(mapper.map(result));
                }
                return rows;
            }
        } catch (SQLException refused) {
            throw cancelled(refused, cancellation);
        }
    }

    <T> Optional<T> one(Sql sql, Mapper<T> mapper, Cancellation cancellation) throws SQLException {
        return list(sql, mapper, cancellation).stream().findFirst();
    }

    /// What a refusal means where stopping was asked for.
    ///
    /// @throws CancellationException if it was
    static SQLException cancelled(SQLException refused, Cancellation cancellation) {
        if (cancellation.isRequested()) {
            CancellationException stopped = new CancellationException();
            stopped.initCause(refused);
            throw stopped;
        }
        return refused;
    }
}
