CREATE TYPE mood AS ENUM ('sad', 'fine', 'happy');
CREATE TABLE people (id integer PRIMARY KEY, mood mood DEFAULT 'fine' NOT NULL);
