CREATE TYPE shape AS (a integer, b text);
CREATE TABLE t OF shape (PRIMARY KEY (a));
INSERT INTO t VALUES (1, 'x');
