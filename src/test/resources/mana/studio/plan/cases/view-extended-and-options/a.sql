CREATE TABLE t (id integer PRIMARY KEY, name text, n integer);
CREATE VIEW v AS SELECT id, name FROM t;
CREATE VIEW user_of_v AS SELECT id FROM v;
CREATE VIEW o WITH (security_barrier = true) AS SELECT id FROM t WHERE n > 0;
CREATE VIEW c AS SELECT id, n FROM t WHERE n > 0 WITH LOCAL CHECK OPTION;
