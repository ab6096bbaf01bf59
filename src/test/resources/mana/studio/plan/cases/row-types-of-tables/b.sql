-- keeps all data
CREATE TABLE part (id integer PRIMARY KEY, name text, more text);
CREATE TABLE holder (id integer PRIMARY KEY, p part);
CREATE FUNCTION label(p part) RETURNS text LANGUAGE sql AS $$ SELECT p.name || p.more $$;
CREATE VIEW labels AS SELECT label(part) AS label FROM part;
