CREATE TABLE amounts (id bigint PRIMARY KEY, i bigint, n numeric(12, 4), v text, t timestamp);
INSERT INTO amounts VALUES (1, 100, 1.25, 'short', '2024-01-01'), (2, -5, 0, '', NULL);
