-- requires 15
-- keeps all data
CREATE TABLE t (id integer PRIMARY KEY, a text, b text, c integer, d tsrange);
ALTER TABLE t ADD CONSTRAINT a_key UNIQUE NULLS NOT DISTINCT (a) INCLUDE (c), ADD CONSTRAINT b_key UNIQUE (b),
  ADD CONSTRAINT c_idx UNIQUE (c),
  ADD CONSTRAINT d_excl EXCLUDE USING gist (d WITH &&) WHERE (id > 0) DEFERRABLE INITIALLY DEFERRED;
