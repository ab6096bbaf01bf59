package mana.studio.locks.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mana.studio.connection.Incident;
import mana.studio.locks.Backend;
import mana.studio.locks.look.SessionRow;
import org.jspecify.annotations.Nullable;

/// Compares a lock's database before and after an act. It never keeps anybody from acting: what cannot be looked at is
/// called unknown.
///
/// @param database its name; null where it is the one connected to
final class Leftovers {
    /// An index that is being built is not valid yet: that is no leftover.
    private static final String INVALID = """
        SELECT i.indexrelid::regclass::text
        FROM pg_index i
        WHERE NOT i.indisvalid
          AND NOT EXISTS (
            SELECT FROM pg_stat_progress_create_index p
            WHERE p.datname = current_database() AND p.index_relid = i.indexrelid)\
        """;

    private static final String ALIVE = """
        SELECT NULL AS slot, {columns}
        FROM pg_stat_get_activity(NULL) s
        WHERE s.application_name = ? AND s.usesysid::bigint IS NOT DISTINCT FROM ?::bigint
          AND s.pid <> ? AND s.pid <> pg_backend_pid()
        ORDER BY s.pid\
        """;

    private final Incident incident;
    private final @Nullable String database;
    private final Counting counting;
    private final Set<String> unknown = new TreeSet<>();
    private SortedSet<String> invalidBefore = new TreeSet<>();
    private SortedMap<String, Long> countedBefore = new TreeMap<>();

    Leftovers(Incident incident, @Nullable String database, Counting counting) {
        this.incident = incident;
        this.database = database;
        this.counting = counting;
    }

    /// Before the act.
    void remember() {
        ask("Whether an index was invalid before", session -> invalidBefore = invalid(session));
        ask("What was there before", session -> countedBefore = new TreeMap<>(counting.count(session)));
    }

    /// After it.
    ///
    /// @param target whose program may have other sessions; null for none
    Aftermath compare(@Nullable Backend target) {
        SortedSet<String> invalid = new TreeSet<>();
        SortedMap<String, Long> counted = new TreeMap<>();
        List<Backend> alive = new ArrayList<>();
        ask("Whether an index is invalid now", session -> invalid.addAll(invalid(session)));
        ask("What is there now", session -> counted.putAll(counting.count(session)));
        if (target != null && !target.application().isEmpty()) {
            try {
                alive.addAll(incident.act(session -> alive(session, target)));
            } catch (SQLException refused) {
                note("Whether its program has other sessions", refused);
            }
        }
        invalid.removeAll(invalidBefore);
        return new Aftermath(List.copyOf(invalid), countedBefore, counted, alive, List.copyOf(unknown));
    }

    private interface Asking {
        void ask(Connection session) throws SQLException;
    }

    private void ask(String what, Asking asking) {
        try {
            if (database == null) {
                incident.act(session -> {
                    asking.ask(session);
                    return true;
                });
                return;
            }
            try (Connection there = incident.in(database)) {
                asking.ask(there);
            }
        } catch (SQLException refused) {
            note(what, refused);
        }
    }

    private void note(String what, SQLException refused) {
        unknown.add(what + ": " + refused.getMessage());
    }

    private static SortedSet<String> invalid(Connection session) throws SQLException {
        SortedSet<String> invalid = new TreeSet<>();
        try (PreparedStatement ask = session.prepareStatement(INVALID);
                ResultSet rows = ask.executeQuery()) {
            while (rows.next()) {
                invalid.add(rows.getString(1));
            }
        }
        return invalid;
    }

    private static List<Backend> alive(Connection session, Backend target) throws SQLException {
        List<Backend> alive = new ArrayList<>();
        try (PreparedStatement ask = session.prepareStatement(ALIVE.replace("{columns}", SessionRow.COLUMNS))) {
            ask.setString(1, target.application());
            ask.setObject(2, target.id().role(), java.sql.Types.BIGINT);
            ask.setInt(3, target.pid());
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    alive.add(SessionRow.read(rows));
                }
            }
        }
        return alive;
    }
}
