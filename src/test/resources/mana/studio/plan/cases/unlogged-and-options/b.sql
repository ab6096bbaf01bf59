-- keeps all data
CREATE TABLE t (id integer PRIMARY KEY, v text) WITH (fillfactor = 90, toast.autovacuum_enabled = false);
CREATE TABLE u (id integer PRIMARY KEY, t integer REFERENCES t);
CREATE UNLOGGED TABLE l (id serial PRIMARY KEY);
