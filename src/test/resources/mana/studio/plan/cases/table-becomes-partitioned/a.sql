CREATE TABLE logs (id integer NOT NULL, at date NOT NULL, note text, PRIMARY KEY (id, at));
INSERT INTO logs VALUES (1, '2024-05-05', 'a'), (2, '2025-05-05', 'b');
