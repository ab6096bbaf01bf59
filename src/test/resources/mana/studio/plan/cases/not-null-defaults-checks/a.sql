CREATE TABLE t (
  a integer PRIMARY KEY, b text, c text NOT NULL, d integer DEFAULT 1, e integer DEFAULT 2,
  CONSTRAINT small CHECK (d < 100), CONSTRAINT gone CHECK (e > 0)
);
COMMENT ON CONSTRAINT small ON t IS 'Small';
INSERT INTO t VALUES (1, 'b', 'c', 5, 6), (2, 'b2', 'c2', NULL, 7);
