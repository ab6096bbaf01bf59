CREATE DOMAIN email AS varchar(100) DEFAULT 'x@y' CHECK (VALUE LIKE '%@%');
CREATE DOMAIN amount AS numeric(8, 2) NOT NULL;
CREATE DOMAIN loose AS text;
CREATE TABLE t (id integer PRIMARY KEY, mail email, mails email[], sum amount DEFAULT 0, l loose);
CREATE VIEW v AS SELECT id, mail FROM t;
INSERT INTO t VALUES (1, 'a@b', '{c@d}', 5, 'l'), (2, NULL, NULL, 1.5, NULL);
