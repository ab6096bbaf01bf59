-- roles judged_reader
-- keeps all data
CREATE SCHEMA shop;
CREATE TYPE status AS ENUM ('done', 'new');
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE, status status DEFAULT 'new' NOT NULL,
  created timestamptz DEFAULT now() NOT NULL);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users ON DELETE CASCADE, total numeric(10, 2), placed timestamptz,
  CONSTRAINT paid CHECK (total >= 0));
CREATE INDEX orders_user ON orders (user_id, placed DESC);
CREATE TABLE shop.items (id integer PRIMARY KEY, "order" bigint REFERENCES orders, parent integer REFERENCES shop.items);
CREATE VIEW totals AS SELECT user_id, sum(total) AS total, max(placed) AS last FROM orders GROUP BY user_id;
GRANT SELECT ON totals TO judged_reader;
CREATE MATERIALIZED VIEW stats AS SELECT status, count(*) AS n FROM users GROUP BY status;
CREATE UNIQUE INDEX stats_status ON stats (status);
