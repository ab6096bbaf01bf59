CREATE SCHEMA one;
CREATE SCHEMA two;
CREATE TYPE one.kind AS ENUM ('a', 'b');
CREATE TYPE two.kind AS ENUM ('b');
CREATE TABLE one.t (id integer PRIMARY KEY, k one.kind, t integer);
CREATE TABLE two.t (id integer PRIMARY KEY, k two.kind);
ALTER TABLE one.t ADD FOREIGN KEY (t) REFERENCES two.t;
