-- keeps all data
CREATE TYPE unit AS ENUM ('lb', 'kg');
CREATE TYPE weight AS (amount numeric, unit unit);
CREATE TABLE parcels (id integer PRIMARY KEY, weight weight);
