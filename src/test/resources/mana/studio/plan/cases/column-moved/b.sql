-- keeps all data
-- at most 0 statements
CREATE TABLE t (c text DEFAULT 'c', a integer PRIMARY KEY, b text);
