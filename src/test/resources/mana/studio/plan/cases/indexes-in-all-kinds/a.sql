CREATE TABLE t (id integer PRIMARY KEY, name text, n integer, at timestamptz, j jsonb, arr integer[]);
CREATE INDEX by_name ON t (name);
CREATE INDEX by_n ON t (n) WHERE n > 0;
CREATE INDEX by_lower ON t (lower(name));
CREATE INDEX by_at ON t USING brin (at);
CREATE UNIQUE INDEX by_two ON t (n, name);
CREATE INDEX same ON t (n DESC);
COMMENT ON INDEX by_name IS 'Names';
INSERT INTO t VALUES (1, 'a', 1, now(), '{}', '{1}'), (2, NULL, NULL, NULL, NULL, NULL);
