package mana.studio.scratch;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.scratch.ScratchFailure.Place;
import mana.studio.statement.SqlStatement;
import mana.studio.statement.SqlStatement.Kind;
import mana.studio.statement.Statements;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Runs a script in a scratch database, statement by statement, as `psql` does. What a script expects of the cluster
/// and not of the database (roles, tablespaces) is made when the server misses it.
final class Loader {
    private static final String SYNTAX_ERROR = "42601";
    private static final String CANCELLED = "57014";

    private final Connection connection;
    private final ClusterObjects cluster;
    private final String script;
    private final Cancellation cancellation;

    Loader(Connection connection, ClusterObjects cluster, String script, Cancellation cancellation) {
        this.connection = connection;
        this.cluster = cluster;
        this.script = script;
        this.cancellation = cancellation;
    }

    void run() throws ScratchException {
        List<SqlStatement> pieces = Statements.split(script);
        for (int at = 0; at < pieces.size(); at++) {
            cancellation.check();
            SqlStatement piece = pieces.get(at);
            switch (piece.kind()) {
                case PSQL_COMMAND -> heed(piece);
                case SQL -> run(piece, at + 1 < pieces.size() ? pieces.get(at + 1) : null);
                case COPY_DATA -> {}
            }
        }
    }

    /// Of the commands of `psql` only those matter that bring in other text: the rest is about output and connections.
    private void heed(SqlStatement command) throws ScratchException {
        String word = command.text().split("\\s+", 2)[0];
        switch (word) {
            case "\\i", "\\ir", "\\include", "\\include_relative", "\\copy", "\\gexec" ->
                throw notHere(command, word + " is a command of psql that brings in other text");
            default -> {}
        }
    }

    /// @param next what follows: the rows of a `COPY … FROM stdin`, where it has any
    private void run(SqlStatement statement, @Nullable SqlStatement next) throws ScratchException {
        switch (Confinement.of(statement.text())) {
            case HARMLESS -> execute(statement.text(), statement.start());
            case TAKES_ROWS ->
                load(statement, next != null && next.kind() == Kind.COPY_DATA ? next.text() : "");
            case LEFT_OUT -> {}
            case REFUSED -> throw notHere(statement, "The statement reaches out of the database it runs in");
        }
    }

    private void execute(String sql, int offset) throws ScratchException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            while (true) {
                try (var _ = cancellation.watch(statement)) {
                    statement.execute(sql);
                    return;
                } catch (SQLException refused) {
                    if (cluster.isThere(refused)) {
                        return;
                    }
                    if (!cluster.provide(refused)) {
                        throw refused;
                    }
                }
            }
        } catch (SQLException refused) {
            throw failed(refused, sql, offset);
        }
    }

    private void load(SqlStatement copy, String rows) throws ScratchException {
        try {
            cancellation.check();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy.text(), new StringReader(rows));
        } catch (SQLException refused) {
            throw failed(refused, copy.text(), copy.start());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ScratchException failed(SQLException refused, String sql, int offset) {
        String state = refused.getSQLState();
        if (CANCELLED.equals(state)) {
            cancellation.check();
        }
        ServerErrorMessage said =
                refused instanceof PSQLException told ? told.getServerErrorMessage() : null;
        if (said == null) {
            return new ScratchException(
                    new ScratchFailure(ScratchFailure.Kind.NO_SERVER, text(refused.getMessage()), null, null, state, null), refused);
        }
        // The server counts characters from 1, 0 meaning nowhere; Java counts UTF-16 units.
        int position = Math.max(0, said.getPosition() - 1);
        int inside = sql.offsetByCodePoints(0, Math.min(position, sql.codePointCount(0, sql.length())));
        return new ScratchException(
                new ScratchFailure(
                        kind(said),
                        text(said.getMessage()),
                        said.getDetail(),
                        said.getHint(),
                        state,
                        Place.in(script, sql, offset + inside)),
                refused);
    }

    private static ScratchFailure.Kind kind(ServerErrorMessage said) {
        if (ClusterObjects.isMissingExtension(said)) {
            return ScratchFailure.Kind.MISSING_EXTENSION;
        }
        return SYNTAX_ERROR.equals(said.getSQLState()) ? ScratchFailure.Kind.SYNTAX : ScratchFailure.Kind.REFUSED;
    }

    private ScratchException notHere(SqlStatement statement, String why) {
        return new ScratchException(new ScratchFailure(
                ScratchFailure.Kind.NOT_ON_SCRATCH,
                why + ".",
                null,
                "Leave it out of what is loaded here.",
                null,
                Place.in(script, statement.text(), statement.start())));
    }

    private static String text(@Nullable String message) {
        return message == null ? "no reason was given" : message;
    }
}
