-- never: DROP COLUMN
CREATE TABLE amounts (id integer PRIMARY KEY, i smallint, n numeric(8, 2), v varchar(5), t date);
