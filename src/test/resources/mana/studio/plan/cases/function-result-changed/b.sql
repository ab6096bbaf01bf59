-- keeps all data
CREATE FUNCTION answer() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 42';
CREATE FUNCTION names(renamed integer, b text) RETURNS text LANGUAGE sql STABLE AS 'SELECT b';
CREATE FUNCTION shape() RETURNS TABLE (x integer, y text) LANGUAGE sql AS $$ SELECT 1, 'a' $$;
CREATE TABLE t (id integer PRIMARY KEY, v bigint DEFAULT answer());
CREATE VIEW v AS SELECT answer() AS a;
CREATE PROCEDURE clean(n integer) LANGUAGE sql AS 'DELETE FROM t WHERE id > n';
