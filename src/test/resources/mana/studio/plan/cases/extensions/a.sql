CREATE SCHEMA ext;
CREATE EXTENSION citext SCHEMA ext;
CREATE EXTENSION hstore;
CREATE TABLE t (id integer PRIMARY KEY, mail ext.citext, h text);
INSERT INTO t VALUES (1, 'A@b', 'x');
