-- roles judged_reader
CREATE TABLE t (id integer PRIMARY KEY, kind text, n integer);
CREATE MATERIALIZED VIEW sums AS SELECT kind, sum(n) AS total FROM t GROUP BY kind;
CREATE UNIQUE INDEX sums_kind ON sums (kind);
CREATE MATERIALIZED VIEW top AS SELECT max(total) AS most FROM sums;
CREATE INDEX top_most ON top (most);
GRANT SELECT ON sums TO judged_reader;
COMMENT ON MATERIALIZED VIEW top IS 'The most';
COMMENT ON INDEX sums_kind IS 'One each';
CREATE MATERIALIZED VIEW idle AS SELECT id FROM t WITH NO DATA;
INSERT INTO t VALUES (1, 'a', 1);
REFRESH MATERIALIZED VIEW sums;
