CREATE TABLE pets (id integer PRIMARY KEY, kind text DEFAULT 'cat' NOT NULL, CONSTRAINT known CHECK (kind IN ('cat', 'dog')));
CREATE VIEW cats AS SELECT id FROM pets WHERE kind = 'cat';
INSERT INTO pets VALUES (1, 'cat'), (2, 'dog');
