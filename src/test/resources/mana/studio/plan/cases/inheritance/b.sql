-- keeps all data
-- never: DROP TABLE
CREATE TABLE base (id bigint NOT NULL, kind text DEFAULT 'base', added date, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra varchar(90)) INHERITS (base);
ALTER TABLE child ALTER COLUMN kind SET DEFAULT 'child';
CREATE TABLE loner (id bigint NOT NULL, kind text DEFAULT 'base', own integer, added date, CONSTRAINT positive CHECK (id > 0));
ALTER TABLE loner INHERIT base;
CREATE TABLE leaver (id bigint NOT NULL, kind text DEFAULT 'base', added date, CONSTRAINT positive CHECK (id > 0));
