-- keeps all data
CREATE TABLE t (
  a integer PRIMARY KEY, b text NOT NULL, c text, d integer DEFAULT 10, e integer,
  CONSTRAINT small CHECK (d < 1000), CONSTRAINT made CHECK (e < 50 AND length(b) < 100)
);
COMMENT ON CONSTRAINT small ON t IS 'Not so small';
