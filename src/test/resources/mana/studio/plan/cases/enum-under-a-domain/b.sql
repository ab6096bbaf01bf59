-- keeps all data
CREATE TYPE color AS ENUM ('green', 'red', 'blue');
CREATE DOMAIN warm AS color DEFAULT 'red' CHECK (VALUE <> 'blue');
CREATE TABLE paints (id integer PRIMARY KEY, color warm, mix warm[]);
