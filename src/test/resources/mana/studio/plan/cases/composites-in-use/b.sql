CREATE TYPE address AS (street text, zip text, city text);
COMMENT ON COLUMN address.city IS 'Its town';
COMMENT ON TYPE address IS 'Where';
CREATE TABLE people (id integer PRIMARY KEY, home address, more address[]);
CREATE FUNCTION street(a address) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT a.street $$;
CREATE VIEW streets AS SELECT (home).street AS street FROM people;
