package mana.studio.rows;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;

/// Tables with awkward keys and values.
final class Samples {
    private static final String SQL =
            """
            CREATE SCHEMA app;
            CREATE TYPE app.status AS ENUM ('draft', 'active', 'gone');
            CREATE TYPE app.pair AS (x int, y text);
            CREATE TABLE app.mixed (
                id uuid PRIMARY KEY,
                number int,
                amount numeric(12, 2),
                free numeric,
                at timestamptz,
                "when" timestamp(3) NOT NULL,
                name text COLLATE "en-x-icu",
                plain text COLLATE "C" NOT NULL,
                status app.status NOT NULL,
                data bytea,
                ratio float8,
                flag boolean,
                code char(5),
                host inet,
                span interval,
                doc jsonb,
                tags text[],
                during int4range,
                pair app.pair,
                mask bit(3),
                day date
            );
            INSERT INTO app.mixed
            SELECT md5(i::text)::uuid,
                   CASE WHEN i % 5 <> 0 THEN i % 7 END,
                   CASE WHEN i % 4 <> 0 THEN (i * 7919 % 1000) / 100.0 END,
                   CASE i % 6 WHEN 0 THEN NULL WHEN 1 THEN 'NaN' WHEN 2 THEN 'Infinity' ELSE i % 9 / 3.0 END,
                   CASE i % 8 WHEN 0 THEN NULL WHEN 1 THEN 'infinity' WHEN 2 THEN '-infinity'
                       ELSE timestamptz '2024-01-01 00:00+00' + i % 11 * interval '1.000001 second' END,
                   timestamp '2024-01-01' + i % 13 * interval '1 ms',
                   CASE WHEN i % 3 <> 0 THEN (ARRAY['Ä', 'a', 'B', 'b-1', 'b1', 'ß', '', 'z''z'])[1 + i % 8] END,
                   (ARRAY['', ' ', 'a', 'A', '%', '\\', 'é'])[1 + i % 7],
                   (ARRAY['draft', 'active', 'gone'])[1 + i % 3]::app.status,
                   CASE WHEN i % 9 <> 0 THEN decode(md5((i % 10)::text), 'hex') END,
                   CASE i % 7 WHEN 0 THEN NULL WHEN 1 THEN 'NaN' WHEN 2 THEN '-Infinity' ELSE i % 10 / 3.0::float8 END,
                   CASE i % 3 WHEN 0 THEN true WHEN 1 THEN false END,
                   CASE WHEN i % 5 <> 0 THEN 'c' || i % 4 END,
                   CASE WHEN i % 5 <> 0 THEN ('10.0.0.' || i % 6)::inet END,
                   CASE WHEN i % 6 <> 0 THEN i % 5 * interval '1 day 02:03:04.5' END,
                   CASE WHEN i % 4 <> 0 THEN jsonb_build_object('k', i % 3, 'tag', 't' || i % 2) END,
                   CASE WHEN i % 4 <> 0 THEN ARRAY['t' || i % 3, NULL, 'x,"y"'] END,
                   CASE WHEN i % 4 <> 0 THEN int4range(i % 3, 10) END,
                   CASE WHEN i % 4 <> 0 THEN ROW(i % 3, 'y')::app.pair END,
                   (i % 8)::bit(3),
                   date '2024-02-28' + i % 4
            FROM generate_series(1, 400) i;
            CREATE INDEX ON app.mixed (number);
            CREATE INDEX ON app.mixed (at DESC NULLS LAST, id);
            CREATE INDEX ON app.mixed (status, id);
            CREATE INDEX ON app.mixed (amount DESC, "when", id);

            CREATE TABLE app.composite (a int, b text COLLATE "C", "Value" text, PRIMARY KEY (b, a));
            INSERT INTO app.composite SELECT i % 17, 'b' || i / 17, 'v' || i % 5 FROM generate_series(1, 300) i;

            CREATE TABLE app.only_unique (code text NOT NULL, other int UNIQUE, note text);
            CREATE UNIQUE INDEX ON app.only_unique (code);
            INSERT INTO app.only_unique SELECT 'c' || i, nullif(i % 200, 0) + i, 'n' || i % 3
            FROM generate_series(1, 150) i;

            CREATE TABLE app.keyless (number int, note text);
            INSERT INTO app.keyless SELECT nullif(i % 5, 0), 'n' || i FROM generate_series(1, 2000) i;

            -- Wide rows, many dead: more than 64 blocks, some of them empty
            CREATE TABLE app.heap (number int, note text);
            ALTER TABLE app.heap ALTER note SET STORAGE PLAIN;
            INSERT INTO app.heap SELECT i, repeat('n', 2500) FROM generate_series(1, 900) i;
            DELETE FROM app.heap WHERE number BETWEEN 100 AND 400 OR number > 850;

            CREATE TABLE app.parts (number int, note text) PARTITION BY LIST (number);
            CREATE TABLE app.part_1 PARTITION OF app.parts FOR VALUES IN (1);
            CREATE TABLE app.part_rest PARTITION OF app.parts DEFAULT;
            INSERT INTO app.parts SELECT nullif(i % 3, 0), 'n' || i FROM generate_series(1, 200) i;

            CREATE VIEW app.shown AS SELECT note, number FROM app.keyless;
            CREATE MATERIALIZED VIEW app.kept AS SELECT note, number FROM app.keyless;
            ANALYZE;
            """;

    private Samples() {}

    static TestDatabase database() {
        return TestServer.freshDatabase().run(SQL);
    }

    /// Connections that are opened once: a new one for each page would cost more than the page.
    static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.source());
        config.setMaximumPoolSize(3);
        return new HikariDataSource(config);
    }
}
