-- keeps all data
CREATE TABLE parents (id text PRIMARY KEY, code text UNIQUE);
CREATE TABLE children (
  id integer PRIMARY KEY,
  parent text REFERENCES parents ON DELETE CASCADE,
  code text REFERENCES parents (code) ON UPDATE CASCADE
);
