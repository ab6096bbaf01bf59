-- roles judged_reader
-- keeps all data
CREATE TABLE people (id bigint PRIMARY KEY, age bigint NOT NULL, name text, born date);
CREATE TABLE pays (id integer PRIMARY KEY, person bigint REFERENCES people, amount numeric(8, 2));
CREATE INDEX people_age ON people ((age + 1)) WHERE age > 18;
ALTER TABLE people ADD CONSTRAINT grown CHECK (age >= 0), ADD CONSTRAINT one_name UNIQUE (name, age);
CREATE VIEW adults AS SELECT id, age, name FROM people WHERE age >= 18;
CREATE VIEW old_adults AS SELECT id, age * 2 AS double_age FROM adults WHERE age > 60;
GRANT SELECT ON old_adults TO judged_reader;
COMMENT ON VIEW old_adults IS 'Over sixty';
COMMENT ON COLUMN adults.age IS 'In years';
CREATE MATERIALIZED VIEW ages AS SELECT age, count(*) AS people FROM people GROUP BY age;
CREATE UNIQUE INDEX ages_age ON ages (age);
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
CREATE POLICY grown_ups ON people USING (age > 17);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER older BEFORE UPDATE OF age ON people FOR EACH ROW WHEN (new.age > old.age) EXECUTE FUNCTION touch();
