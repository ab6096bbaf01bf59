CREATE TYPE unit AS ENUM ('kg', 'lb', 'st');
CREATE TYPE weight AS (amount numeric, unit unit);
CREATE TABLE parcels (id integer PRIMARY KEY, weight weight);
INSERT INTO parcels VALUES (1, '(1.5,kg)'), (2, '(3,lb)');
