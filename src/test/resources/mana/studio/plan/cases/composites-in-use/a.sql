CREATE TYPE address AS (street text, zip varchar(5), house integer);
COMMENT ON COLUMN address.zip IS 'Five digits';
CREATE TABLE people (id integer PRIMARY KEY, home address, more address[]);
CREATE FUNCTION street(a address) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT a.street $$;
CREATE VIEW streets AS SELECT (home).street AS street FROM people;
INSERT INTO people VALUES (1, '(Main,12345,7)', '{"(Side,54321,8)"}'), (2, NULL, NULL);
