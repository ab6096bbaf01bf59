CREATE TABLE t (a integer PRIMARY KEY, b text, c text DEFAULT 'c');
INSERT INTO t VALUES (1, 'b', 'c'), (2, NULL, 'd');
