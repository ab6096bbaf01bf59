CREATE TABLE parents (id integer PRIMARY KEY, code varchar(10) UNIQUE);
CREATE TABLE children (
  id integer PRIMARY KEY,
  parent integer REFERENCES parents ON DELETE CASCADE,
  code varchar(10) REFERENCES parents (code) ON UPDATE CASCADE
);
INSERT INTO parents VALUES (1, 'a'), (2, 'b');
INSERT INTO children VALUES (1, 1, 'b'), (2, 2, NULL);
