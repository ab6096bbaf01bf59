CREATE TABLE documents (id integer PRIMARY KEY, body text DEFAULT '{}' NOT NULL, tags text DEFAULT '[]');
INSERT INTO documents VALUES (1, '{"a": 1}', '[1, 2]'), (2, '"x"', NULL);
