package mana.studio.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A connection as people write it: a URL, libpq's keywords, a JDBC URL, a psql command line, or a line of an `.env`
/// file that holds one of them. What it leaves out comes from the `PG*` variables and libpq's defaults.
///
/// @param secret the password it holds; null for none
/// @param notes  sentences about what was understood differently or left out
public record ConnectionString(Target target, @Nullable Secret secret, List<String> notes) {
    private static final Pattern ENV_LINE =
            Pattern.compile("(?:export\\s+)?\\w+\\s*=\\s*(['\"]?)((?:jdbc:)?postgres(?:ql)?:.*)\\1", Pattern.DOTALL);

    private static final Pattern TCP_HOST = Pattern.compile("[\\p{L}\\p{N}._:%-]*");

    public ConnectionString {
        notes = List.copyOf(notes);
    }

    /// @throws MalformedConnectionString saying where the text is wrong and what to write instead
    public static ConnectionString parse(String text) throws MalformedConnectionString {
        return parse(text, LibpqDefaults.ofProcess());
    }

    /// @throws MalformedConnectionString saying where the text is wrong and what to write instead
    public static ConnectionString parse(String text, LibpqDefaults defaults) throws MalformedConnectionString {
        Conninfo conninfo = read(unwrapped(text.strip()), defaults.variables());
        conninfo.putIfAbsent(defaults.conninfo());
        return complete(conninfo, defaults);
    }

    /// What the `PG*` variables alone say, as `psql` without arguments takes it.
    public static ConnectionString ofEnvironment(LibpqDefaults defaults) throws MalformedConnectionString {
        return complete(defaults.conninfo(), defaults);
    }

    /// What a form says, by libpq's keywords; what is blank is taken from libpq's own defaults, not from variables.
    ///
    /// @throws MalformedConnectionString where a host or a port cannot be one
    public static ConnectionString of(Map<String, String> keywords, LibpqDefaults defaults)
            throws MalformedConnectionString {
        Conninfo conninfo = new Conninfo();
        keywords.forEach((keyword, value) -> {
            if (!value.isBlank()) {
                conninfo.put(keyword, value);
            }
        });
        return complete(conninfo, defaults);
    }

    /// Whether a text looks like a PostgreSQL URL, be it well-formed or not.
    public static boolean isUrl(String text) {
        return UriNotation.matches(text) || JdbcNotation.matches(text);
    }

    /// A target as a URL that reads back as the same target. It holds no password.
    public static String print(Target target) {
        String hosts = target.endpoints().stream()
                .map(endpoint -> (endpoint.host().indexOf(':') >= 0 && !endpoint.isUnixSocket()
                                ? "[" + UriNotation.encode(endpoint.host()).replace("%3A", ":") + "]"
                                : UriNotation.encode(endpoint.host()))
                        + ":" + endpoint.port())
                .collect(Collectors.joining(","));
        String parameters = target.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + UriNotation.encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return "postgresql://" + UriNotation.encode(target.user()) + "@" + hosts + "/"
                + UriNotation.encode(target.database()) + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private static String unwrapped(String text) {
        Matcher line = ENV_LINE.matcher(text);
        String inner = line.matches() ? line.group(2) : text;
        boolean quoted = inner.length() > 1
                && (inner.startsWith("\"") || inner.startsWith("'"))
                && inner.charAt(inner.length() - 1) == inner.charAt(0);
        return quoted ? inner.substring(1, inner.length() - 1).strip() : inner;
    }

    private static Conninfo read(String text, Map<String, String> variables) throws MalformedConnectionString {
        if (text.isEmpty()) {
            throw new MalformedConnectionString("Nothing is written here. Paste a URL such as postgres://localhost/app.");
        }
        if (UriNotation.matches(text)) {
            return UriNotation.read(text);
        }
        if (JdbcNotation.matches(text)) {
            return JdbcNotation.read(text);
        }
        int scheme = text.indexOf("://");
        if (scheme > 0 && text.substring(0, scheme).chars().allMatch(Character::isLetterOrDigit)) {
            throw new MalformedConnectionString("“" + text.substring(0, scheme)
                    + "://” is not PostgreSQL's. A URL starts with postgres:// or postgresql://.");
        }
        if (PsqlCommand.matches(text)) {
            return PsqlCommand.read(text, variables);
        }
        if (text.indexOf('=') > 0) {
            return KeywordNotation.read(text);
        }
        throw new MalformedConnectionString(
                "This is neither a URL (postgres://…), nor keywords (host=… dbname=…), nor a psql command.");
    }

    private static ConnectionString complete(Conninfo conninfo, LibpqDefaults defaults)
            throws MalformedConnectionString {
        String user = orElse(conninfo.get("user"), defaults.systemUser());
        String database = orElse(conninfo.get("dbname"), user);
        Target target = new Target(endpoints(conninfo, defaults), database, user, conninfo.parameters());
        return new ConnectionString(target, conninfo.secret(), conninfo.notes());
    }

    private static List<Endpoint> endpoints(Conninfo conninfo, LibpqDefaults defaults)
            throws MalformedConnectionString {
        String[] hosts = orElse(conninfo.get("host"), orElse(conninfo.get("hostaddr"), "")).split(",", -1);
        String[] ports = orElse(conninfo.get("port"), "").split(",", -1);
        if (ports.length > 1 && ports.length != hosts.length) {
            throw new MalformedConnectionString(hosts.length + " hosts have " + ports.length
                    + " ports. Give one port for all, or one for each.");
        }
        List<Endpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < hosts.length; i++) {
            int port = port(ports[ports.length == 1 ? 0 : i].strip());
            String host = hosts[i].strip();
            if (host.startsWith("@")) {
                throw new MalformedConnectionString(
                        "Sockets in the abstract namespace (@…) are not supported. Give the socket's directory.");
            }
            if (!host.startsWith("/") && !TCP_HOST.matcher(host).matches()) {
                throw new MalformedConnectionString(
                        "The host holds a character that no host's name has. A socket's directory starts with /.");
            }
            endpoints.add(new Endpoint(host.isEmpty() ? defaults.host(port) : host, port));
        }
        return endpoints;
    }

    private static int port(String text) throws MalformedConnectionString {
        if (text.isEmpty()) {
            return Endpoint.DEFAULT_PORT;
        }
        if (text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new MalformedConnectionString("The port is not a number between 1 and 65535.");
        }
        int port = Integer.parseInt(text);
        if (port < 1 || port > 65535) {
            throw new MalformedConnectionString("The port " + port + " is not between 1 and 65535.");
        }
        return port;
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
