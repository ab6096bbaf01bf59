package mana.studio.safety.safer;

import java.util.Arrays;
import java.util.List;
import mana.studio.plan.Rename;

/// A pair of schemas, and the rows that are in the first.
///
/// @param fill   what new code writes between the phases *expand* and *migrate*
/// @param online false where some step is known to have no form that spares the others
record SaferCase(String name, String a, String b, List<Rename> renames, String fill, boolean online, int since) {
    /// Two tables with rows, for most pairs.
    private static final String BASE =
            """
            CREATE SCHEMA app;
            CREATE TYPE app.status AS ENUM ('new', 'paid', 'done');
            CREATE TABLE app.customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text, city text);
            CREATE TABLE app.orders (
                id integer PRIMARY KEY, customer_id bigint, qty integer, total numeric(10,2) NOT NULL DEFAULT 0,
                note text, st app.status NOT NULL DEFAULT 'new');
            INSERT INTO app.customers (email, city)
                SELECT 'user' || n || '@example.org', 'city ' || n % 7 FROM generate_series(1, 40) AS n;
            INSERT INTO app.orders
                SELECT n, 1 + n % 40, n % 5, n * 1.5, 'note ' || n, 'paid' FROM generate_series(1, 50) AS n;
            """;

    /// A partitioned table with rows.
    private static final String EVENTS =
            """
            CREATE SCHEMA app;
            CREATE TABLE app.places (id bigint PRIMARY KEY);
            CREATE TABLE app.events (at date NOT NULL, id bigint NOT NULL, place_id bigint, v text)
                PARTITION BY RANGE (at);
            CREATE TABLE app.events_2024 PARTITION OF app.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            CREATE TABLE app.events_rest PARTITION OF app.events DEFAULT;
            INSERT INTO app.places SELECT n FROM generate_series(1, 20) AS n;
            INSERT INTO app.events
                SELECT date '2024-01-01' + n, n, 1 + n % 20, 'v' || n FROM generate_series(0, 399) AS n;
            """;

    static SaferCase on(String name, String change) {
        return new SaferCase(name, BASE, BASE + change, List.of(), "", true, 0);
    }

    static SaferCase from(String name, String extra, String change) {
        return new SaferCase(name, BASE + extra, BASE + extra + change, List.of(), "", true, 0);
    }

    static SaferCase events(String name, String change) {
        return new SaferCase(name, EVENTS, EVENTS + change, List.of(), "", true, 0);
    }

    SaferCase renaming(Rename.Kind kind, String from, String to) {
        Rename rename = new Rename(kind, List.of(from.split("\\.")), List.of(to.split("\\.")));
        return new SaferCase(name, a, b, List.of(rename), fill, online, since);
    }

    SaferCase filling(String sql) {
        return new SaferCase(name, a, b, renames, sql, online, since);
    }

    SaferCase offline() {
        return new SaferCase(name, a, b, renames, fill, false, since);
    }

    SaferCase since(int major) {
        return new SaferCase(name, a, b, renames, fill, online, major);
    }

    @Override
    public String toString() {
        return name;
    }

    static List<SaferCase> all() {
        return Arrays.asList(
                on("index", "CREATE INDEX orders_qty_idx ON app.orders (qty) WHERE qty > 1;"),
                on("unique index", "CREATE UNIQUE INDEX customers_email_idx ON app.customers (lower(email));"),
                from(
                        "index changes",
                        "CREATE INDEX orders_qty_idx ON app.orders (qty);",
                        "DROP INDEX app.orders_qty_idx; CREATE INDEX orders_qty_idx ON app.orders (qty, total);"),
                from("index goes", "CREATE INDEX orders_qty_idx ON app.orders (qty);", "DROP INDEX app.orders_qty_idx;"),
                events("index of a partitioned table", "CREATE INDEX events_v_idx ON app.events (v);"),
                on(
                        "foreign key",
                        "ALTER TABLE app.orders ADD CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) "
                                + "REFERENCES app.customers (id) ON DELETE CASCADE;"),
                events(
                        "foreign key of a partitioned table",
                        "ALTER TABLE app.events ADD FOREIGN KEY (place_id) REFERENCES app.places (id);"),
                on("check", "ALTER TABLE app.orders ADD CONSTRAINT orders_qty_check CHECK (qty >= 0);"),
                from(
                        "check changes",
                        "ALTER TABLE app.orders ADD CONSTRAINT orders_qty_check CHECK (qty >= 0);",
                        "ALTER TABLE app.orders DROP CONSTRAINT orders_qty_check, "
                                + "ADD CONSTRAINT orders_qty_check CHECK (qty >= -1);"),
                on("not null", "ALTER TABLE app.orders ALTER COLUMN qty SET NOT NULL;"),
                from(
                        "not null that is proven",
                        "ALTER TABLE app.orders ADD CONSTRAINT orders_qty_there CHECK (qty IS NOT NULL);",
                        "ALTER TABLE app.orders ALTER COLUMN qty SET NOT NULL;"),
                events("not null of a partitioned table", "ALTER TABLE app.events ALTER COLUMN place_id SET NOT NULL;"),
                on("unique", "ALTER TABLE app.customers ADD CONSTRAINT customers_email_key UNIQUE (email);"),
                from(
                        "unique changes",
                        "ALTER TABLE app.orders ADD CONSTRAINT orders_key UNIQUE (id, qty);",
                        "ALTER TABLE app.orders DROP CONSTRAINT orders_key; "
                                + "ALTER TABLE app.orders ADD CONSTRAINT orders_key UNIQUE (id, note) DEFERRABLE;"),
                from(
                        "primary key over a column that may be NULL",
                        "CREATE TABLE app.lone (k integer, v text); "
                                + "INSERT INTO app.lone SELECT n, 'x' FROM generate_series(1, 30) AS n;",
                        "ALTER TABLE app.lone ADD PRIMARY KEY (k);"),
                events("primary key of a partitioned table", "ALTER TABLE app.events ADD PRIMARY KEY (at, id);"),
                on("column", "ALTER TABLE app.orders ADD COLUMN tag text NOT NULL DEFAULT 'none';"),
                on(
                        "column with a volatile default",
                        "ALTER TABLE app.orders ADD COLUMN public_id uuid NOT NULL DEFAULT gen_random_uuid();"),
                on(
                        "unique column with a volatile default",
                        "ALTER TABLE app.orders ADD COLUMN public_id uuid DEFAULT gen_random_uuid() UNIQUE;"),
                on("identity column", "ALTER TABLE app.orders ADD COLUMN no bigint GENERATED ALWAYS AS IDENTITY;"),
                on("serial column", "ALTER TABLE app.orders ADD COLUMN no serial;"),
                events(
                        "column with a volatile default of a partitioned table",
                        "ALTER TABLE app.events ADD COLUMN u uuid NOT NULL DEFAULT gen_random_uuid();"),
                on("column without a default", "ALTER TABLE app.orders ADD COLUMN who text; "
                                + "UPDATE app.orders SET who = 'x'; ALTER TABLE app.orders ALTER COLUMN who SET NOT NULL;")
                        .filling("UPDATE app.orders SET who = 'someone'"),
                on(
                                "generated column",
                                "ALTER TABLE app.orders ADD COLUMN twice integer GENERATED ALWAYS AS (qty * 2) STORED;")
                        .offline(),
                on(
                                "column of a domain with a check",
                                "CREATE DOMAIN app.positive AS integer CHECK (VALUE > 0); "
                                        + "ALTER TABLE app.orders ADD COLUMN p app.positive;")
                        .offline(),
                on("column with a check and a key", "ALTER TABLE app.orders ADD COLUMN parent integer "
                        + "REFERENCES app.orders (id) CHECK (parent > 0);"),
                on("type that becomes wider", "ALTER TABLE app.orders ALTER COLUMN qty TYPE bigint;"),
                from(
                        "type of a column with everything on it",
                        "CREATE INDEX orders_qty_idx ON app.orders (qty, note); "
                                + "CREATE INDEX orders_some_idx ON app.orders (note) WHERE qty > 2; "
                                + "ALTER TABLE app.orders ALTER COLUMN qty SET NOT NULL, ALTER COLUMN qty SET DEFAULT 1, "
                                + "ADD CONSTRAINT orders_qty_check CHECK (qty >= 0), "
                                + "ADD CONSTRAINT orders_unique UNIQUE (id, qty); "
                                + "COMMENT ON COLUMN app.orders.qty IS 'how many'; "
                                + "CREATE VIEW app.many AS SELECT id, qty FROM app.orders WHERE qty > 2;",
                        "DROP VIEW app.many; ALTER TABLE app.orders ALTER COLUMN qty TYPE bigint; "
                                + "CREATE VIEW app.many AS SELECT id, qty FROM app.orders WHERE qty > 2;"),
                from(
                        "type of a primary key and of what refers to it",
                        "CREATE TABLE app.lines (order_id integer REFERENCES app.orders (id), line integer, "
                                + "PRIMARY KEY (order_id, line)); "
                                + "INSERT INTO app.lines SELECT n, 1 FROM generate_series(1, 50) AS n;",
                        "ALTER TABLE app.orders ALTER COLUMN id TYPE bigint; "
                                + "ALTER TABLE app.lines ALTER COLUMN order_id TYPE bigint;"),
                from(
                        "type of an identity column",
                        "CREATE TABLE app.tags (id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, n text); "
                                + "INSERT INTO app.tags (n) SELECT 'x' || n FROM generate_series(1, 30) AS n;",
                        "ALTER TABLE app.tags ALTER COLUMN id TYPE bigint;"),
                from(
                        "type of a serial column",
                        "CREATE TABLE app.tags (id serial PRIMARY KEY, n text); "
                                + "INSERT INTO app.tags (n) SELECT 'x' || n FROM generate_series(1, 30) AS n;",
                        "ALTER TABLE app.tags ALTER COLUMN id TYPE bigint; ALTER SEQUENCE app.tags_id_seq AS bigint;"),
                from(
                        "type by a cast",
                        "ALTER TABLE app.orders ADD COLUMN code text; UPDATE app.orders SET code = id::text;",
                        "ALTER TABLE app.orders ALTER COLUMN code TYPE integer USING code::integer;"),
                new SaferCase(
                                "column gets another name",
                                BASE + "CREATE INDEX customers_email_idx ON app.customers (email); "
                                        + "ALTER TABLE app.customers ALTER COLUMN email SET NOT NULL;",
                                BASE + "CREATE INDEX customers_email_idx ON app.customers (email); "
                                        + "ALTER TABLE app.customers ALTER COLUMN email SET NOT NULL;"
                                        + "ALTER TABLE app.customers RENAME COLUMN email TO mail; "
                                        + "CREATE INDEX customers_mail_city_idx ON app.customers (city, mail);"
                                        + "CREATE VIEW app.mails AS SELECT mail FROM app.customers;",
                                List.of(),
                                "",
                                true,
                                0)
                        .renaming(Rename.Kind.COLUMN, "app.customers.email", "mail"),
                on("table gets another name", "ALTER TABLE app.customers RENAME TO clients; "
                                + "ALTER TABLE app.clients ADD COLUMN age integer; "
                                + "ALTER TABLE app.clients ALTER COLUMN city TYPE varchar(200);")
                        .renaming(Rename.Kind.RELATION, "app.customers", "app.clients"),
                from(
                        "column goes",
                        "CREATE INDEX orders_note_idx ON app.orders (note); "
                                + "ALTER TABLE app.orders ALTER COLUMN note SET NOT NULL; "
                                + "CREATE VIEW app.notes AS SELECT id, note FROM app.orders;",
                        "DROP VIEW app.notes; ALTER TABLE app.orders DROP COLUMN note;"),
                from(
                        "table goes with what refers to it",
                        "ALTER TABLE app.orders ADD CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) "
                                + "REFERENCES app.customers (id);",
                        "ALTER TABLE app.orders DROP COLUMN customer_id; DROP TABLE app.customers;"),
                from(
                        "type goes with its column",
                        "CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; "
                                + "CREATE TRIGGER touch BEFORE UPDATE ON app.orders FOR EACH ROW EXECUTE FUNCTION app.touch();",
                        "DROP TRIGGER touch ON app.orders; DROP FUNCTION app.touch(); "
                                + "ALTER TABLE app.orders DROP COLUMN st; DROP TYPE app.status;"),
                new SaferCase(
                        "partition joins",
                        EVENTS + "CREATE TABLE app.events_2026 (at date NOT NULL, id bigint NOT NULL, place_id bigint, "
                                + "v text); INSERT INTO app.events_2026 SELECT '2026-03-01', n, 1, 'v' "
                                + "FROM generate_series(1, 30) AS n;",
                        EVENTS + "CREATE TABLE app.events_2026 PARTITION OF app.events "
                                + "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
                        List.of(),
                        "",
                        true,
                        0),
                events(
                        "new partition beside a default one",
                        "CREATE TABLE app.events_2027 PARTITION OF app.events "
                                + "FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');"),
                new SaferCase(
                        "partition leaves",
                        EVENTS + "DROP TABLE app.events_rest;",
                        EVENTS + "DROP TABLE app.events_rest; ALTER TABLE app.events DETACH PARTITION app.events_2024;",
                        List.of(),
                        "",
                        true,
                        0),
                on("enum value comes", "ALTER TYPE app.status ADD VALUE 'refunded'; "),
                new SaferCase(
                                "enum value goes",
                                BASE,
                                BASE.replace("'new', 'paid', 'done'", "'new', 'paid'"),
                                List.of(),
                                "",
                                false,
                                0),
                on("new table that refers to a large one", "CREATE TABLE app.lines (id bigint PRIMARY KEY, "
                        + "order_id integer NOT NULL REFERENCES app.orders (id)); "
                        + "CREATE INDEX lines_order_idx ON app.lines (order_id);"),
                on(
                        "many at once",
                        "ALTER TABLE app.customers ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid(); "
                                + "ALTER TABLE app.customers ADD CONSTRAINT customers_token_key UNIQUE (token); "
                                + "ALTER TABLE app.orders ALTER COLUMN qty TYPE bigint; "
                                + "CREATE INDEX orders_qty_idx ON app.orders (qty); "
                                + "CREATE TABLE app.gifts (token uuid REFERENCES app.customers (token)); "
                                + "ALTER TABLE app.orders ADD FOREIGN KEY (customer_id) REFERENCES app.customers (id); "
                                + "ALTER TABLE app.customers DROP COLUMN city;"));
    }
}
