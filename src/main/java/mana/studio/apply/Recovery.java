package mana.studio.apply;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.apply.Entry.Part;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Workspace;
import mana.studio.schema.Database;
import org.jspecify.annotations.Nullable;

/// What became of an order that did not come to its end: the journal says what was begun, the server what it kept.
///
/// @param parts      one a part of the entry
/// @param running    whether the server still works on it, unaware that nobody waits
/// @param comparison the database as it is with what it was to become; null where that was not written down
/// @param leftovers  indexes that are not valid
public record Recovery(
        Entry entry,
        List<Found> parts,
        boolean running,
        @Nullable Comparison comparison,
        List<Leftover> leftovers) {
    public Recovery {
        parts = List.copyOf(parts);
        leftovers = List.copyOf(leftovers);
    }

    /// What became of a part.
    public enum Fate {
        APPLIED,
        NOT_APPLIED,
        /// Batches: some of the rows.
        PARTLY,
        /// The server is at it.
        RUNNING,
        UNKNOWN
    }

    /// @param why how it is known, in a sentence
    public record Found(Fate fate, String why) {}

    /// Asks the server what the journal cannot know. Nothing is written.
    ///
    /// @throws SQLException where the server is not there
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public static Recovery of(Entry entry, Journal journal, Workspace workspace, Cancellation cancellation)
            throws SQLException {
        Optional<Database> wanted = journal.wanted(entry.profile());
        Comparison comparison = null;
        if (wanted.isPresent()) {
            Database now =
                    new CatalogReader(workspace.source()).read(cancellation).database();
            comparison = Comparison.of(now, wanted.get(), cancellation);
        }
        try (Connection session = workspace.source().getConnection()) {
            Asking asking = new Asking(session, entry, comparison, cancellation);
            boolean running = asking.isRunning();
            List<Found> parts = new ArrayList<>();
            for (Part part : entry.parts()) {
                parts.add(asking.about(part, running));
            }
            return new Recovery(entry, parts, running, comparison, Leftover.in(session, cancellation));
        }
    }

    /// Whether what became of each part is known, and none is half done.
    public boolean isClear() {
        return !running
                && parts.stream().allMatch(found -> found.fate() == Fate.APPLIED || found.fate() == Fate.NOT_APPLIED);
    }

    /// How many parts stay.
    public long applied() {
        return parts.stream().filter(found -> found.fate() == Fate.APPLIED).count();
    }

    private record Asking(
            Connection session, Entry entry, @Nullable Comparison comparison, Cancellation cancellation) {
        boolean isRunning() throws SQLException {
            String sql = "SELECT 1 FROM pg_stat_activity WHERE pid = ? AND backend_start = ?::timestamptz "
                    + "AND datname = current_database() AND state <> 'idle'";
            if (entry.backendStarted().isEmpty()) {
                return false;
            }
            try (PreparedStatement statement = session.prepareStatement(sql);
                    var _ = cancellation.watch(statement)) {
                statement.setInt(1, entry.backend());
                statement.setString(2, entry.backendStarted());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next();
                }
            }
        }

        Found about(Part part, boolean running) throws SQLException {
            return switch (part.state()) {
                case APPLIED -> new Found(Fate.APPLIED, "The server said that it is committed.");
                case PENDING -> new Found(Fate.NOT_APPLIED, "It was not begun.");
                case RUNNING -> running ? new Found(Fate.RUNNING, stillRunning()) : begun(part);
                case COMMITTING -> running ? new Found(Fate.RUNNING, stillRunning()) : committing(part);
            };
        }

        private String stillRunning() {
            return "The server still works on it, as pid " + entry.backend() + ".";
        }

        private Found begun(Part part) throws SQLException {
            return switch (part.kind()) {
                case TRANSACTION -> new Found(Fate.NOT_APPLIED, "It was not committed: the server has undone it.");
                case CHECK -> new Found(Fate.NOT_APPLIED, "It only asks, and was not answered.");
                case BATCHES -> batches(part);
                case ALONE -> alone(part);
            };
        }

        private Found batches(Part part) throws SQLException {
            String left = part.left();
            if (left == null) {
                return byDesign(part);
            }
            return "0".equals(text(left))
                    ? new Found(Fate.APPLIED, "No row is left to do.")
                    : new Found(Fate.PARTLY, "The batches that were done stay; rows are left to do.");
        }

        private Found alone(Part part) throws SQLException {
            Optional<IndexWork> work = IndexWork.of(part.statements().getFirst());
            if (work.isEmpty()) {
                return byDesign(part);
            }
            String index = work.get().index();
            String valid = isValid(index);
            if (!work.get().created()) {
                return valid == null
                        ? new Found(Fate.APPLIED, "The index " + index + " is gone.")
                        : new Found(Fate.NOT_APPLIED, "The index " + index + " is still there.");
            }
            if (valid == null) {
                return new Found(Fate.NOT_APPLIED, "The index " + index + " is not there.");
            }
            return valid.equals("true")
                    ? new Found(Fate.APPLIED, "The index " + index + " is there and valid.")
                    : new Found(Fate.NOT_APPLIED, "The index " + index + " was left half built: it is not valid.");
        }

        /// The server remembers for a while what became of each transaction.
        private Found committing(Part part) throws SQLException {
            String transaction = part.transaction();
            String system = textIfAllowed(OwnSession.SYSTEM);
            boolean sameServer =
                    entry.system() == null || system == null || entry.system().equals(system);
            if (transaction == null || !sameServer) {
                return byDesign(part);
            }
            String status = textIfAllowed("SELECT pg_xact_status('" + Long.parseUnsignedLong(transaction) + "'::xid8)");
            return switch (String.valueOf(status)) {
                case "committed" -> new Found(Fate.APPLIED, "The server has committed its transaction.");
                case "aborted" -> new Found(Fate.NOT_APPLIED, "The server has undone its transaction.");
                case "in progress" -> new Found(Fate.RUNNING, stillRunning());
                default -> byDesign(part);
            };
        }

        /// Whether what it does is still missing.
        private Found byDesign(Part part) {
            Comparison found = comparison;
            if (found != null && found.isEqual()) {
                return new Found(Fate.APPLIED, "The database is as it was to become.");
            }
            if (found != null && found.missing().containsAll(part.statements())) {
                return new Found(Fate.NOT_APPLIED, "What it does is missing in the database.");
            }
            if (found != null && found.missing().stream().noneMatch(part.statements()::contains)) {
                return new Found(Fate.APPLIED, "Nothing of what it does is missing in the database.");
            }
            return new Found(Fate.UNKNOWN, "Whether it came to its end cannot be told.");
        }

        private @Nullable String text(String sql) throws SQLException {
            try (Statement statement = session.createStatement();
                    var _ = cancellation.watch(statement)) {
                statement.setEscapeProcessing(false);
                try (ResultSet row = statement.executeQuery(sql)) {
                    return row.next() ? row.getString(1) : null;
                }
            }
        }

        private @Nullable String isValid(String index) throws SQLException {
            String sql = "SELECT indisvalid::text FROM pg_index WHERE indexrelid = to_regclass(?)";
            try (PreparedStatement statement = session.prepareStatement(sql);
                    var _ = cancellation.watch(statement)) {
                statement.setString(1, index);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? row.getString(1) : null;
                }
            }
        }

        private @Nullable String textIfAllowed(String sql) throws SQLException {
            try {
                return text(sql);
            } catch (SQLException refused) {
                if (session.isClosed()) {
                    throw refused;
                }
                return null;
            }
        }
    }
}
