CREATE TABLE odd (id integer PRIMARY KEY, shape point, since bigint);
CREATE INDEX odd_since ON odd (since);
INSERT INTO odd (id) VALUES (1);
