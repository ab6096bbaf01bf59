CREATE TYPE one AS ENUM ('x', 'y');
CREATE TABLE t (id integer PRIMARY KEY, v one DEFAULT 'x', w one[]);
INSERT INTO t VALUES (1, 'x', '{x,y}'), (2, 'y', '{}');
