-- keeps all data
-- never: DROP COLUMN
CREATE DOMAIN code AS text CHECK (VALUE ~ '^[a-z]+$');
CREATE TABLE t (id integer PRIMARY KEY, into_domain code DEFAULT 'a', out_of_domain text DEFAULT 'b');
