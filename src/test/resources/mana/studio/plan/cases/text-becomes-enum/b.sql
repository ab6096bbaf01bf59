-- keeps all data
-- never: DROP COLUMN
CREATE TYPE kind AS ENUM ('cat', 'dog');
CREATE TABLE pets (id integer PRIMARY KEY, kind kind DEFAULT 'cat' NOT NULL);
CREATE VIEW cats AS SELECT id FROM pets WHERE kind = 'cat';
