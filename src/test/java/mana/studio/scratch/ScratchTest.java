package mana.studio.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.CancellationException;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.scratch.ScratchFailure.Kind;
import mana.studio.scratch.ScratchFailure.Place;
import org.junit.jupiter.api.Test;

/// Scripts loaded on the scratch server and read back.
class ScratchTest {
    private final Cancellation cancellation = new Cancellation();

    private Database read(String script) throws ScratchException {
        return Scratch.read(script, cancellation);
    }

    private ScratchFailure failureOf(String script) {
        return catchThrowableOfType(ScratchException.class, () -> read(script)).failure();
    }

    @Test
    void readsBackWhatAScriptCreates() throws ScratchException {
        Database database = read("CREATE TABLE users (id text PRIMARY KEY, age int CHECK (age>0));");
        Table users = database.table(new QualifiedName("public", "users")).orElseThrow();
        assertThat(users.columns()).extracting(column -> column.name()).containsExactly("id", "age");
        assertThat(users.constraints())
                .filteredOn(Constraint.Check.class::isInstance)
                .extracting(constraint -> ((Constraint.Check) constraint).expression().toString())
                .containsExactly("(age > 0)");
    }

    @Test
    void takesADumpWithItsCommandsAndData() throws ScratchException {
        Database database = read("""
                \\restrict secret
                SET client_encoding = 'UTF8';
                CREATE TABLE public.notes (id integer, "body;" text);
                COPY public.notes (id, "body;") FROM stdin;
                1	it's; $$ not SQL
                2	\\N
                \\.
                COPY public.notes (id) FROM stdin;
                \\.
                ALTER TABLE ONLY public.notes ADD CONSTRAINT notes_pkey PRIMARY KEY (id);
                \\unrestrict secret
                """);
        assertThat(database.table(new QualifiedName("public", "notes")).orElseThrow().constraints())
                .hasSize(1);
    }

    @Test
    void makesTheRolesAScriptNames() throws ScratchException {
        Database database = read("""
                BEGIN;
                CREATE TABLE t (id int);
                ALTER TABLE t OWNER TO "Some owner";
                GRANT SELECT ON t TO some_reader;
                CREATE POLICY p ON t TO another_reader USING (true);
                COMMIT;
                CREATE ROLE some_reader;
                ALTER DEFAULT PRIVILEGES FOR ROLE some_default GRANT SELECT ON TABLES TO some_reader;
                """);
        assertThat(database.table(new QualifiedName("public", "t")).orElseThrow().owner()).isEqualTo("Some owner");
    }

    @Test
    void saysWhereAScriptIsWrong() {
        String script = "SELECT 1;\n-- ä\nCREATE TABLE t (id int);\n  SELECT 'ü', wrong FROM t;\n";
        assertThat(failureOf(script))
                .isEqualTo(new ScratchFailure(
                        Kind.REFUSED,
                        "column \"wrong\" does not exist",
                        null,
                        null,
                        "42703",
                        new Place("SELECT 'ü', wrong FROM t", script.indexOf("wrong"), 4, 15)));
        assertThat(failureOf("SELECT 1;\n\nCRATE TABLE t ();").text())
                .isEqualTo("line 3: syntax error at or near \"CRATE\"");
    }

    @Test
    void saysWhichExtensionIsMissing() {
        assertThat(failureOf("CREATE EXTENSION postgis;"))
                .extracting(ScratchFailure::kind, ScratchFailure::message)
                .containsExactly(Kind.MISSING_EXTENSION, "extension \"postgis\" is not available");
    }

    @Test
    void staysInsideItsDatabase() throws ScratchException {
        assertThat(failureOf("CREATE TABLE t (l text);\nCOPY t FROM PROGRAM 'id';").kind())
                .isEqualTo(Kind.NOT_ON_SCRATCH);
        assertThat(failureOf("COPY (SELECT 1) TO '/tmp/out';").kind()).isEqualTo(Kind.NOT_ON_SCRATCH);
        assertThat(failureOf("\\i other.sql").kind()).isEqualTo(Kind.NOT_ON_SCRATCH);
        assertThat(read("CREATE DATABASE other;\n\\connect other\nCREATE TABLE t();").tables()).hasSize(1);
    }

    @Test
    void copiesADatabaseWithItsRows() throws Exception {
        try (ScratchDatabase first = ScratchServer.shared().create()) {
            first.load("CREATE TABLE t AS SELECT g FROM generate_series(1, 3) g;", cancellation);
            try (ScratchDatabase second = first.copy();
                    var connection = second.source().getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT count(*) FROM t")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(3);
            }
        }
    }

    @Test
    void writesTheSameThingTheSameWay() throws ScratchException {
        Database one = read("CREATE TABLE t (n text DEFAULT 'a', CHECK (n IN ('a', 'b')));");
        Database other = read("""
                CREATE TABLE t (n text DEFAULT 'a'::text);
                ALTER TABLE t ADD CONSTRAINT t_n_check CHECK (n = ANY (ARRAY['a'::text, 'b'::text]));""");
        assertThat(Scratch.canonical(one, cancellation)).isEqualTo(Scratch.canonical(other, cancellation));
        assertThat(Scratch.canonical(one, cancellation)).isEqualTo(one);
    }

    @Test
    void stopsWhenAsked() {
        cancellation.request();
        assertThat(catchThrowableOfType(CancellationException.class, () -> read("SELECT 1;"))).isNotNull();
    }
}
