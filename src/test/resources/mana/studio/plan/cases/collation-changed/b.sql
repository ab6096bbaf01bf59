-- keeps all data
CREATE TABLE t (id integer PRIMARY KEY, a text, b varchar(20) COLLATE "POSIX", CONSTRAINT a_key UNIQUE (a));
CREATE INDEX t_b ON t (b);
CREATE VIEW v AS SELECT a, b FROM t;
