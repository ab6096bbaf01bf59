CREATE TABLE amounts (
  id smallint PRIMARY KEY, i integer, n numeric(6, 2), v varchar(20), c char(4), r real, d date, b bit(4)
);
INSERT INTO amounts VALUES (1, 100000, 1234.56, 'twenty characters!!!', 'ab', 1.5, '2024-02-29', '1010');
CREATE INDEX amounts_v ON amounts (v);
