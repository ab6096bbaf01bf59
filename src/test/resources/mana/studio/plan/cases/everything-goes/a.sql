CREATE SCHEMA app;
CREATE TYPE app.e AS ENUM ('a');
CREATE FUNCTION app.f(x app.e) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE DOMAIN app.d AS app.e CHECK (app.f(VALUE) > 0);
CREATE TABLE app.t (id integer PRIMARY KEY DEFAULT app.f('a'), d app.d);
CREATE INDEX ON app.t (app.f(d));
CREATE VIEW app.v AS SELECT app.f(d) AS f FROM app.t;
CREATE FUNCTION app.of_view(v app.v) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE VIEW app.w AS SELECT app.of_view(v) AS o FROM app.v;
