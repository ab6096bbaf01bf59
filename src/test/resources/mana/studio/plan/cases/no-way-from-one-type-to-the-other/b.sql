CREATE TABLE odd (id integer PRIMARY KEY, shape uuid, since date);
CREATE INDEX odd_since ON odd (since);
