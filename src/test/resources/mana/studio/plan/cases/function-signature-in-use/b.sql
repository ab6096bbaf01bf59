-- keeps all data
CREATE FUNCTION code(n bigint, prefix text DEFAULT 'c') RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT prefix || n $$;
COMMENT ON FUNCTION code(bigint, text) IS 'A code';
GRANT EXECUTE ON FUNCTION code(bigint, text) TO judged_reader;
CREATE TABLE t (id integer PRIMARY KEY, v text DEFAULT code(1), CONSTRAINT coded CHECK (code(id) <> 'c0'));
CREATE INDEX t_code ON t (code(id));
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (v = code(id));
CREATE VIEW v AS SELECT code(id) AS code FROM t;
