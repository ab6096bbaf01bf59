CREATE SCHEMA gone;
CREATE TYPE gone.e AS ENUM ('a');
CREATE TABLE gone.t (id integer PRIMARY KEY, e gone.e);
CREATE VIEW public.v AS SELECT id FROM gone.t;
CREATE TABLE stays (id integer PRIMARY KEY, t integer REFERENCES gone.t);
INSERT INTO stays VALUES (1, NULL);
