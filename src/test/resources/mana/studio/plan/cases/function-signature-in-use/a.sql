-- roles judged_reader
CREATE FUNCTION code(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'c' || n $$;
COMMENT ON FUNCTION code(integer) IS 'A code';
GRANT EXECUTE ON FUNCTION code(integer) TO judged_reader;
CREATE TABLE t (id integer PRIMARY KEY, v text DEFAULT code(1), CONSTRAINT coded CHECK (code(id) <> 'c0'));
CREATE INDEX t_code ON t (code(id));
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (v = code(id));
CREATE VIEW v AS SELECT code(id) AS code FROM t;
INSERT INTO t VALUES (1, 'x');
