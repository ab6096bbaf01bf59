package mana.studio.connection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a connection text says, by libpq's keywords, before defaults fill in what it leaves out.
final class Conninfo {
    /// What a {@link Target} holds in fields of its own.
    private static final Set<String> PLACE = Set.of("host", "hostaddr", "port", "dbname", "user");

    /// libpq's keywords the studio understands: "Parameter Key Words" in the documentation of libpq.
    private static final Set<String> PARAMETERS = Set.of(
            "sslmode",
            "sslnegotiation",
            "sslrootcert",
            "sslcert",
            "sslkey",
            "channel_binding",
            "require_auth",
            "gssencmode",
            "krbsrvname",
            "connect_timeout",
            "options",
            "target_session_attrs",
            "load_balance_hosts",
            "passfile");

    /// libpq's own that change nothing here: the studio names itself, keeps connections alive, and talks UTF-8.
    private static final Set<String> SETTLED = Set.of(
            "application_name",
            "fallback_application_name",
            "client_encoding",
            "keepalives",
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "tcp_user_timeout",
            "replication",
            "sslcompression",
            "sslsni",
            "ssl_min_protocol_version",
            "ssl_max_protocol_version",
            "gsslib",
            "gssdelegation");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Secret secret;

    /// Takes a keyword as libpq knows it. What it does not know is left out, with a note.
    void put(String keyword, String value) {
        if (keyword.equals("password")) {
            secret = new Secret(value);
        } else if (PLACE.contains(keyword) || PARAMETERS.contains(keyword)) {
            values.put(keyword, value);
        } else if (!SETTLED.contains(keyword)) {
            notes.add(refusal(keyword));
        }
    }

    /// Adds a server setting to `options`, as `-c name=value`.
    void putSetting(String name, String value) {
        String setting = "-c " + name + "=" + value.replace("\\", "\\\\").replace(" ", "\\ ");
        values.merge("options", setting, (before, added) -> before + " " + added);
    }

    void note(String note) {
        notes.add(note);
    }

    /// Takes everything another text says; what it says wins.
    void putAll(Conninfo other) {
        values.putAll(other.values);
        notes.addAll(other.notes);
        if (other.secret != null) {
            secret = other.secret;
        }
    }

    /// Fills in what is not said.
    void putIfAbsent(Conninfo other) {
        other.values.forEach(values::putIfAbsent);
        if (secret == null) {
            secret = other.secret;
        }
    }

    @Nullable String get(String keyword) {
        return values.get(keyword);
    }

    /// The parameters a {@link Target} keeps by name.
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(values);
        parameters.keySet().removeAll(PLACE);
        return parameters;
    }

    @Nullable Secret secret() {
        return secret;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private static String refusal(String keyword) {
        return switch (keyword) {
            case "service", "servicefile" ->
                "“" + keyword + "” is left out: the studio does not read pg_service.conf. Give host and database.";
            case "sslpassword" -> "“sslpassword” is left out: use a client key without a passphrase.";
            case "schema", "pgbouncer", "connection_limit", "pool_timeout", "statement_cache_size", "socket_timeout" ->
                "“" + keyword + "” is left out: it speaks to Prisma, not to PostgreSQL.";
            default -> "“" + keyword + "” is left out: libpq knows no such parameter.";
        };
    }
}
