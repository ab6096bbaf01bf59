CREATE TABLE one (id integer NOT NULL, name text);
CREATE TABLE two (id integer GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 5), name text);
INSERT INTO one VALUES (1, 'a'), (2, 'b');
INSERT INTO two (name) VALUES ('a'), ('b');
