-- keeps all data
CREATE SCHEMA ext;
CREATE EXTENSION citext SCHEMA ext;
COMMENT ON EXTENSION citext IS 'Any case';
CREATE EXTENSION pg_trgm SCHEMA ext;
CREATE TABLE t (id integer PRIMARY KEY, mail ext.citext UNIQUE, h text);
CREATE INDEX t_h ON t USING gin (h ext.gin_trgm_ops);
