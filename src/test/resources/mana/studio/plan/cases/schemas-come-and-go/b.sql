CREATE SCHEMA made;
CREATE TYPE made.e AS ENUM ('a');
CREATE TABLE made.t (id integer PRIMARY KEY, e made.e DEFAULT 'a');
CREATE VIEW public.v AS SELECT id FROM made.t;
CREATE TABLE stays (id integer PRIMARY KEY, t integer REFERENCES made.t, e made.e);
