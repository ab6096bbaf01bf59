-- keeps all data
CREATE TABLE t (id integer PRIMARY KEY, kind text, n bigint);
CREATE MATERIALIZED VIEW sums WITH (fillfactor = 80) AS SELECT kind, sum(n) AS total, count(*) AS rows FROM t GROUP BY kind;
CREATE UNIQUE INDEX sums_kind ON sums (kind);
CREATE INDEX sums_rows ON sums (rows);
CREATE MATERIALIZED VIEW top AS SELECT max(total) AS most FROM sums;
CREATE INDEX top_most ON top (most);
GRANT SELECT ON sums TO judged_reader;
COMMENT ON MATERIALIZED VIEW top IS 'The most';
COMMENT ON INDEX sums_kind IS 'One each';
CREATE MATERIALIZED VIEW idle AS SELECT id FROM t WITH NO DATA;
