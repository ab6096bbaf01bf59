-- keeps all data
CREATE TYPE size AS ENUM ('small', 'medium', 'large');
COMMENT ON TYPE size IS 'Of a shirt';
REVOKE ALL ON TYPE size FROM PUBLIC;
GRANT USAGE ON TYPE size TO judged_reader;
CREATE TABLE shirts (id integer PRIMARY KEY, size size, CONSTRAINT big CHECK (size > 'small'));
CREATE FUNCTION is_large(s size) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT s = 'large' $$;
CREATE INDEX shirts_large ON shirts (is_large(size));
