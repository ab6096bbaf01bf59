-- keeps all data
CREATE TABLE t (id integer PRIMARY KEY, a text, b text, c text, d text);
ALTER TABLE t ALTER a SET STORAGE MAIN, ALTER b SET STORAGE EXTERNAL, ALTER c SET STATISTICS 20, ALTER d SET (n_distinct = -0.5, n_distinct_inherited = 3);
