-- roles judged_owner, judged_reader
CREATE SCHEMA app;
CREATE TABLE app.t (id serial PRIMARY KEY);
GRANT SELECT ON app.t TO judged_reader;
CREATE VIEW app.v AS SELECT id FROM app.t;
CREATE TYPE app.e AS ENUM ('a');
CREATE DOMAIN app.d AS text;
CREATE TYPE app.c AS (a integer);
CREATE SEQUENCE app.s;
CREATE FUNCTION app.f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE app.p() LANGUAGE sql AS 'SELECT 1';
CREATE MATERIALIZED VIEW app.m AS SELECT 1 AS one;
INSERT INTO app.t DEFAULT VALUES;
