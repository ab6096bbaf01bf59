-- roles judged_reader, judged_writer, judged_owner, judged "odd" role
CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO judged_reader;
CREATE TABLE app.t (id integer PRIMARY KEY, a text, b text);
GRANT SELECT, INSERT ON app.t TO judged_reader;
GRANT UPDATE (a) ON app.t TO judged_writer;
CREATE SEQUENCE app.s;
GRANT USAGE ON SEQUENCE app.s TO judged_reader;
CREATE FUNCTION app.f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE TYPE app.e AS ENUM ('a');
CREATE TABLE app.closed (id integer);
REVOKE ALL ON app.closed FROM postgres;
INSERT INTO app.t VALUES (1, 'a', 'b');
