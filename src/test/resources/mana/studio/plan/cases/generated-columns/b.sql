CREATE TABLE prices (
  id integer PRIMARY KEY,
  net numeric NOT NULL,
  gross numeric GENERATED ALWAYS AS (net * 1.2) STORED,
  plain numeric GENERATED ALWAYS AS (net + 1) STORED,
  frozen numeric
);
CREATE INDEX prices_gross ON prices (gross);
