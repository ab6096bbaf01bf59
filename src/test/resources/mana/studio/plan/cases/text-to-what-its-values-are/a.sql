CREATE TABLE loose (id text PRIMARY KEY, n text, u text, b text, t text, ip text);
INSERT INTO loose VALUES ('1', '42', '00000000-0000-4000-8000-000000000001', 'true', '2024-01-01 10:00:00+00', '10.0.0.1');
