-- keeps all data
-- never: DROP DOMAIN
CREATE DOMAIN age AS integer DEFAULT 1 NOT NULL CHECK (VALUE >= 0);
CREATE DOMAIN late AS integer CONSTRAINT small CHECK (VALUE < 10);
COMMENT ON CONSTRAINT small ON DOMAIN late IS 'Small';
CREATE TABLE t (id integer PRIMARY KEY, a age, b late);
