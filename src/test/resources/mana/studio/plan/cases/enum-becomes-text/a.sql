CREATE TYPE kind AS ENUM ('cat', 'dog');
CREATE TABLE pets (id integer PRIMARY KEY, kind kind DEFAULT 'cat' NOT NULL, kinds kind[]);
INSERT INTO pets VALUES (1, 'cat', '{cat}'), (2, 'dog', NULL);
