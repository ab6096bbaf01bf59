package mana.studio.connection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What libpq takes where a connection text is silent: the `PG*` variables, the system's user, the usual socket
/// directories.
///
/// @param variables  the process's environment
/// @param systemUser the name the person is logged in with
/// @param sockets    directories where a server's unix socket may lie, tried in order
public record LibpqDefaults(Map<String, String> variables, String systemUser, List<Path> sockets) {
    /// "Environment Variables" in libpq's documentation.
    private static final Map<String, String> KEYWORDS = Map.ofEntries(
            Map.entry("PGHOST", "host"),
            Map.entry("PGHOSTADDR", "hostaddr"),
            Map.entry("PGPORT", "port"),
            Map.entry("PGDATABASE", "dbname"),
            Map.entry("PGUSER", "user"),
            Map.entry("PGPASSWORD", "password"),
            Map.entry("PGPASSFILE", "passfile"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGREQUIREAUTH", "require_auth"),
            Map.entry("PGOPTIONS", "options"),
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGGSSENCMODE", "gssencmode"),
            Map.entry("PGKRBSRVNAME", "krbsrvname"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"),
            Map.entry("PGLOADBALANCEHOSTS", "load_balance_hosts"));

    public LibpqDefaults {
        variables = Map.copyOf(variables);
        sockets = List.copyOf(sockets);
    }

    /// Those of the running process.
    public static LibpqDefaults ofProcess() {
        return new LibpqDefaults(
                System.getenv(),
                System.getProperty("user.name", "postgres"),
                List.of(Path.of("/var/run/postgresql"), Path.of("/tmp")));
    }

    /// Whether a `PG*` variable says where a database is.
    public boolean sayWhere() {
        return variables.containsKey("PGHOST") || variables.containsKey("PGDATABASE") || variables.containsKey("PGPORT");
    }

    Conninfo conninfo() {
        return variables(variables);
    }

    static Conninfo variables(Map<String, String> variables) {
        Conninfo conninfo = new Conninfo();
        KEYWORDS.forEach((variable, keyword) -> {
            String value = variables.get(variable);
            if (value != null && !value.isEmpty()) {
                conninfo.put(keyword, value);
            }
        });
        return conninfo;
    }

    /// libpq compiles one socket directory in; distributions differ in which, so the one that has the server's socket
    /// is taken, and localhost where none has.
    String host(int port) {
        return sockets.stream()
                .filter(directory -> Files.exists(directory.resolve(".s.PGSQL." + port)))
                .map(Path::toString)
                .findFirst()
                .orElse("localhost");
    }
}
