CREATE TABLE prices (id integer PRIMARY KEY, net bigint, gross bigint GENERATED ALWAYS AS (net * 2) STORED);
CREATE VIEW dear AS SELECT id, gross FROM prices WHERE gross > 100;
