-- keeps all data
CREATE TABLE t (id integer PRIMARY KEY, name text, n integer, at timestamptz, j jsonb, arr integer[]);
CREATE INDEX by_name ON t (name COLLATE "C" text_pattern_ops DESC NULLS LAST) INCLUDE (n) WITH (fillfactor = 50);
CREATE INDEX by_n ON t (n) WHERE n > 10;
CREATE INDEX by_lower ON t (upper(name), n NULLS FIRST);
CREATE INDEX by_at ON t USING brin (at) WITH (pages_per_range = 8);
CREATE INDEX by_two ON t (n, name);
CREATE INDEX same ON t (n DESC);
CREATE INDEX by_j ON t USING gin (j jsonb_path_ops);
CREATE INDEX by_arr ON t USING gin (arr);
COMMENT ON INDEX by_name IS 'Names of all';
COMMENT ON INDEX same IS 'The same';
