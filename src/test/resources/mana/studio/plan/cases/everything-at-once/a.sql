-- roles judged_reader
CREATE TYPE status AS ENUM ('new', 'done', 'dead');
CREATE TABLE users (id serial PRIMARY KEY, email varchar(50) NOT NULL, status status DEFAULT 'new');
CREATE TABLE orders (id integer PRIMARY KEY, user_id integer REFERENCES users, total integer, placed timestamptz);
CREATE VIEW totals AS SELECT user_id, sum(total) AS total FROM orders GROUP BY user_id;
CREATE MATERIALIZED VIEW stats AS SELECT status, count(*) AS n FROM users GROUP BY status;
INSERT INTO users (email, status) VALUES ('a@b', 'new'), ('c@d', 'done');
INSERT INTO orders VALUES (1, 1, 100, '2024-01-01 10:00:00');
