CREATE TABLE prices (id integer PRIMARY KEY, net integer, gross integer GENERATED ALWAYS AS (net * 2) STORED);
CREATE VIEW dear AS SELECT id, gross FROM prices WHERE gross > 100;
INSERT INTO prices (id, net) VALUES (1, 100), (2, 50);
