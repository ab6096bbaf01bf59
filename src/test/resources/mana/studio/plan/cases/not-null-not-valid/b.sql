-- requires 18
-- keeps all data
CREATE TABLE t (id integer PRIMARY KEY, a text CONSTRAINT a_there NOT NULL, b text, c text CONSTRAINT c_needed NOT NULL);
ALTER TABLE t ADD CONSTRAINT b_there NOT NULL b NOT VALID;
COMMENT ON CONSTRAINT a_there ON t IS 'There';
