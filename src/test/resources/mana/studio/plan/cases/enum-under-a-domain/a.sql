CREATE TYPE color AS ENUM ('red', 'green', 'blue', 'none');
CREATE DOMAIN warm AS color DEFAULT 'red' CHECK (VALUE <> 'blue');
CREATE TABLE paints (id integer PRIMARY KEY, color warm, mix warm[]);
INSERT INTO paints VALUES (1, 'red', '{red,green}'), (2, 'green', NULL);
