CREATE TABLE base (id integer NOT NULL, kind text DEFAULT 'base', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra text) INHERITS (base);
CREATE TABLE loner (id integer NOT NULL, kind text DEFAULT 'base', own integer, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE leaver () INHERITS (base);
INSERT INTO base VALUES (1, 'b');
INSERT INTO child VALUES (2, 'c', 'x');
INSERT INTO loner VALUES (3, 'l', 7);
INSERT INTO leaver VALUES (4, 'v');
