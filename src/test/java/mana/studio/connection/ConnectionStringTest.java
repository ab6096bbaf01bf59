package mana.studio.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionStringTest {
    private static final LibpqDefaults DEFAULTS = defaults(Map.of());

    private static LibpqDefaults defaults(Map<String, String> variables) {
        return new LibpqDefaults(variables, "me", List.of());
    }

    private static Target target(String host, int port, String database, String user) {
        return new Target(List.of(new Endpoint(host, port)), database, user, Map.of());
    }

    private static ConnectionString parse(String text) throws MalformedConnectionString {
        return ConnectionString.parse(text, DEFAULTS);
    }

    /// The examples of "Connection URIs" in libpq's documentation, and what people paste.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://                                | postgresql://me@localhost:5432/me",
                "postgresql://localhost                       | postgresql://me@localhost:5432/me",
                "postgresql://localhost:5433                  | postgresql://me@localhost:5433/me",
                "postgresql://localhost/mydb                  | postgresql://me@localhost:5432/mydb",
                "postgres://user@localhost                    | postgresql://user@localhost:5432/user",
                "postgresql://user:secret@localhost           | postgresql://user@localhost:5432/user",
                "postgresql://other@localhost/otherdb?connect_timeout=10&application_name=myapp"
                        + " | postgresql://other@localhost:5432/otherdb?connect_timeout=10",
                "postgresql://host1:123,host2:456/somedb?target_session_attrs=any"
                        + " | postgresql://me@host1:123,host2:456/somedb?target_session_attrs=any",
                "postgresql://host1,host2/db                  | postgresql://me@host1:5432,host2:5432/db",
                "postgresql:///mydb?host=localhost&port=5433  | postgresql://me@localhost:5433/mydb",
                "postgresql://[2001:db8::1234]/database       | postgresql://me@[2001:db8::1234]:5432/database",
                "postgresql://[::1]:6432/db                   | postgresql://me@[::1]:6432/db",
                "postgresql:///dbname?host=/var/lib/postgresql"
                        + " | postgresql://me@%2Fvar%2Flib%2Fpostgresql:5432/dbname",
                "postgresql://%2Fvar%2Flib%2Fpostgresql/dbname"
                        + " | postgresql://me@%2Fvar%2Flib%2Fpostgresql:5432/dbname",
                "postgresql://user@localhost:5433/mydb?options=-c%20synchronous_commit%3Doff"
                        + " | postgresql://user@localhost:5433/mydb?options=-c%20synchronous_commit%3Doff",
                "postgres://u:p@h/db?ssl=true                 | postgresql://u@h:5432/db?sslmode=require",
                "host=localhost port=5433 dbname=mydb         | postgresql://me@localhost:5433/mydb",
                "host = h  user = 'Jo \\'O\\' \\\\ Neill' dbname=a\\ b"
                        + " | postgresql://Jo%20%27O%27%20%5C%20Neill@h:5432/a%20b",
                "hostaddr=10.0.0.1 dbname=d                   | postgresql://me@10.0.0.1:5432/d",
                "jdbc:postgresql://h:5433/db?user=u&password=p&ssl=true&currentSchema=auth"
                        + " | postgresql://u@h:5433/db?sslmode=require&options=-c%20search_path%3Dauth",
                "jdbc:postgresql:db                           | postgresql://me@localhost:5432/db",
                "jdbc:postgresql://h1,h2/db?targetServerType=primary"
                        + " | postgresql://me@h1:5432,h2:5432/db?target_session_attrs=primary",
                "psql                                         | postgresql://me@localhost:5432/me",
                "psql -h h -p 5433 -U u -d db                 | postgresql://u@h:5433/db",
                "psql -hh -p5433 -Uu db                       | postgresql://u@h:5433/db",
                "psql --host=h --username u --dbname db -c 'select 1'   | postgresql://u@h:5432/db",
                "psql db u -h h -v ON_ERROR_STOP=1            | postgresql://u@h:5432/db",
                "$ PGPASSWORD=geheim PGPORT=6432 psql -h h db | postgresql://me@h:6432/db",
                "psql \"host=h dbname=db sslmode=require\"    | postgresql://me@h:5432/db?sslmode=require",
                "psql postgres://u:p@h/db -X                  | postgresql://u@h:5432/db",
                "docker exec -it db psql -U u db              | postgresql://u@localhost:5432/db",
                "DATABASE_URL=\"postgres://u:p@h/db\"         | postgresql://u@h:5432/db",
                "export DATABASE_URL='postgres://u:p@h/db'    | postgresql://u@h:5432/db",
                "'postgres://u:p@h/db'                        | postgresql://u@h:5432/db",
            })
    void readsWhatPeopleWrite(String text, String printed) throws MalformedConnectionString {
        // CsvSource takes quotes at both ends of a column for its own.
        assertThat(ConnectionString.print(parse(text).target())).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "postgres://u:p%40ss%2Fw%3Ard%25@h/db | p@ss/w:rd%",
                "postgres://u:a:b#c@h/db              | a:b#c",
                "postgres://u:gr%C3%BC%C3%9Fe@h/db    | grüße",
                "host=h password='it\\'s'             | it's",
                "jdbc:postgresql://h/d?password=a%26b | a&b",
                "PGPASSWORD='a b' psql -h h           | a b",
                "psql postgres://u:x@h                | x",
            })
    void findsThePassword(String text, String password) throws MalformedConnectionString {
        assertThat(parse(text).secret()).isEqualTo(new Secret(password));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "postgres://u:s3cr3t@home@h/db | There is more than one @ before the host. Write an @ in a user name"
                        + " or password as %40.",
                "postgres://u:s3c/r3t@h/db     | A / or ? stands before the @ (character 17). In a password write / as"
                        + " %2F, ? as %3F, # as %23.",
                "postgres://u:s3c%r3t@h/db     | The password (from character 14) holds a % that is not followed by two"
                        + " hexadecimal digits. Write a % itself as %25.",
                "postgres://h:54x2/db          | The port at character 14 is not a number, such as 5432.",
                "postgres://h:99999/db         | The port 99999 is not between 1 and 65535.",
                "postgres://[::1/db            | The [ at character 12 has no ]. Write an IPv6 address as [::1].",
                "postgres://::1/db             | The host at character 12 holds more than one colon. Write an IPv6"
                        + " address in brackets, as [::1]:5432.",
                "postgres://h/db?sslmode       | The parameter at character 17 has no value. Write keyword=value, as in"
                        + " ?sslmode=require.",
                "postgres://a,b,c:1,d:2/db?port=1,2 | 4 hosts have 2 ports. Give one port for all, or one for each.",
                "mysql://u:s3cr3t@h/db         | “mysql://” is not PostgreSQL's. A URL starts with postgres:// or"
                        + " postgresql://.",
                "host=h password=s3cr 3t       | The word at character 22 is not followed by =. Write keyword=value,"
                        + " and a value with spaces in single quotes.",
                "host='h                       | The quote at character 6 is never closed. Write a quote inside a value"
                        + " as \\'.",
                "psql -h                       | After -h a value is missing.",
                "psql \"$NOT_SET_ANYWHERE\"    | The variable at character 7 is not set for the studio. Paste its value"
                        + " instead, or put a $ of a password in single quotes.",
                "hello                         | This is neither a URL (postgres://…), nor keywords (host=… dbname=…),"
                        + " nor a psql command.",
            })
    void saysWhereATextIsWrong(String text, String message) {
        MalformedConnectionString malformed =
                catchThrowableOfType(MalformedConnectionString.class, () -> parse(text));
        assertThat(malformed).hasMessage(message);
        assertThat(malformed.getMessage()).doesNotContain("s3c").doesNotContain("3t");
    }

    @Test
    void takesWhatIsMissingFromTheVariables() throws MalformedConnectionString {
        LibpqDefaults defaults = defaults(Map.of(
                "PGHOST", "db.internal", "PGPORT", "6432", "PGUSER", "mana", "PGDATABASE", "platform",
                "PGPASSWORD", "geheim", "PGSSLMODE", "require", "PGOPTIONS", "-c search_path=auth"));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("sslmode", "require");
        parameters.put("options", "-c search_path=auth");
        assertThat(ConnectionString.ofEnvironment(defaults))
                .isEqualTo(new ConnectionString(
                        new Target(List.of(new Endpoint("db.internal", 6432)), "platform", "mana", parameters),
                        new Secret("geheim"),
                        List.of()));
        assertThat(ConnectionString.parse("postgres://other@h/db?sslmode=disable", defaults).target().toString())
                .isEqualTo("other@h:6432/db");
    }

    @Test
    void findsTheSocketOfAServerWhereNoHostIsSaid(@TempDir Path sockets) throws Exception {
        Files.createFile(sockets.resolve(".s.PGSQL.5433"));
        LibpqDefaults defaults = new LibpqDefaults(Map.of(), "me", List.of(sockets));
        assertThat(ConnectionString.parse("postgres:///db?port=5433", defaults).target())
                .isEqualTo(target(sockets.toString(), 5433, "db", "me"));
        assertThat(ConnectionString.parse("postgres:///db", defaults).target())
                .isEqualTo(target("localhost", 5432, "db", "me"));
    }

    @Test
    void putsTheVariablesOfThePersonIntoAPsqlCommand() throws MalformedConnectionString {
        LibpqDefaults defaults = defaults(Map.of("DATABASE_URL", "postgres://u:p@h/db"));
        assertThat(ConnectionString.parse("psql \"$DATABASE_URL\" -c 'select 1'", defaults).target())
                .isEqualTo(target("h", 5432, "db", "u"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema=public", "service=prod", "sslpassword=x", "bogus=1"})
    void saysWhatItLeavesOut(String parameter) throws MalformedConnectionString {
        ConnectionString connection = parse("postgres://u@h/db?" + parameter);
        assertThat(connection.notes())
                .singleElement()
                .asString()
                .startsWith("“" + parameter.substring(0, parameter.indexOf('=')) + "” is left out");
        assertThat(connection.target()).isEqualTo(target("h", 5432, "db", "u"));
    }

    @Test
    void readsBackWhatItPrints() throws MalformedConnectionString {
        Random random = new Random(20261121);
        for (int i = 0; i < 2_000; i++) {
            Target target = randomTarget(random);
            assertThat(parse(ConnectionString.print(target)).target())
                    .as(ConnectionString.print(target))
                    .isEqualTo(target);
        }
    }

    private static Target randomTarget(Random random) {
        List<Endpoint> endpoints = random.ints(1 + random.nextInt(3), 1, 65536)
                .mapToObj(port -> new Endpoint(randomHost(random), port))
                .toList();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String keyword : List.of("sslmode", "options", "sslrootcert", "passfile")) {
            if (random.nextBoolean()) {
                parameters.put(keyword, randomText(random));
            }
        }
        return new Target(endpoints, randomText(random), randomText(random), parameters);
    }

    private static String randomHost(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "/" + randomText(random).replace(",", "");
            case 1 -> "fe80::" + random.nextInt(10);
            case 2 -> "127.0.0." + random.nextInt(255);
            default -> "host-" + random.nextInt(100) + ".example.com";
        };
    }

    private static String randomText(Random random) {
        String alphabet = "abcXYZ019 :/?#[]@!$&'()*+,;=%-._~\\\"äß€😀";
        int[] points = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder("x");
        random.ints(random.nextInt(12), 0, points.length).forEach(i -> text.appendCodePoint(points[i]));
        return text.append('x').toString();
    }
}
