CREATE TABLE t (a integer PRIMARY KEY, gone text UNIQUE, b text);
CREATE INDEX t_gone ON t (gone, b);
CREATE VIEW v AS SELECT a, gone FROM t;
INSERT INTO t VALUES (1, 'x', 'y');
