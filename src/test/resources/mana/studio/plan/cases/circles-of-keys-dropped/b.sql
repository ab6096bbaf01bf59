CREATE TABLE stays (id integer PRIMARY KEY, a integer, b integer);
