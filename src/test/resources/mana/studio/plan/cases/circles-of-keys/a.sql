CREATE TABLE a (id integer PRIMARY KEY, v text);
INSERT INTO a VALUES (1, 'x');
