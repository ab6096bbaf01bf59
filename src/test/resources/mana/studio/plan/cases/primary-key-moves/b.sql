-- keeps all data
CREATE TABLE t (id integer NOT NULL, code text NOT NULL, n integer NOT NULL, CONSTRAINT t_id_key UNIQUE (id),
  CONSTRAINT t_pkey PRIMARY KEY (code, n));
CREATE TABLE c (t integer REFERENCES t (id));
