package mana.studio.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Relation;
import mana.studio.sql.Identifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Walking page by page is the same as one big ordered SELECT, whatever the order.
class WalkTest {
    /// What tells rows apart, and comes last in every order.
    private static final Map<String, String> IDENTITY = Map.of(
            "mixed", "id",
            "composite", "b, a",
            "only_unique", "code",
            "keyless", "ctid",
            "heap", "ctid",
            "parts", "tableoid, ctid",
            "kept", "ctid");

    private static HikariDataSource source;

    @BeforeAll
    static void fill() {
        source = Samples.pool(Samples.database());
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed", "composite", "only_unique", "keyless", "heap", "parts", "kept"})
    void walksAsOneSelectWouldInAnyOrder(String table) throws SQLException {
        Relation relation = Tables.of(source, "app", table);
        Random random = new Random(table.hashCode());
        for (int round = 0; round < 40; round++) {
            RowQuery query = query(relation, random);
            List<List<String>> expected = select(query, table);
            RowReader reader = new RowReader(source, query);
            int limit = expected.size() / 30 + 1 + random.nextInt(150);
            assertThat(forwards(reader, limit)).as("forwards, %s", query.sort()).isEqualTo(expected);
            assertThat(backwards(reader, limit)).as("backwards, %s", query.sort()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed", "composite", "only_unique", "keyless", "heap", "parts", "kept"})
    void findsEveryPositionByItsAnchors(String table) throws SQLException {
        Relation relation = Tables.of(source, "app", table);
        Random random = new Random(table.hashCode());
        for (int round = 0; round < 20; round++) {
            RowQuery query = query(relation, random);
            List<List<String>> expected = select(query, table);
            Server server = new Server(source);
            Selection selection = Selection.of(query);
            Anchors anchors = new AnchorBuilder(server, selection, 7, 10).exact(new Cancellation());
            assertThat(anchors.keys()).hasSizeBetween(5, 10);
            KeyWalk walk = new KeyWalk(server, selection, anchors);
            for (int i = 0; i < 5; i++) {
                int position = random.nextInt(expected.size());
                Page page = walk.at(position, 3, new Cancellation()).orElseThrow();
                assertThat(texts(page))
                        .as("from %d, %s", position, query.sort())
                        .isEqualTo(expected.subList(position, Math.min(position + 3, expected.size())));
                assertThat(page.atStart()).isEqualTo(position == 0);
            }
            assertThat(walk.at(expected.size(), 3, new Cancellation())).isEmpty();
        }
    }

    @Test
    void walksAViewByOffset() throws SQLException {
        Relation relation = Tables.of(source, "app", "shown");
        RowQuery query = new RowQuery(relation, List.of(), null, List.of(new SortKey("note", true)), SoftDeleted.SHOW);
        RowReader reader = new RowReader(source, query);
        List<List<String>> expected = read("SELECT note, number::text FROM app.shown ORDER BY note DESC");
        assertThat(reader.paging()).isEqualTo(Paging.BY_OFFSET);
        assertThat(forwards(reader, 300)).isEqualTo(expected);
        assertThat(backwards(reader, 300)).isEqualTo(expected);
        assertThat(texts(reader.at(1_234, 10, new Cancellation()))).isEqualTo(expected.subList(1_234, 1_244));
    }

    @Test
    void saysHowItPages() throws SQLException {
        assertThat(paging("mixed")).isEqualTo(Paging.BY_KEY);
        assertThat(paging("only_unique")).isEqualTo(Paging.BY_KEY);
        assertThat(paging("keyless")).isEqualTo(Paging.BY_CTID);
        assertThat(paging("kept")).isEqualTo(Paging.BY_CTID);
        assertThat(paging("shown")).isEqualTo(Paging.BY_OFFSET);
    }

    private static Paging paging(String table) throws SQLException {
        return new RowReader(source, RowQuery.all(Tables.of(source, "app", table))).paging();
    }

    private static RowQuery query(Relation relation, Random random) {
        List<SortKey> sort = new ArrayList<>();
        List<String> names = new ArrayList<>(
                relation.columns().stream().map(column -> column.name()).toList());
        Collections.shuffle(names, random);
        for (String name : names.subList(0, Math.min(random.nextInt(4), names.size()))) {
            sort.add(new SortKey(name, random.nextBoolean()));
        }
        return new RowQuery(relation, List.of(), null, sort, SoftDeleted.SHOW);
    }

    private static List<List<String>> select(RowQuery query, String table) throws SQLException {
        String order = query.sort().stream()
                .map(key -> Identifier.quote(key.column()) + (key.descending() ? " DESC, " : ", "))
                .collect(Collectors.joining());
        String columns = query.relation().columns().stream()
                .map(column -> "left(format('%s', r." + Identifier.quote(column.name()) + "), 1000)")
                .collect(Collectors.joining(", "));
        boolean descending = !query.sort().isEmpty() && query.sort().getLast().descending();
        String identity = IDENTITY.getOrDefault(table, "");
        return read("SELECT %s FROM app.%s r ORDER BY %s%s"
                .formatted(columns, table, order, descending ? identity.replace(",", " DESC,") + " DESC" : identity));
    }

    /// NULL reads as the empty string: `format` does so.
    private static List<List<String>> read(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i) == null ? "" : result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static List<List<String>> forwards(RowReader reader, int limit) throws SQLException {
        List<List<String>> walked = new ArrayList<>();
        Page page = reader.first(limit, new Cancellation());
        assertThat(page.atStart()).isTrue();
        walked.addAll(texts(page));
        while (!page.atEnd()) {
            page = reader.after(page.rows().getLast(), limit, new Cancellation());
            assertThat(page.atStart()).isFalse();
            assertThat(page.rows()).isNotEmpty();
            walked.addAll(texts(page));
        }
        return walked;
    }

    private static List<List<String>> backwards(RowReader reader, int limit) throws SQLException {
        List<List<String>> walked = new ArrayList<>();
        Page page = reader.last(limit, new Cancellation());
        assertThat(page.atEnd()).isTrue();
        walked.addAll(texts(page));
        while (!page.atStart()) {
            page = reader.before(page.rows().getFirst(), limit, new Cancellation());
            assertThat(page.atEnd()).isFalse();
            assertThat(page.rows()).isNotEmpty();
            walked.addAll(0, texts(page));
        }
        return walked;
    }

    private static List<List<String>> texts(Page page) {
        return page.rows().stream()
                .map(row -> row.cells().stream().map(WalkTest::text).toList())
                .toList();
    }

    private static String text(Cell cell) {
        String text = cell.text();
        return text == null ? "" : text.equals("true") ? "t" : text.equals("false") ? "f" : text;
    }
}
