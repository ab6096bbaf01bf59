CREATE TABLE t (id integer PRIMARY KEY, a text, b text, c text, d text);
ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER b SET STATISTICS 300, ALTER c SET COMPRESSION pglz, ALTER d SET (n_distinct = 5);
INSERT INTO t VALUES (1, 'a', 'b', 'c', 'd');
