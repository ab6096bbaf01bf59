-- never: DROP COLUMN
CREATE TABLE loose (id integer PRIMARY KEY, n numeric, u uuid, b boolean, t timestamptz, ip inet);
