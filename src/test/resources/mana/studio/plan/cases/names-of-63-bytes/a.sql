CREATE TABLE a_table_whose_name_is_exactly_as_long_as_the_server_allows_63by (
  a_column_whose_name_is_exactly_as_long_as_the_server_allows_63b integer PRIMARY KEY,
  "ünïcödé – nämé" text UNIQUE
);
INSERT INTO a_table_whose_name_is_exactly_as_long_as_the_server_allows_63by VALUES (1, 'a');
