-- requires 18
CREATE TABLE t (id integer PRIMARY KEY, n bigint, twice bigint GENERATED ALWAYS AS (n * 3) VIRTUAL,
  kept bigint GENERATED ALWAYS AS (n + 1) VIRTUAL);
