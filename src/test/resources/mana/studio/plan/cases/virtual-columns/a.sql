-- requires 18
CREATE TABLE t (id integer PRIMARY KEY, n integer, twice integer GENERATED ALWAYS AS (n * 2) VIRTUAL,
  kept integer GENERATED ALWAYS AS (n + 1) STORED);
INSERT INTO t (id, n) VALUES (1, 5);
