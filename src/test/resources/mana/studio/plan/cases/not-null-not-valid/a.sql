-- requires 18
CREATE TABLE t (id integer PRIMARY KEY, a text, b text, c text CONSTRAINT c_there NOT NULL);
ALTER TABLE t ADD CONSTRAINT a_there NOT NULL a NOT VALID;
INSERT INTO t VALUES (1, 'a', 'b', 'c');
