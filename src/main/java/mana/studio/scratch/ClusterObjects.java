package mana.studio.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import mana.studio.sql.Identifier;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Roles and tablespaces of the scratch server. They belong to no database, so a script that names some expects them
/// to be there; only the server knows which are missing, and says so, in English, as the scratch server's locale is C.
final class ClusterObjects {
    private static final String UNDEFINED_OBJECT = "42704";
    private static final String NOT_AVAILABLE = "0A000";
    /// Also told where another load has just made the same.
    private static final Set<String> ALREADY_THERE = Set.of("42710", "23505");

    private static final Pattern MISSING = Pattern.compile("(role|tablespace) \"(.+)\" does not exist");
    private static final Pattern THERE = Pattern.compile("role \"(.+)\" already exists");
    private static final Pattern EXTENSION = Pattern.compile("extension \"(.+)\" is not available");

    private final Connection own;
    private final DataSource cluster;
    private final Set<String> provided = new HashSet<>();

    /// @param own     the session that runs the script
    /// @param cluster another, outside of the script's transactions
    ClusterObjects(Connection own, DataSource cluster) {
        this.own = own;
        this.cluster = cluster;
    }

    /// Makes what the server missed, once. Returns false where it was something else that it refused.
    boolean provide(SQLException refused) throws SQLException {
        Matcher missing = MISSING.matcher(message(refused));
        if (!UNDEFINED_OBJECT.equals(refused.getSQLState()) || !missing.find() || !provided.add(missing.group())) {
            return false;
        }
        String name = Identifier.quote(missing.group(2));
        if (missing.group(1).equals("role")) {
            // In the same session: inside a transaction it goes on not to see what another has made, as it remembers
            // that the role was not there (`src/backend/utils/cache/syscache.c`).
            execute(own, "CREATE ROLE " + name);
        } else {
            try (Connection other = cluster.getConnection()) {
                execute(other, "SET allow_in_place_tablespaces = on");
                // Without a place of its own: inside of the data folder, which vanishes with the server.
                execute(other, "CREATE TABLESPACE " + name + " LOCATION ''");
            }
        }
        return true;
    }

    /// Whether a role was to be made that an earlier script has made or needed.
    boolean isThere(SQLException refused) {
        return ALREADY_THERE.contains(refused.getSQLState()) && THERE.matcher(message(refused)).matches();
    }

    static boolean isMissingExtension(ServerErrorMessage said) {
        String message = said.getMessage();
        return NOT_AVAILABLE.equals(said.getSQLState())
                && message != null
                && EXTENSION.matcher(message).find();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            if (!ALREADY_THERE.contains(refused.getSQLState())) {
                throw refused;
            }
        }
    }

    private static String message(SQLException refused) {
        ServerErrorMessage said = refused instanceof PSQLException told ? told.getServerErrorMessage() : null;
        String message = said == null ? null : said.getMessage();
        return message == null ? "" : message;
    }
}
