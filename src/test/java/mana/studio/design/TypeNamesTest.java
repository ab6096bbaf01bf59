package mana.studio.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.design.TypeNames.Known;
import mana.studio.design.TypeNames.Serial;
import mana.studio.design.TypeNames.Unknown;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.QualifiedName;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TypeNamesTest {
    private static final TestDatabase DATABASE = database();
    private static final TypeNames TYPES = TypeNames.of(Databases.read(DATABASE));

    private static TestDatabase database() {
        TestDatabase database = TestServer.freshDatabase();
        Scripts.run(database, Databases.SHOP + """
            CREATE DOMAIN shop.price AS numeric(12,2);
            CREATE TYPE shop."Odd Name" AS (a integer);
            CREATE TYPE shop.span AS RANGE (subtype = float8);
            CREATE TYPE shop.role AS ENUM ('buyer');
            """);
        return database;
    }

    static Stream<String> typed() {
        return Stream.of(
                "varchar(20)",
                "varchar",
                "int",
                "INT4",
                "int2",
                "int8",
                "bool",
                "char",
                "char(3)",
                "bpchar",
                "decimal",
                "dec(5)",
                "numeric(12,2)",
                "numeric(3,-2)",
                "float",
                "float(24)",
                "float(25)",
                "float4",
                "float8",
                "double precision",
                "timestamptz",
                "timestamptz(3)",
                "timestamp",
                "timestamp(0)",
                "timestamp with time zone",
                "timestamp(3) with time zone",
                "timetz",
                "time(2)",
                "interval",
                "interval(3)",
                "interval day to second(2)",
                "interval year to month",
                "bit",
                "bit(5)",
                "varbit(7)",
                "bit varying",
                "national character varying(4)",
                "text[]",
                "int[][]",
                "int array",
                "varchar(5)[3]",
                "auth.role",
                "auth.role[]",
                "price",
                "shop.price[]",
                "shop.\"Odd Name\"",
                "shop.span",
                "uuid",
                "jsonb",
                "tstzrange",
                "int4multirange",
                "\"char\"",
                "pg_catalog.int4",
                "auth.users",
                "macaddr8",
                "tsvector",
                "pg_lsn",
                "regclass",
                "char varying(3)",
                "money",
                "xml",
                "oid",
                "inet");
    }

    @ParameterizedTest
    @MethodSource("typed")
    void readsATypeAsTheServerPrintsIt(String typed) throws SQLException {
        String printed = printed(typed);
        assertThat(TYPES.read(typed))
                .isInstanceOfSatisfying(
                        Known.class, known -> assertThat(known.type().sql()).isEqualTo(printed));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void readsWhatItPrintsAsTheSame(String typed) {
        Known known = (Known) TYPES.read(typed);
        assertThat(TYPES.read(known.type().sql())).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|A column needs a type.",
                "txt|There is no type txt. Do you mean text?",
                "varchar(0)|The length of character varying is 1 to 10,485,760.",
                "varchar(a)|“a” is no number.",
                "varchar(20|The parenthesis is not closed.",
                "int(4)|integer takes nothing in parentheses.",
                "numeric(1,2,3)|numeric takes two numbers: how many digits, and how many of them after the point.",
                "numeric(1001)|The precision of numeric is 1 to 1000 digits.",
                "timestamp(9)|The second has 0 to 6 digits after the point.",
                "text foo|“foo” cannot stand behind text.",
                "role|Several types are called role: auth.role, shop.role. Say which.",
                "auth.roel|There is no type auth.roel. Do you mean role?",
                "auth.|The name is not complete.",
                "text[|The bracket is not closed.",
                "setof text|A column holds one value: SETOF is for the results of functions."
            })
    void saysWhatIsWrong(String typed, String message) {
        assertThat(TYPES.read(typed)).isEqualTo(new Unknown(message));
    }

    @Test
    void offersIdentityForSerial() {
        assertThat(TYPES.read("bigserial")).isInstanceOfSatisfying(Serial.class, serial -> {
            assertThat(serial.type().sql()).isEqualTo("bigint");
            assertThat(serial.message()).contains("GENERATED BY DEFAULT AS IDENTITY");
        });
    }

    @Test
    void knowsTheFamilyAndTheNameOfATypeOfItsOwn() {
        assertThat(((Known) TYPES.read("price")).type().named()).isEqualTo(new QualifiedName("shop", "price"));
        assertThat(((Known) TYPES.read("price")).type().family()).isEqualTo(Family.DECIMAL);
        assertThat(((Known) TYPES.read("auth.role[]")).type().family()).isEqualTo(Family.ARRAY);
    }

    @Test
    void findsTypesByAnyOfTheirNames() {
        assertThat(search("timestamptz")).first().isEqualTo("timestamp with time zone");
        assertThat(search("role")).startsWith("auth.role", "shop.role");
        assertThat(search("int")).startsWith("integer");
        assertThat(search("role[]")).startsWith("auth.role[]");
        assertThat(search("")).contains("auth.role", "text", "shop.price").doesNotContain("auth.users");
    }

    private static List<String> search(String text) {
        return TYPES.matching(text).stream().map(choice -> choice.type().sql()).toList();
    }

    /// What the server calls the type of a column that is made with it.
    private static String printed(String typed) throws SQLException {
        try (Connection connection = DATABASE.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = shop");
            statement.execute("CREATE TABLE pg_temp.printed (c %s)".formatted(typed));
            statement.execute("SET search_path = ''");
            try (ResultSet row = statement.executeQuery("SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                    + " WHERE attrelid = 'pg_temp.printed'::regclass AND attnum = 1")) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
