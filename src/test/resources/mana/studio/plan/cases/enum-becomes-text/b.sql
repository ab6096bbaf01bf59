-- keeps all data
-- never: DROP COLUMN
CREATE TABLE pets (id integer PRIMARY KEY, kind text DEFAULT 'cat' NOT NULL, kinds text[]);
