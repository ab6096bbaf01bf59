-- keeps all data
CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'New
in two lines';
CREATE TABLE app.t (id integer PRIMARY KEY, a text);
COMMENT ON COLUMN app.t.a IS 'It''s "quoted" \\ and ;; odder';
COMMENT ON COLUMN app.t.id IS 'The key';
CREATE SEQUENCE app.s;
COMMENT ON CONSTRAINT t_pkey ON app.t IS 'The key';
