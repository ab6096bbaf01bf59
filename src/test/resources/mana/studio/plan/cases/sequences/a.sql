CREATE TABLE t (id integer PRIMARY KEY, n integer, m integer);
CREATE SEQUENCE changed AS integer START 5 INCREMENT 2 MAXVALUE 1000;
CREATE SEQUENCE becomes_owned;
CREATE SEQUENCE set_free OWNED BY t.m;
CREATE SEQUENCE dropped;
SELECT nextval('changed'), nextval('becomes_owned'), nextval('set_free');
INSERT INTO t VALUES (1, 1, 1);
