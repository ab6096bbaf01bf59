package mana.studio.connection;

import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// One endpoint of a target in pgjdbc's words: the one place that knows both libpq's and pgjdbc's names.
final class SessionProperties {
    static final String APPLICATION_NAME = "mana-schema-studio";

    private static final int CONNECT_TIMEOUT_SECONDS = 10;
    private static final Pattern TCP_HOST = Pattern.compile("[\\p{L}\\p{N}._:%-]+");

    private SessionProperties() {}

    /// @throws SQLException where the driver cannot reach such an endpoint
    static String url(Endpoint endpoint, String database) throws SQLException {
        if (!endpoint.isUnixSocket() && !TCP_HOST.matcher(endpoint.host()).matches()) {
            throw new PSQLException(
                    "“" + endpoint.host() + "” cannot be the name of a host.", PSQLState.INVALID_PARAMETER_VALUE);
        }
        String place = endpoint.isUnixSocket() ? "localhost:" + endpoint.port() : endpoint.toString();
        return "jdbc:postgresql://" + place + "/" + UriNotation.encode(database);
    }

    /// @param startupOptions the guards as `options`; empty where a pooler takes none
    static Properties of(Target target, Endpoint endpoint, @Nullable Secret secret, String startupOptions) {
        Map<String, String> parameters = target.parameters();
        Properties properties = new Properties();
        PGProperty.USER.set(properties, target.user());
        // Never null: pgjdbc would then read ~/.pgpass itself, without minding who else may read it.
        PGProperty.PASSWORD.set(properties, secret == null ? "" : secret.reveal());
        PGProperty.APPLICATION_NAME.set(properties, APPLICATION_NAME);
        // Puts application_name into the startup packet, where the server's log of connections sees it.
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "9.4");
        // pgjdbc remembers for 10 s which host was down, for the whole program: a person who tries again means now.
        PGProperty.HOST_RECHECK_SECONDS.set(properties, 0);
        // No server-side prepared statements: they break behind PgBouncer and when a table changes its columns.
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.GSS_ENC_MODE.set(properties, parameters.getOrDefault("gssencmode", "disable"));
        String options = (parameters.getOrDefault("options", "") + " " + startupOptions).strip();
        if (!options.isEmpty()) {
            PGProperty.OPTIONS.set(properties, options);
        }
        setTimeouts(properties, parameters);
        if (endpoint.isUnixSocket()) {
            PGProperty.SSL_MODE.set(properties, "disable");
            PGProperty.SOCKET_FACTORY.set(properties, "org.newsclub.net.unix.AFUNIXSocketFactory$FactoryArg");
            PGProperty.SOCKET_FACTORY_ARG.set(properties, endpoint.host() + "/.s.PGSQL." + endpoint.port());
        } else {
            setSsl(properties, parameters);
        }
        copy(parameters, "channel_binding", properties, PGProperty.CHANNEL_BINDING);
        copy(parameters, "require_auth", properties, PGProperty.REQUIRE_AUTH);
        copy(parameters, "krbsrvname", properties, PGProperty.KERBEROS_SERVER_NAME);
        return properties;
    }

    private static void setTimeouts(Properties properties, Map<String, String> parameters) {
        int seconds = CONNECT_TIMEOUT_SECONDS;
        try {
            seconds = Integer.parseInt(parameters.getOrDefault("connect_timeout", String.valueOf(seconds)));
        } catch (NumberFormatException notANumber) {
            // libpq refuses to connect; the usual time-out harms nobody.
        }
        int positive = seconds > 0 ? seconds : CONNECT_TIMEOUT_SECONDS;
        PGProperty.CONNECT_TIMEOUT.set(properties, positive);
        PGProperty.LOGIN_TIMEOUT.set(properties, positive);
    }

    private static void setSsl(Properties properties, Map<String, String> parameters) {
        PGProperty.SSL_MODE.set(properties, parameters.getOrDefault("sslmode", "prefer"));
        if ("system".equals(parameters.get("sslrootcert"))) {
            // libpq 16: the system's authorities, which in Java are the JVM's.
            PGProperty.SSL_FACTORY.set(properties, "org.postgresql.ssl.DefaultJavaSSLFactory");
        } else {
            copy(parameters, "sslrootcert", properties, PGProperty.SSL_ROOT_CERT);
        }
        copy(parameters, "sslcert", properties, PGProperty.SSL_CERT);
        copy(parameters, "sslkey", properties, PGProperty.SSL_KEY);
        copy(parameters, "sslnegotiation", properties, PGProperty.SSL_NEGOTIATION);
    }

    private static void copy(Map<String, String> parameters, String keyword, Properties to, PGProperty property) {
        String value = parameters.get(keyword);
        if (value != null && !value.isBlank()) {
            property.set(to, value);
        }
    }
}
