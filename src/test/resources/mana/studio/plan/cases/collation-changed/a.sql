CREATE TABLE t (id integer PRIMARY KEY, a text COLLATE "C", b varchar(20), CONSTRAINT a_key UNIQUE (a));
CREATE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT a, b FROM t;
INSERT INTO t VALUES (1, 'a', 'b');
