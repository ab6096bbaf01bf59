-- Everything that needs something else, and is not said by the records. PostgreSQL 14 to 18, as a superuser.
CREATE EXTENSION citext;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gist;
CREATE EXTENSION cube;
CREATE EXTENSION earthdistance;
CREATE EXTENSION pg_stat_statements;
CREATE SCHEMA n;
SET check_function_bodies = off;

CREATE TYPE n.mood AS ENUM ('good', 'bad');
CREATE TYPE n.pair AS (a integer, b n.mood);
CREATE FUNCTION n.check_it(integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE FUNCTION n.double(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * $1';
CREATE FUNCTION n.diff(float8, float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
CREATE FUNCTION n.fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION n.event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE DOMAIN n.small AS integer DEFAULT n.double(1) CONSTRAINT is_small CHECK (n.check_it(VALUE));
CREATE DOMAIN n.mail AS citext;
CREATE TYPE n.span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = n.diff);
CREATE COLLATION n.plain (LOCALE = 'C');
CREATE SEQUENCE n.numbers;

-- Columns, defaults, constraints, indexes
CREATE TABLE n.a (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name citext,
  names citext[],
  label text COLLATE n.plain,
  spans n.span[],
  mood n.mood DEFAULT 'good',
  number bigint DEFAULT nextval('n.numbers'),
  doubled integer DEFAULT n.double(2),
  generated integer GENERATED ALWAYS AS (n.double(id)) STORED,
  pair n.pair,
  place earth,
  CONSTRAINT checked CHECK (n.check_it(doubled) AND id > 0),
  CONSTRAINT paired CHECK ((pair).a > 0),
  CONSTRAINT bounded EXCLUDE USING gist (doubled WITH =, (id + doubled) WITH =) WHERE (mood <> 'bad')
);
CREATE TABLE n.b (a integer REFERENCES n.a, row_of_a n.a, name citext);
ALTER TABLE n.b ADD CONSTRAINT named EXCLUDE USING btree (name WITH =);
CREATE INDEX by_label ON n.a USING gin (label gin_trgm_ops);
CREATE INDEX by_double ON n.a (id, n.double(doubled)) WHERE mood = 'good';
CREATE INDEX by_pair ON n.a (((pair).b));

CREATE TABLE n.circle (a integer, b integer);
CREATE FUNCTION n.round(n.circle) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
ALTER TABLE n.circle ADD CONSTRAINT rounded CHECK (n.round(circle) > 0);
ALTER TABLE n.circle ALTER COLUMN b SET DEFAULT n.round(NULL);

-- Views
CREATE VIEW n.columns AS SELECT id, lower(label) AS label FROM n.a WHERE doubled > 0;
CREATE VIEW n.counted AS SELECT count(*) AS many FROM n.b;
CREATE VIEW n.of_view AS SELECT label FROM n.columns;
CREATE VIEW n.keyed AS SELECT a.id, a.label, count(*) AS many FROM n.a JOIN n.b ON b.a = a.id GROUP BY a.id;
CREATE VIEW n.typed AS SELECT 'good'::n.mood AS mood, n.double(1) AS two, n.span(1, 2) AS span, (a.pair).a AS part
  FROM n.a;
CREATE VIEW n.systems AS SELECT tableoid AS t FROM n.b;
CREATE MATERIALIZED VIEW n.kept AS SELECT label FROM n.of_view;
CREATE VIEW n.statements AS SELECT query FROM pg_stat_statements;
ALTER VIEW n.counted ALTER COLUMN many SET DEFAULT n.double(4);

-- Policies, triggers, rules
CREATE POLICY own ON n.a USING (label = CURRENT_USER AND EXISTS (SELECT FROM n.b WHERE b.a = id AND n.check_it(b.a)));
CREATE TRIGGER fired BEFORE UPDATE OF label ON n.a FOR EACH ROW WHEN (old.doubled <> new.doubled)
  EXECUTE FUNCTION n.fire();
CREATE RULE noted AS ON DELETE TO n.b DO ALSO UPDATE n.a SET label = 'x' WHERE id = old.a;
CREATE EVENT TRIGGER watched ON ddl_command_end EXECUTE FUNCTION n.event();
ALTER EVENT TRIGGER watched DISABLE;

-- Routines
CREATE FUNCTION n.takes(n.a, citext, n.mood[]) RETURNS SETOF n.columns LANGUAGE sql AS 'SELECT NULL';
CREATE FUNCTION n.reads(n integer DEFAULT n.double(3)) RETURNS bigint LANGUAGE sql
  BEGIN ATOMIC SELECT number FROM n.a WHERE id = n; END;
CREATE PROCEDURE n.does(n.small) LANGUAGE sql AS '';

-- What has no record of its own
CREATE FUNCTION n.add(integer, integer) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'int4pl';
CREATE AGGREGATE n.total (integer) (SFUNC = n.add, STYPE = integer);
CREATE FUNCTION n.less(n.pair, n.pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE FUNCTION n.compare(n.pair, n.pair) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE FUNCTION n.to_text(n.pair) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT '' $$;
CREATE OPERATOR n.<< (LEFTARG = n.pair, RIGHTARG = n.pair, FUNCTION = n.less);
CREATE OPERATOR CLASS n.pair_ops FOR TYPE n.pair USING btree AS OPERATOR 1 n.<<, FUNCTION 1 n.compare(n.pair, n.pair);
CREATE CAST (n.pair AS text) WITH FUNCTION n.to_text(n.pair);
CREATE STATISTICS n.both (ndistinct) ON doubled, (n.double(id)) FROM n.a;
CREATE PUBLICATION changes FOR TABLE n.b;
CREATE TEXT SEARCH DICTIONARY n.words (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION n.search (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION n.search ADD MAPPING FOR asciiword WITH n.words;
CREATE VIEW n.found AS SELECT to_tsvector('n.search'::regconfig, 'x') AS found;
CREATE VIEW n.totalled AS SELECT n.total(id) AS total FROM n.a;
CREATE FOREIGN DATA WRAPPER wrapper;
CREATE SERVER server FOREIGN DATA WRAPPER wrapper;
CREATE FOREIGN TABLE n.far (id integer) SERVER server;
