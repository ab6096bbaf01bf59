CREATE DOMAIN code AS text CHECK (VALUE ~ '^[a-z]+$');
CREATE TABLE t (id integer PRIMARY KEY, into_domain text DEFAULT 'a', out_of_domain code DEFAULT 'b');
INSERT INTO t VALUES (1, 'x', 'y');
