CREATE TABLE things (id serial PRIMARY KEY, small smallserial, name text);
INSERT INTO things (name) VALUES ('a'), ('b');
