CREATE TABLE t (id integer PRIMARY KEY, a text, b text, c integer, d tsrange);
ALTER TABLE t ADD CONSTRAINT a_key UNIQUE (a), ADD CONSTRAINT b_key UNIQUE (b) DEFERRABLE,
  ADD CONSTRAINT d_excl EXCLUDE USING gist (d WITH &&);
CREATE UNIQUE INDEX c_idx ON t (c);
INSERT INTO t VALUES (1, 'a', 'b', 1, '[2024-01-01,2024-01-02)'), (2, 'a2', NULL, 2, NULL);
