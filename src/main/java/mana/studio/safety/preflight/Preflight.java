package mana.studio.safety.preflight;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;
import mana.studio.safety.preflight.Answer.Reason;
import mana.studio.safety.preflight.Question.Duplicates;
import mana.studio.safety.preflight.Question.Inconvertible;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// Puts questions to a database. Each is answered in a read-only transaction of its own, so that one that takes too long
/// costs none of the others its answer.
public final class Preflight {
    private static final int SAMPLES = 5;
    private static final int SOFT_INPUT = 160000;
    private static final String TOO_LONG = "57014";
    private static final String LOCKED = "55P03";

    /// Rows that policies hide would be missing from the counts: the server is to refuse instead.
    private static final String SETTINGS = """
            SET LOCAL statement_timeout = %d;
            SET LOCAL lock_timeout = 200;
            SET LOCAL row_security = off""";

    private static final String PRIMARY_KEY = """
            SELECT a.attname
            FROM pg_index i
            CROSS JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, place)
            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
            WHERE i.indisprimary AND i.indrelid = ?::regclass AND k.place <= i.indnkeyatts
            ORDER BY k.place""";

    private final DataSource source;
    private final Duration limit;

    /// @param limit how long a question may take
    public Preflight(DataSource source, Duration limit) {
        if (limit.toMillis() < 1) {
            throw new IllegalArgumentException("0 would be no limit");
        }
        this.source = source;
        this.limit = limit;
    }

    /// An answer a question.
    ///
    /// @throws SQLException where the database is lost
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public List<Answer> ask(List<Question> questions, Cancellation cancellation) throws SQLException {
        List<Answer> answers = new ArrayList<>();
        try (Connection session = source.getConnection()) {
            session.setReadOnly(true);
            session.setAutoCommit(false);
            try {
                for (Question question : questions) {
                    answers.add(new Asking(session, cancellation).ask(question));
                }
            } finally {
                session.rollback();
                session.setAutoCommit(true);
                session.setReadOnly(false);
            }
        }
        return answers;
    }

    /// One question in its transaction.
    private final class Asking {
        private final Connection session;
        private final Cancellation cancellation;

        Asking(Connection session, Cancellation cancellation) {
            this.session = session;
            this.cancellation = cancellation;
        }

        Answer ask(Question question) throws SQLException {
            cancellation.check();
            try {
                execute(SETTINGS.formatted(limit.toMillis()));
                return answer(question);
            } catch (SQLException refused) {
                if (session.isClosed()) {
                    throw refused;
                }
                String state = String.valueOf(refused.getSQLState());
                if (state.equals(TOO_LONG)) {
                    cancellation.check();
                }
                Reason reason = switch (state) {
                    case TOO_LONG -> Reason.TOO_LONG;
                    case LOCKED -> Reason.LOCKED;
                    default -> Reason.REFUSED;
                };
                return new Answer.Unknown(question, reason, String.valueOf(refused.getMessage()));
            } finally {
                if (!session.isClosed()) {
                    session.rollback();
                }
            }
        }

        private Answer answer(Question question) throws SQLException {
            if (question instanceof Duplicates duplicates) {
                return duplicates(duplicates);
            }
            List<String> key = key(question.table());
            if (question instanceof Inconvertible values && (values.inputOf() == null || !hasSoftInput())) {
                return new TryEach(session, cancellation).answer(values, key);
            }
            String rows = " FROM " + Hits.from(question.table()) + " WHERE " + Hits.condition(question);
            long count = number("SELECT count(*)" + rows);
            return new Answer.Counted(
                    question, count, key, count == 0 ? List.of() : samples("SELECT " + keyText(key) + rows, key.size()));
        }

        private Answer duplicates(Duplicates question) throws SQLException {
            String groups = Hits.groups(question);
            long count = number("SELECT coalesce(sum(rows), 0) FROM (" + groups + ") AS g");
            List<String> keys = question.keys();
            return new Answer.Counted(
                    question, count, keys, count == 0 ? List.of() : samples(groups, keys.size()));
        }

        private boolean hasSoftInput() throws SQLException {
            return number("SELECT current_setting('server_version_num')::bigint") >= SOFT_INPUT;
        }

        private List<String> key(QualifiedName table) throws SQLException {
            List<String> columns = new ArrayList<>();
            try (PreparedStatement statement = session.prepareStatement(PRIMARY_KEY);
                    var _ = cancellation.watch(statement)) {
                statement.setString(1, Identifier.quote(table.schema(), table.name()));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        columns.add(rows.getString(1));
                    }
                }
            }
            return columns.isEmpty() ? List.of("ctid") : columns;
        }

        private List<List<@Nullable String>> samples(String query, int columns) throws SQLException {
            List<List<@Nullable String>> samples = new ArrayList<>();
            try (Statement statement = session.createStatement();
                    var _ = cancellation.watch(statement);
                    ResultSet rows = statement.executeQuery(query + " LIMIT " + SAMPLES)) {
                while (rows.next()) {
                    List<@Nullable String> sample = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        sample.add(rows.getString(i));
                    }
                    samples.add(sample);
                }
            }
            return samples;
        }

        private long number(String query) throws SQLException {
            try (Statement statement = session.createStatement();
                    var _ = cancellation.watch(statement);
                    ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        }

        private void execute(String sql) throws SQLException {
            try (Statement statement = session.createStatement();
                    var _ = cancellation.watch(statement)) {
                statement.execute(sql);
            }
        }
    }

    static String keyText(List<String> key) {
        return Hits.keysAsText(key.stream().map(Hits::column).toList());
    }
}
