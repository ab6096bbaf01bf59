-- keeps all data
CREATE TABLE t (id bigint PRIMARY KEY, v text, w text);
CREATE FUNCTION all_of() RETURNS SETOF t LANGUAGE sql STABLE BEGIN ATOMIC SELECT id, v, w FROM t; END;
CREATE VIEW of_function AS SELECT id FROM all_of();
