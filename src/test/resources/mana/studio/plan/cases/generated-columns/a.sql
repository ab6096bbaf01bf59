CREATE TABLE prices (
  id integer PRIMARY KEY,
  net numeric NOT NULL,
  gross numeric GENERATED ALWAYS AS (net * 1.19) STORED,
  plain numeric,
  frozen numeric GENERATED ALWAYS AS (net * 2) STORED
);
CREATE INDEX prices_gross ON prices (gross);
INSERT INTO prices (id, net, plain) VALUES (1, 100, 7), (2, 50, NULL);
