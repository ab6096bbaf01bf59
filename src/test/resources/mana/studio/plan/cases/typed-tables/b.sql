-- keeps all data
CREATE TYPE shape AS (a integer, b text, c date);
CREATE TABLE t OF shape (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 'y' NOT NULL);
