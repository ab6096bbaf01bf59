-- keeps all data
CREATE TABLE t (id integer PRIMARY KEY, name text, n integer);
CREATE VIEW first AS SELECT id, upper(name)::varchar AS name, n FROM t;
CREATE VIEW second AS SELECT id, name FROM first WHERE id > 0;
CREATE VIEW third AS SELECT s.id, f.name FROM second s JOIN first f USING (id);
ALTER VIEW second ALTER COLUMN name SET DEFAULT 'none';
GRANT SELECT ON first TO judged_reader;
GRANT SELECT, UPDATE (name) ON second TO judged_writer;
COMMENT ON VIEW third IS 'The third';
COMMENT ON COLUMN second.id IS 'The key';
ALTER VIEW third OWNER TO judged_writer;
CREATE FUNCTION instead() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER second_instead INSTEAD OF INSERT ON second FOR EACH ROW EXECUTE FUNCTION instead();
