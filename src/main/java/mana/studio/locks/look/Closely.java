package mana.studio.locks.look;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.locks.Backend;
import org.jspecify.annotations.Nullable;

/// One session looked at closely: what is too dear to read of all of them at every look.
///
/// @param query     its whole last statement, as far as the server keeps it
/// @param progress  of a long command, a line each
/// @param relations names of those it waits for or has strong locks on, by oid; only of the database connected to
public record Closely(String query, List<Progress> progress, Map<Long, String> relations) {
    private static final int WITH_COPY = 140000;
    private static final Pattern OID = Pattern.compile("(?:relation|tuple|page|extend) (\\d+)");

    private static final String STATEMENT = """
        SELECT coalesce(s.query, '')
        FROM pg_stat_activity s
        WHERE s.pid = ? AND s.backend_start IS NOT DISTINCT FROM coalesce(?::timestamptz, s.backend_start)\
        """;

    private static final String PROGRESS = """
        SELECT p.command, coalesce(p.relid::regclass::text, ''), p.phase, p.done, p.total
        FROM (SELECT pid, datid, relid, command, phase, blocks_done AS done, blocks_total AS total
              FROM pg_stat_progress_create_index
              UNION ALL
              SELECT pid, datid, relid, 'VACUUM', phase, heap_blks_scanned, heap_blks_total
              FROM pg_stat_progress_vacuum
              UNION ALL
              SELECT pid, datid, relid, command, phase, heap_blks_scanned, heap_blks_total
              FROM pg_stat_progress_cluster
              UNION ALL
              SELECT pid, datid, relid, 'ANALYZE', phase, sample_blks_scanned, sample_blks_total
              FROM pg_stat_progress_analyze%s) p
        WHERE p.pid = ?\
        """;

    private static final String COPY = """

              UNION ALL
              SELECT pid, datid, relid, command, type, bytes_processed, bytes_total FROM pg_stat_progress_copy\
        """;

    private static final String RELATIONS = """
        SELECT c.oid::bigint, n.nspname || '.' || c.relname
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.oid = ANY (?)\
        """;

    public Closely {
        progress = List.copyOf(progress);
        relations = Map.copyOf(relations);
    }

    /// How far a long command is.
    ///
    /// @param relation it works on; empty for none
    /// @param done     of {@code total}, in blocks or bytes
    /// @param total    0 where it is not known
    public record Progress(String command, String relation, String phase, long done, long total) {}

    /// Looks.
    public static Closely at(Connection connection, Capabilities capabilities, Backend backend) throws SQLException {
        boolean here = backend.database() != null && backend.database() == capabilities.databaseId();
        return new Closely(
                query(connection, backend),
                progress(connection, capabilities, backend.pid()),
                here ? relations(connection, backend) : Map.of());
    }

    private static String query(Connection connection, Backend backend) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(STATEMENT)) {
            question.setInt(1, backend.pid());
            question.setString(2, backend.id().start());
            try (ResultSet row = question.executeQuery()) {
                return row.next() ? row.getString(1) : backend.query();
            }
        }
    }

    private static List<Progress> progress(Connection connection, Capabilities capabilities, int pid)
            throws SQLException {
        List<Progress> lines = new ArrayList<>();
        String question = PROGRESS.formatted(capabilities.version() >= WITH_COPY ? COPY : "");
        try (PreparedStatement asked = connection.prepareStatement(question)) {
            asked.setInt(1, pid);
            try (ResultSet row = asked.executeQuery()) {
                while (row.next()) {
                    lines.add(new Progress(
                            row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)));
                }
            }
        }
        return lines;
    }

    private static Map<Long, String> relations(Connection connection, Backend backend) throws SQLException {
        Long[] oids = Stream.concat(waited(backend.waitsFor()), backend.strongLocks().stream())
                .distinct()
                .toArray(Long[]::new);
        Map<Long, String> names = new HashMap<>();
        if (oids.length == 0) {
            return names;
        }
        Array all = connection.createArrayOf("bigint", oids);
        try (PreparedStatement question = connection.prepareStatement(RELATIONS)) {
            question.setArray(1, all);
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    names.put(row.getLong(1), row.getString(2));
                }
            }
        } finally {
            all.free();
        }
        return names;
    }

    private static Stream<Long> waited(@Nullable String waits) {
        Matcher matcher = OID.matcher(waits == null ? "" : waits);
        return matcher.results().map(match -> Long.valueOf(match.group(1)));
    }
}
