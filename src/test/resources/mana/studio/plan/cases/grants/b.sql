-- keeps all data
CREATE SCHEMA app;
GRANT USAGE, CREATE ON SCHEMA app TO judged_writer;
CREATE TABLE app.t (id integer PRIMARY KEY, a text, b text);
GRANT SELECT ON app.t TO judged_reader WITH GRANT OPTION;
GRANT SELECT ON app.t TO PUBLIC;
GRANT UPDATE (b), SELECT (a) ON app.t TO judged_writer;
CREATE SEQUENCE app.s;
GRANT ALL ON SEQUENCE app.s TO judged_writer;
CREATE FUNCTION app.f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
REVOKE EXECUTE ON FUNCTION app.f() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.f() TO "judged ""odd"" role";
CREATE TYPE app.e AS ENUM ('a');
REVOKE USAGE ON TYPE app.e FROM PUBLIC;
CREATE TABLE app.closed (id integer);
