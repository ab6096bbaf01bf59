CREATE TABLE t (id integer PRIMARY KEY);
CREATE VIEW becomes_table AS SELECT id FROM t;
CREATE TABLE becomes_view (id integer);
CREATE VIEW becomes_materialized AS SELECT id FROM t;
CREATE SEQUENCE becomes_other;
INSERT INTO t VALUES (1);
