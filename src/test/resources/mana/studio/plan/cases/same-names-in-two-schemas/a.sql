CREATE SCHEMA one;
CREATE SCHEMA two;
CREATE TYPE one.kind AS ENUM ('a', 'b');
CREATE TYPE two.kind AS ENUM ('a', 'b');
CREATE TABLE one.t (id integer PRIMARY KEY, k one.kind);
CREATE TABLE two.t (id integer PRIMARY KEY, k two.kind, t integer REFERENCES one.t);
INSERT INTO one.t VALUES (1, 'a');
INSERT INTO two.t VALUES (1, 'b', 1);
