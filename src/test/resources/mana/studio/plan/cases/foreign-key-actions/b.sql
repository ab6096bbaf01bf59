-- keeps all data
CREATE TABLE p (id integer PRIMARY KEY, x integer, y integer, UNIQUE (x, y));
CREATE TABLE c (
  id integer PRIMARY KEY, p integer, x integer, y integer,
  CONSTRAINT one FOREIGN KEY (p) REFERENCES p ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT two FOREIGN KEY (x, y) REFERENCES p (x, y) ON DELETE SET DEFAULT DEFERRABLE,
  CONSTRAINT three FOREIGN KEY (id) REFERENCES p
);
