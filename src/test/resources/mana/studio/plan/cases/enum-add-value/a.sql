CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (id integer PRIMARY KEY, mood mood NOT NULL);
INSERT INTO people VALUES (1, 'sad'), (2, 'happy');
