CREATE TABLE t (id integer, code text NOT NULL, n integer NOT NULL, CONSTRAINT t_pkey PRIMARY KEY (id));
CREATE TABLE c (t integer REFERENCES t);
INSERT INTO t VALUES (1, 'a', 1), (2, 'b', 2);
INSERT INTO c VALUES (1);
