-- keeps all data
CREATE TABLE a_table_whose_name_is_exactly_as_long_as_the_server_allows_63by (
  a_column_whose_name_is_exactly_as_long_as_the_server_allows_63b bigint PRIMARY KEY,
  "ünïcödé – nämé" varchar(90) UNIQUE,
  another_column_whose_name_is_longer_than_the_server_allows_in_names serial CHECK (another_column_whose_name_is_longer_than_the_server_allows_in_names > 0),
  an_array_of_a_long_name integer[]
);
CREATE INDEX ON a_table_whose_name_is_exactly_as_long_as_the_server_allows_63by (a_column_whose_name_is_exactly_as_long_as_the_server_allows_63b, "ünïcödé – nämé");
