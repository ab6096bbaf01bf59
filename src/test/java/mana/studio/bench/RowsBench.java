package mana.studio.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;
import mana.studio.connection.EmbeddedServer;
import mana.studio.rows.Filter;
import mana.studio.rows.Operator;
import mana.studio.rows.Page;
import mana.studio.rows.RowQuery;
import mana.studio.rows.RowReader;
import mana.studio.rows.SoftDeleted;
import mana.studio.rows.SortKey;
import mana.studio.rows.Tables;
import mana.studio.schema.Relation;

/// What a page costs at any depth of a large table, as a ratio to the first page: the medians of 51 rounds.
public final class RowsBench {
    private static final int PAGE = 200;
    private static final int ROUNDS = 51;
    private static final int WARM_UP = 5;
    private static final double[] DEPTHS = {0.1, 0.5, 0.9, 0.999};

    private static final String TABLE =
            """
            SET synchronous_commit = off;
            SET maintenance_work_mem = '512MB';
            CREATE TYPE status AS ENUM ('draft', 'active', 'suspended', 'archived', 'deleted');
            CREATE UNLOGGED TABLE events (
                id uuid NOT NULL, seq bigint NOT NULL, user_id text NOT NULL, name varchar(500) NOT NULL,
                status status NOT NULL, amount numeric(12, 2), is_deleted boolean NOT NULL, metadata jsonb, note text,
                created_at timestamptz NOT NULL, updated_at timestamptz);
            INSERT INTO events
            SELECT md5(i::text)::uuid, i, substr(md5((i %% 50000)::text), 1, 24), 'event ' || i || ' of ' || (i %% 977),
                   (enum_range(NULL::status))[1 + i %% 5],
                   CASE WHEN i %% 11 <> 0 THEN (i * 7919 %% 1000000) / 100.0 END,
                   i %% 13 = 0,
                   CASE WHEN i %% 7 <> 0 THEN jsonb_build_object('k', i %% 100, 'tag', 't' || i %% 37) END,
                   CASE WHEN i %% 3 = 0 THEN repeat('note ', 1 + (i %% 8)::int) END,
                   timestamptz '2024-01-01 00:00+00' + i * 6 * interval '1 second',
                   CASE WHEN i %% 2 = 0 THEN timestamptz '2024-01-01 01:00+00' + i * 6 * interval '1 second' END
            FROM generate_series(1::bigint, %d) i;
            ALTER TABLE events ADD PRIMARY KEY (id);
            ALTER TABLE events ADD UNIQUE (seq);
            CREATE INDEX ON events (created_at, id);
            CREATE INDEX ON events (updated_at);
            VACUUM ANALYZE events;
            """;

    private final DataSource source;
    private final Relation relation;
    private RowsBench(DataSource source, Relation relation) {
        this.source = source;
        this.relation = relation;
    }

    /// @param arguments the number of rows; 10,000,000 without
    public static void main(String[] arguments) throws Exception {
        run(arguments);
    }

    public static void run(String[] arguments) throws IOException, SQLException {
        long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
        try (EmbeddedServer server = EmbeddedServer.scratch();
                HikariDataSource source = pool(server)) {
            long start = System.nanoTime();
            execute(source, TABLE.formatted(rows));
            print("table of %,d rows built in %,.0f ms", rows, (System.nanoTime() - start) / 1e6);
            RowsBench bench = new RowsBench(source, Tables.of(source, "public", "events"));
            bench.measure("by primary key (uuid, random order)", List.of(), rows);
            bench.measure("by created_at, id (indexed)", List.of(new SortKey("created_at", true)), rows);
            bench.measure("by updated_at (indexed, half NULL)", List.of(new SortKey("updated_at", false)), rows);
            bench.counts();
        }
    }

    private static HikariDataSource pool(EmbeddedServer server) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.source("postgres"));
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static void execute(DataSource source, String script) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\n")) {
                statement.execute(sql);
            }
        }
    }

    private void measure(String title, List<SortKey> sort, long rows) throws SQLException {
        print("%n%s", title);
        RowReader reader = new RowReader(source, new RowQuery(relation, List.of(), null, sort, SoftDeleted.SHOW));
        warmUp(reader);
        row("last page", reader, () -> reader.last(PAGE, new Cancellation()));
        jumps(reader, "jump to %s %%, approximate", rows);
        long start = System.nanoTime();
        reader.buildAnchors(new Cancellation());
        print("  %-34s %8.0f ms, once", "anchors", (System.nanoTime() - start) / 1e6);
        jumps(reader, "jump to %s %%, exact", rows);
        for (double depth : DEPTHS) {
            Page page = reader.at((long) (rows * depth), PAGE, new Cancellation());
            row(
                    "next page at " + depth * 100 + " %",
                    reader,
                    () -> reader.after(page.rows().getLast(), PAGE, new Cancellation()));
            row(
                    "previous page at " + depth * 100 + " %",
                    reader,
                    () -> reader.before(page.rows().getFirst(), PAGE, new Cancellation()));
        }
    }

    /// The compiler's work is not the page's cost.
    private static void warmUp(RowReader reader) throws SQLException {
        Page page = reader.first(PAGE, new Cancellation());
        for (int i = 0; i < 100; i++) {
            page = reader.after(page.rows().getLast(), PAGE, new Cancellation());
        }
    }

    private void jumps(RowReader reader, String title, long rows) throws SQLException {
        for (double depth : DEPTHS) {
            long position = (long) (rows * depth);
            row(title.formatted(depth * 100), reader, () -> reader.at(position, PAGE, new Cancellation()));
        }
    }

    private void counts() throws SQLException {
        print("%ncounting and filtering");
        RowReader all = new RowReader(source, RowQuery.all(relation));
        row("estimate", all, () -> all.estimate(new Cancellation()));
        row("exact count", all, () -> all.count(new Cancellation()));
        List<Filter> filters = List.of(new Filter("status", Operator.EQUALS, List.of("active")));
        RowReader filtered =
                new RowReader(source, new RowQuery(relation, filters, null, List.of(), SoftDeleted.HIDE));
        row("first page filtered", all, () -> filtered.first(PAGE, new Cancellation()));
        row("estimate filtered", all, () -> filtered.estimate(new Cancellation()));
    }

    private interface Work {
        Object run() throws SQLException;
    }

    /// Measures some work and the first page in turns, so that what else the machine does meets both.
    private static void row(String title, RowReader reader, Work work) throws SQLException {
        double[] top = new double[ROUNDS];
        double[] times = new double[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            double first = time(() -> reader.first(PAGE, new Cancellation()));
            double measured = time(work);
            if (i >= 0) {
                top[i] = first;
                times[i] = measured;
            }
        }
        Arrays.sort(top);
        Arrays.sort(times);
        double median = times[ROUNDS / 2];
        double medianTop = top[ROUNDS / 2];
        print("  %-34s %8.2f ms  first page %6.2f ms  %7.2f ×", title, median, medianTop, median / medianTop);
    }

    /// In milliseconds.
    private static double time(Work work) throws SQLException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    @SuppressWarnings("SystemOut")
    private static void print(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
