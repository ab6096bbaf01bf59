package mana.studio.connection;

import java.util.StringJoiner;

/// `jdbc:postgresql://host:port/database?user=…`: a URI whose parameters have pgjdbc's names. The forms without a
/// host, `jdbc:postgresql:database` and `jdbc:postgresql:/`, mean localhost there.
final class JdbcNotation {
    private static final String PREFIX = "jdbc:postgresql:";

    private JdbcNotation() {}

    static boolean matches(String text) {
        return text.startsWith(PREFIX);
    }

    static Conninfo read(String text) throws MalformedConnectionString {
        String rest = text.substring(PREFIX.length());
        if (!rest.startsWith("//")) {
            rest = "//localhost/" + (rest.startsWith("/") ? rest.substring(1) : rest);
        }
        int question = rest.indexOf('?');
        String uri = "postgresql:" + (question < 0 ? rest : rest.substring(0, question));
        StringJoiner parameters = new StringJoiner("&", "?", "");
        parameters.setEmptyValue("");
        if (question >= 0) {
            for (String parameter : rest.substring(question + 1).split("&")) {
                parameters.add(translated(parameter));
            }
        }
        return UriNotation.read(uri + parameters);
    }

    /// A parameter by libpq's name; in JDBC's, `+` is a space.
    private static String translated(String parameter) {
        int equals = parameter.indexOf('=');
        if (equals < 0) {
            return parameter;
        }
        String value = parameter.substring(equals + 1).replace("+", "%20");
        return switch (parameter.substring(0, equals)) {
            case "currentSchema" -> "search_path=" + value;
            case "ApplicationName" -> "application_name=" + value;
            case "connectTimeout", "loginTimeout" -> "connect_timeout=" + value;
            case "channelBinding" -> "channel_binding=" + value;
            case "gssEncMode" -> "gssencmode=" + value;
            case "requireAuth" -> "require_auth=" + value;
            case "kerberosServerName" -> "krbsrvname=" + value;
            case "sslNegotiation" -> "sslnegotiation=" + value;
            case "loadBalanceHosts" -> "load_balance_hosts=" + (value.equals("true") ? "random" : "disable");
            case "targetServerType" -> "target_session_attrs=" + sessionAttributes(value);
            case String name -> name + "=" + value;
        };
    }

    private static String sessionAttributes(String targetServerType) {
        return switch (targetServerType) {
            case "primary", "master" -> "primary";
            case "secondary", "slave" -> "standby";
            case "preferSecondary", "preferSlave" -> "prefer-standby";
            default -> "any";
        };
    }
}
