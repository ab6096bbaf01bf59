-- keeps all data
CREATE TABLE a (id integer PRIMARY KEY, v text, b integer, c integer);
CREATE TABLE b (id integer PRIMARY KEY, c integer, self integer REFERENCES b);
CREATE TABLE c (id integer PRIMARY KEY, a integer REFERENCES a);
ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b, ADD FOREIGN KEY (c) REFERENCES c;
ALTER TABLE b ADD FOREIGN KEY (c) REFERENCES c;
