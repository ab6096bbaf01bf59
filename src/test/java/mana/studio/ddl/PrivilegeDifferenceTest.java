package mana.studio.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Database;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Privileges;
import mana.studio.schema.Privileges.Grant;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrivilegeDifferenceTest {
    private static final String OWNER = "postgres";

    /// What was done to an object: `{a}` and `{b}` are privileges, `{all}` all of them, `{on}` the object.
    private static final List<String> STATES = List.of(
            "",
            "GRANT {a} ON {on} TO p_one;",
            "GRANT {all} ON {on} TO p_one, PUBLIC;",
            """
            GRANT {a} ON {on} TO p_one WITH GRANT OPTION;
            SET ROLE p_one; GRANT {a} ON {on} TO p_two; RESET ROLE;
            """,
            """
            GRANT {a} ON {on} TO p_one WITH GRANT OPTION;
            SET ROLE p_one; GRANT {a} ON {on} TO "p two" WITH GRANT OPTION; RESET ROLE;
            SET ROLE "p two"; GRANT {a} ON {on} TO p_two; RESET ROLE;
            GRANT {b} ON {on} TO p_two;
            """,
            """
            GRANT {a} ON {on} TO "p two" WITH GRANT OPTION;
            SET ROLE "p two"; GRANT {a} ON {on} TO p_one WITH GRANT OPTION; RESET ROLE;
            SET ROLE p_one; GRANT {a} ON {on} TO PUBLIC, p_two; RESET ROLE;
            """,
            """
            GRANT {a} ON {on} TO p_one, "p two" WITH GRANT OPTION;
            SET ROLE p_one; GRANT {a} ON {on} TO "p two" WITH GRANT OPTION; RESET ROLE;
            SET ROLE "p two"; GRANT {a} ON {on} TO p_one WITH GRANT OPTION; RESET ROLE;
            """,
            "REVOKE {all} ON {on} FROM postgres, PUBLIC;",
            """
            REVOKE {a} ON {on} FROM postgres;
            GRANT {b} ON {on} TO PUBLIC;
            GRANT {b} ON {on} TO p_two WITH GRANT OPTION;
            """,
            "REVOKE {all} ON {on} FROM PUBLIC; GRANT {a} ON {on} TO postgres WITH GRANT OPTION;");

    private static TestDatabase database;
    private static int version;

    @BeforeAll
    static void load() throws SQLException {
        database = TestServer.freshDatabase();
        database.run(
                """
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'p_one') THEN
                    CREATE ROLE p_one; CREATE ROLE p_two; CREATE ROLE "p two";
                  END IF;
                END $$;
                CREATE FOREIGN DATA WRAPPER wrapper;
                """);
        version = read().version();
    }

    @ParameterizedTest
    @EnumSource
    void leadsFromEachStateToEachOther(GrantKind kind) throws SQLException {
        Samples samples = new Samples(kind);
        StringBuilder setup = new StringBuilder("CREATE SCHEMA IF NOT EXISTS " + samples.schema() + ";\n"
                + "GRANT USAGE ON SCHEMA " + samples.schema() + " TO PUBLIC;\n");
        for (int from = 0; from < STATES.size(); from++) {
            setup.append(samples.create("wanted_" + from)).append(samples.state(from, "wanted_" + from));
            for (int to = 0; to < STATES.size(); to++) {
                String name = "pair_" + from + "_" + to;
                setup.append(samples.create(name)).append(samples.state(from, name));
            }
        }
        Scripts.run(database, setup.toString());
        Map<String, Privileges> states = samples.privileges(read());
        List<Privileges> wanted = IntStream.range(0, STATES.size())
                .mapToObj(state -> Objects.requireNonNull(states.get("wanted_" + state)))
                .toList();
        List<String> steps = new ArrayList<>();
        for (int from = 0; from < STATES.size(); from++) {
            for (int to = 0; to < STATES.size(); to++) {
                List<String> statements =
                        samples.difference("pair_" + from + "_" + to, wanted.get(from), wanted.get(to));
                assertThat(statements.isEmpty()).isEqualTo(wanted.get(from).equals(wanted.get(to)));
                steps.addAll(statements);
            }
        }
        Scripts.run(database, String.join(";\n", steps));
        Map<String, Privileges> reached = samples.privileges(read());
        for (int from = 0; from < STATES.size(); from++) {
            for (int to = 0; to < STATES.size(); to++) {
                assertThat(reached.get("pair_" + from + "_" + to))
                        .as("from %d to %d", from, to)
                        .isEqualTo(wanted.get(to));
            }
        }
    }

    @Test
    void writesOneStatementForWhatBelongsTogether() {
        Grant owners = new Grant(
                OWNER, List.of("SELECT", "UPDATE", "USAGE"), List.of(), OWNER);
        Privileges to = new Privileges(
                false,
                List.of(
                        owners,
                        new Grant("p_one", List.of("SELECT", "UPDATE", "USAGE"), List.of(), OWNER),
                        new Grant("p_two", List.of("SELECT", "USAGE"), List.of("USAGE"), OWNER)));
        PrivilegeDifference difference = new PrivilegeDifference(version);
        assertThat(difference.statements(GrantKind.SEQUENCE, "SEQUENCE p.s", OWNER, Privileges.DEFAULT, to))
                .containsExactly(
                        "GRANT ALL ON SEQUENCE p.s TO p_one",
                        "GRANT SELECT ON SEQUENCE p.s TO p_two",
                        "GRANT USAGE ON SEQUENCE p.s TO p_two WITH GRANT OPTION");
        assertThat(difference.statements(GrantKind.SEQUENCE, "SEQUENCE p.s", OWNER, to, Privileges.DEFAULT))
                .containsExactly(
                        "REVOKE ALL ON SEQUENCE p.s FROM p_one",
                        "REVOKE SELECT ON SEQUENCE p.s FROM p_two",
                        "REVOKE USAGE ON SEQUENCE p.s FROM p_two");
    }

    @Test
    void knowsWhatARevokeTakesFromColumns() throws SQLException {
        Samples columns = new Samples(GrantKind.COLUMN);
        database.run("CREATE SCHEMA IF NOT EXISTS p_column; CREATE TABLE p_column.taken (c integer);"
                + "GRANT SELECT ON p_column.taken TO p_one, p_two;"
                + "GRANT SELECT (c), INSERT (c) ON p_column.taken TO p_one;"
                + "GRANT SELECT (c) ON p_column.taken TO \"p two\"");
        QualifiedName name = new QualifiedName("p_column", "taken");
        Privileges table = read().table(name).orElseThrow().privileges();
        Privileges column = Objects.requireNonNull(columns.privileges(read()).get("taken"));
        database.run("REVOKE SELECT ON p_column.taken FROM p_one");
        Privileges left = columns.privileges(read()).get("taken");
        Privileges tableAfter = read().table(name).orElseThrow().privileges();
        assertThat(left).isNotEqualTo(column);
        assertThat(new PrivilegeDifference(version).leftOfColumn(column, OWNER, table, tableAfter))
                .isEqualTo(left);
    }

    private static Database read() throws SQLException {
        return new CatalogReader(database.source()).read(new Cancellation()).database();
    }

    /// Objects of one kind, by name.
    private record Samples(GrantKind kind) {
        private String schema() {
            return "p_" + kind.name().toLowerCase(Locale.ROOT);
        }

        String create(String name) {
            return switch (kind) {
                case RELATION, COLUMN -> "CREATE TABLE " + schema() + "." + name + " (c integer);\n";
                case SEQUENCE -> "CREATE SEQUENCE " + schema() + "." + name + ";\n";
                case SCHEMA -> "CREATE SCHEMA " + name + ";\n";
                case ROUTINE ->
                    "CREATE FUNCTION " + schema() + "." + name + "() RETURNS integer LANGUAGE sql AS 'SELECT 1';\n";
                case TYPE -> "CREATE TYPE " + schema() + "." + name + " AS ENUM ();\n";
                case LANGUAGE -> "CREATE TRUSTED LANGUAGE " + name + " HANDLER plpgsql_call_handler;\n";
                case FOREIGN -> "CREATE SERVER " + name + " FOREIGN DATA WRAPPER wrapper;\n";
            };
        }

        private String object(String name) {
            return switch (kind) {
                case RELATION, COLUMN -> "TABLE " + schema() + "." + name;
                case SEQUENCE -> "SEQUENCE " + schema() + "." + name;
                case SCHEMA -> "SCHEMA " + name;
                case ROUTINE -> "FUNCTION " + schema() + "." + name + "()";
                case TYPE -> "TYPE " + schema() + "." + name;
                case LANGUAGE -> "LANGUAGE " + name;
                case FOREIGN -> "FOREIGN SERVER " + name;
            };
        }

        String state(int number, String name) {
            UnaryOperator<String> privilege = word -> kind == GrantKind.COLUMN ? word + " (c)" : word;
            List<String> two =
                    switch (kind) {
                        case RELATION -> List.of("SELECT", "TRUNCATE");
                        case COLUMN -> List.of("SELECT", "UPDATE");
                        case SEQUENCE -> List.of("USAGE", "SELECT");
                        case SCHEMA -> List.of("USAGE", "CREATE");
                        case ROUTINE -> List.of("EXECUTE", "EXECUTE");
                        case TYPE, LANGUAGE, FOREIGN -> List.of("USAGE", "USAGE");
                    };
            return STATES.get(number)
                    .replace("{all}", privilege.apply("ALL"))
                    .replace("{a}", privilege.apply(two.getFirst()))
                    .replace("{b}", privilege.apply(two.getLast()))
                    .replace("{on}", object(name));
        }

        List<String> difference(String name, Privileges from, Privileges to) {
            PrivilegeDifference difference = new PrivilegeDifference(version);
            return kind == GrantKind.COLUMN
                    ? difference.ofColumn(object(name), "c", OWNER, from, to)
                    : difference.statements(kind, object(name), OWNER, from, to);
        }

        Map<String, Privileges> privileges(Database read) {
            Map<String, Privileges> found = new TreeMap<>();
            switch (kind) {
                case COLUMN -> read.tables()
                        .filter(table -> table.name().schema().equals(schema()))
                        .forEach(table -> found.put(
                                table.name().name(), table.columns().getFirst().privileges()));
                case SCHEMA -> read.schemas().forEach(schema -> found.put(schema.name(), schema.privileges()));
                case LANGUAGE -> others(read, "language", found);
                case FOREIGN -> others(read, "foreign server", found);
                case RELATION, SEQUENCE -> objects(read, ObjectName.Kind.RELATION, found);
                case ROUTINE -> objects(read, ObjectName.Kind.ROUTINE, found);
                case TYPE -> objects(read, ObjectName.Kind.TYPE, found);
            }
            return found;
        }

        private static void others(Database read, String kind, Map<String, Privileges> found) {
            read.others().stream()
                    .filter(other -> other.kind().equals(kind))
                    .forEach(other -> found.put(other.name(), other.privileges()));
        }

        private void objects(Database read, ObjectName.Kind named, Map<String, Privileges> found) {
            read.schemas().stream()
                    .flatMap(Schema::objects)
                    .filter(object -> object.name().schema().equals(schema()))
                    .filter(object -> ObjectName.of(object).kind() == named)
                    .forEach(object -> found.put(object.name().name(), object.privileges()));
        }
    }
}
