CREATE TABLE part (id integer PRIMARY KEY, name text);
CREATE TABLE holder (id integer PRIMARY KEY, p part);
CREATE FUNCTION label(p part) RETURNS text LANGUAGE sql AS $$ SELECT p.name $$;
CREATE VIEW labels AS SELECT label(part) AS label FROM part;
INSERT INTO part VALUES (1, 'a');
