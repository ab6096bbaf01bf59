CREATE TABLE t (a integer PRIMARY KEY, b text, made timestamptz DEFAULT now() NOT NULL, k uuid DEFAULT gen_random_uuid());
CREATE INDEX t_gone ON t (b);
CREATE VIEW v AS SELECT a, b FROM t;
