CREATE TABLE t (id integer PRIMARY KEY);
CREATE TABLE becomes_table (id integer);
CREATE VIEW becomes_view AS SELECT id FROM t;
CREATE MATERIALIZED VIEW becomes_materialized AS SELECT id FROM t;
CREATE TABLE becomes_other (id integer);
