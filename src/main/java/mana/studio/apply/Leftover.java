package mana.studio.apply;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mana.studio.connection.Cancellation;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Identifier;

/// An index that is not valid: nothing reads it, every write pays for it.
///
/// @param busy whether somebody works on its table so that it may be about to become valid
public record Leftover(QualifiedName name, QualifiedName table, boolean busy) {
    private static final Pattern OF_REINDEX = Pattern.compile(".*_cc(new|old)\\d*");

    /// Indexes of partitioned tables are not valid until each partition has its own, on purpose.
    private static final String INVALID = """
        SELECT n.nspname, c.relname, tn.nspname, t.relname,
               EXISTS (SELECT FROM pg_locks l
                       WHERE l.locktype = 'relation' AND l.relation = i.indrelid AND l.granted
                         AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                         AND l.mode = 'ShareUpdateExclusiveLock')
        FROM pg_index i
        JOIN pg_class c ON c.oid = i.indexrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_class t ON t.oid = i.indrelid
        JOIN pg_namespace tn ON tn.oid = t.relnamespace
        WHERE NOT i.indisvalid AND t.relkind IN ('r', 'm', 't') AND NOT c.relispartition
          AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
        ORDER BY 1, 2\
        """;

    /// All that are in a database.
    public static List<Leftover> in(Connection session, Cancellation cancellation) throws SQLException {
        List<Leftover> found = new ArrayList<>();
        try (Statement statement = session.createStatement();
                var _ = cancellation.watch(statement);
                ResultSet rows = statement.executeQuery(INVALID)) {
            while (rows.next()) {
                found.add(new Leftover(
                        new QualifiedName(rows.getString(1), rows.getString(2)),
                        new QualifiedName(rows.getString(3), rows.getString(4)),
                        rows.getBoolean(5)));
            }
        }
        return found;
    }

    /// What removes it, without stopping those who write.
    public String cleaning() {
        return "DROP INDEX CONCURRENTLY " + Identifier.quote(name.schema(), name.name());
    }

    /// Where it comes from, in a sentence.
    public String origin() {
        if (busy) {
            return "Somebody works on " + table + " right now: it may be about to become valid.";
        }
        String command =
                OF_REINDEX.matcher(name.name()).matches() ? "REINDEX CONCURRENTLY" : "CREATE INDEX CONCURRENTLY";
        return "A " + command + " that did not come to its end left it on " + table
                + ": no query uses it, every write pays for it.";
    }
}
