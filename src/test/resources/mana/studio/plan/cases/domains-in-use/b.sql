-- keeps all data
CREATE DOMAIN email AS text DEFAULT 'none@example.org' CONSTRAINT has_at CHECK (VALUE LIKE '%@%') CHECK (length(VALUE) < 200);
COMMENT ON DOMAIN email IS 'With an at';
CREATE DOMAIN amount AS numeric(8, 2) CHECK (VALUE >= 0);
CREATE DOMAIN loose AS text COLLATE "C" CHECK (VALUE <> 'bad');
CREATE TABLE t (id integer PRIMARY KEY, mail email, mails email[], sum amount DEFAULT 0, l loose);
CREATE VIEW v AS SELECT id, mail FROM t;
