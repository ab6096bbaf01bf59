CREATE TABLE t (id integer PRIMARY KEY, v text) WITH (fillfactor = 70, autovacuum_enabled = false);
CREATE UNLOGGED TABLE u (id integer PRIMARY KEY, t integer);
CREATE TABLE l (id serial PRIMARY KEY);
INSERT INTO t VALUES (1, 'a');
INSERT INTO u VALUES (1, 1);
INSERT INTO l DEFAULT VALUES;
