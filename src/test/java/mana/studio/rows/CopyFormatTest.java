package mana.studio.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is copied can be put back as it was.
class CopyFormatTest {
    private static TestDatabase database;
    private static HikariDataSource source;

    @BeforeAll
    static void fill() {
        database = Samples.database()
                .run(
                        """
                        CREATE TABLE app."Odd ""one"" x" (
                            "select" int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, "a,b" text,
                            twice int GENERATED ALWAYS AS ("select" * 2) STORED);
                        INSERT INTO app."Odd ""one"" x" VALUES
                            (DEFAULT, E'tab\\tline\\nquote"\\'\\\\'), (DEFAULT, ''), (DEFAULT, NULL),
                            (DEFAULT, '\\.'), (DEFAULT, ' x '), (DEFAULT, E'\\r')
                        """);
        source = Samples.pool(database);
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void insertsTheSameRows() throws SQLException {
        for (String name : List.of("mixed", "Odd \"one\" x")) {
            Relation relation = Tables.of(source, "app", name);
            List<Row> rows = rows(relation);
            String copied = write(CopyFormat.INSERT, relation, rows);
            String table = Columns.table(relation);
            database.run("TRUNCATE " + table).run(copied);
            assertThat(rows(relation)).isEqualTo(rows);
        }
    }

    @Test
    void writesCsvThatCopyReadsBack() throws SQLException, IOException {
        Relation relation = Tables.of(source, "app", "composite");
        List<Row> rows = rows(relation);
        String copied = write(CopyFormat.CSV, relation, rows);
        database.run("TRUNCATE app.composite");
        try (Connection connection = source.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY app.composite FROM STDIN (FORMAT csv, HEADER match)", new StringReader(copied));
        }
        assertThat(rows(relation)).isEqualTo(rows);
    }

    @Test
    void tellsNullFromTheEmptyString() {
        Table table = table("a", "b");
        List<List<Cell>> rows = List.of(List.of(Cell.NULL, Cell.of("")), List.of(Cell.of("x,\"y\""), Cell.of("z\tz")));
        assertThat(CopyFormat.CSV.write(table, table.columns(), rows)).isEqualTo("a,b\n,\"\"\n\"x,\"\"y\"\"\",z\tz\n");
        assertThat(CopyFormat.TSV.write(table, table.columns(), rows))
                .isEqualTo("a\tb\n\t\"\"\n\"x,\"\"y\"\"\"\t\"z\tz\"\n");
        assertThat(CopyFormat.INSERT.write(table, table.columns(), rows))
                .isEqualTo("INSERT INTO app.t (a, b) VALUES\n    (NULL, ''),\n    ('x,\"y\"', 'z\tz');\n");
        assertThat(CopyFormat.JSON.write(table, table.columns(), rows))
                .isEqualTo("[\n{\"a\":null,\"b\":\"\"},\n{\"a\":\"x,\\\"y\\\"\",\"b\":\"z\\tz\"}\n]\n");
        assertThat(CopyFormat.MARKDOWN.write(table, table.columns(), rows))
                .isEqualTo("| a | b |\n| --- | --- |\n| *NULL* |  |\n| x,\"y\" | z\tz |\n");
    }

    @Test
    void writesJsonValuesAsWhatTheyAre() throws SQLException {
        database.run(
                """
                CREATE TABLE app.typed (
                    n numeric, f float8, b boolean, j jsonb, p json, a int[], t text[], g bool[], m int[][]);
                INSERT INTO app.typed VALUES (1.10, 'NaN', true, '{"k": 1.10}', E'{\\n"z": 1}', '{1,NULL}',
                    '{"a\\"b",NULL,"NULL",""}', '{t,f}', '[2:3][1:1]={{1},{2}}')
                """);
        Relation relation = Tables.of(source, "app", "typed");
        String copied = write(CopyFormat.JSON, relation, rows(relation));
        assertThat(copied)
                .isEqualTo(
                        """
                        [
                        {"n":1.10,"f":"NaN","b":true,"j":{"k": 1.10},"p":{ "z": 1},"a":[1,null],\
                        "t":["a\\"b",null,"NULL",""],"g":[true,false],"m":[[1],[2]]}
                        ]
                        """);
        JsonNode read = JsonMapper.shared().readTree(copied);
        assertThat(read.size()).isEqualTo(1);
    }

    @Test
    void refusesCutValues() {
        Table table = table("a");
        List<List<Cell>> rows = List.of(List.of(new Cell("x", 5_000, true)));
        for (CopyFormat format : CopyFormat.values()) {
            assertThatThrownBy(() -> format.write(table, table.columns(), rows))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Table table(String... columns) {
        TableBuilder table = TableBuilder.table("app", "t");
        List.of(columns).forEach(column -> table.column(column, "text"));
        return table.build();
    }

    private static List<Row> rows(Relation relation) throws SQLException {
        return new RowReader(source, RowQuery.all(relation)).first(1_000, new Cancellation()).rows();
    }

    private static String write(CopyFormat format, Relation relation, List<Row> rows) {
        return format.write(
                relation, relation.columns(), rows.stream().map(Row::cells).toList());
    }
}
