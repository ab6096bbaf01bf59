-- keeps all data
CREATE TABLE amounts (
  id bigint PRIMARY KEY, i bigint, n numeric(12, 4), v varchar(200), c text, r double precision, d timestamp, b varbit
);
CREATE INDEX amounts_v ON amounts (v);
