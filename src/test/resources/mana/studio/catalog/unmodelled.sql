-- What has no record of its own in the model, with every option. PostgreSQL 15 to 18, as a superuser.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mana_owner') THEN
    CREATE ROLE mana_owner;
    CREATE ROLE "mana reader";
    CREATE ROLE mana_writer;
  END IF;
END $$;
CREATE EXTENSION btree_gist;
CREATE SCHEMA o;
CREATE SCHEMA "Odd ""schema""";
GRANT CREATE, USAGE ON SCHEMA o TO mana_owner;
CREATE TYPE o.pair AS (a integer, b integer);
CREATE FUNCTION o.add(integer, integer) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'int4pl';
CREATE FUNCTION o.subtract(integer, integer) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'int4mi';
CREATE FUNCTION o.finish(integer) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
CREATE FUNCTION o.finish_more(integer, integer) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';

-- Aggregates
CREATE AGGREGATE o.total (integer) (SFUNC = o.add, STYPE = integer, INITCOND = '0');
CREATE AGGREGATE o.counted (*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
CREATE AGGREGATE o.full (what integer) (SFUNC = o.add, STYPE = integer, SSPACE = 100, FINALFUNC = o.finish_more,
  FINALFUNC_EXTRA, FINALFUNC_MODIFY = READ_WRITE, COMBINEFUNC = o.add, INITCOND = '0', MSFUNC = o.add,
  MINVFUNC = o.subtract, MSTYPE = integer, MSSPACE = 50, MFINALFUNC = o.finish, MFINALFUNC_MODIFY = SHAREABLE,
  MINITCOND = '0', PARALLEL = SAFE);
CREATE AGGREGATE o.largest (integer) (SFUNC = int4larger, STYPE = integer, SORTOP = >);
CREATE AGGREGATE o.middle (double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal,
  FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = READ_WRITE);
CREATE AGGREGATE o.ranked (VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi,
  STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
COMMENT ON AGGREGATE o.total (integer) IS 'All of it';
ALTER AGGREGATE o.total (integer) OWNER TO mana_owner;
REVOKE ALL ON FUNCTION o.total (integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION o.total (integer) TO mana_writer WITH GRANT OPTION;
REVOKE ALL ON FUNCTION o.middle (double precision, anyelement) FROM PUBLIC;
REVOKE ALL ON FUNCTION o.counted () FROM PUBLIC;

-- Operators, their classes and families
CREATE FUNCTION o.less(o.pair, o.pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a < ($2).a';
CREATE FUNCTION o.more(o.pair, o.pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a > ($2).a';
CREATE FUNCTION o.same(o.pair, o.pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a = ($2).a';
CREATE FUNCTION o.other(o.pair, o.pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a <> ($2).a';
CREATE FUNCTION o.compare(o.pair, o.pair) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a - ($2).a';
CREATE FUNCTION o.compare(o.pair, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a - $2';
CREATE FUNCTION o.less(o.pair, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a < $2';
CREATE FUNCTION o.negative(o.pair) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT -($1).a';
CREATE OPERATOR o.<<< (LEFTARG = o.pair, RIGHTARG = o.pair, FUNCTION = o.less, COMMUTATOR = OPERATOR(o.>>>),
  RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
CREATE OPERATOR o.>>> (LEFTARG = o.pair, RIGHTARG = o.pair, FUNCTION = o.more, COMMUTATOR = OPERATOR(o.<<<));
CREATE OPERATOR o.=== (LEFTARG = o.pair, RIGHTARG = o.pair, FUNCTION = o.same, COMMUTATOR = OPERATOR(o.===),
  NEGATOR = OPERATOR(o.!==), HASHES, MERGES, RESTRICT = eqsel, JOIN = eqjoinsel);
CREATE OPERATOR o.!== (LEFTARG = o.pair, RIGHTARG = o.pair, FUNCTION = o.other, NEGATOR = OPERATOR(o.===));
CREATE OPERATOR o.<<< (LEFTARG = o.pair, RIGHTARG = integer, FUNCTION = o.less);
CREATE OPERATOR o.- (RIGHTARG = o.pair, FUNCTION = o.negative);
COMMENT ON OPERATOR o.- (NONE, o.pair) IS 'Down';
ALTER OPERATOR o.- (NONE, o.pair) OWNER TO mana_owner;
CREATE OPERATOR FAMILY o.pairs USING btree;
CREATE OPERATOR CLASS o.pair_ops DEFAULT FOR TYPE o.pair USING btree FAMILY o.pairs AS
  OPERATOR 1 o.<<<, OPERATOR 3 o.===, FUNCTION 1 o.compare(o.pair, o.pair);
ALTER OPERATOR FAMILY o.pairs USING btree ADD
  OPERATOR 1 o.<<< (o.pair, integer), FUNCTION 1 (o.pair, integer) o.compare(o.pair, integer);
CREATE OPERATOR CLASS o.int_ops FOR TYPE integer USING gist AS
  OPERATOR 3 =, OPERATOR 15 <-> (integer, integer) FOR ORDER BY integer_ops,
  FUNCTION 1 gbt_int4_consistent(internal, int4, int2, oid, internal), FUNCTION 2 gbt_int4_union(internal, internal),
  FUNCTION 3 gbt_int4_compress(internal), FUNCTION 4 gbt_decompress(internal),
  FUNCTION 5 gbt_int4_penalty(internal, internal, internal), FUNCTION 6 gbt_int4_picksplit(internal, internal),
  FUNCTION 7 gbt_int4_same(gbtreekey8, gbtreekey8, internal), FUNCTION 8 gbt_int4_distance(internal, int4, int2, oid, internal),
  STORAGE gbtreekey8;
COMMENT ON OPERATOR CLASS o.pair_ops USING btree IS 'By a';
COMMENT ON OPERATOR FAMILY o.pairs USING btree IS 'Pairs';
ALTER OPERATOR CLASS o.pair_ops USING btree OWNER TO mana_owner;

-- Casts and transforms
CREATE FUNCTION o.to_text(o.pair) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a::text';
CREATE FUNCTION o.to_pair(integer) RETURNS o.pair LANGUAGE sql IMMUTABLE AS 'SELECT $1, $1';
CREATE CAST (o.pair AS text) WITH FUNCTION o.to_text(o.pair) AS ASSIGNMENT;
CREATE CAST (integer AS o.pair) WITH FUNCTION o.to_pair(integer) AS IMPLICIT;
CREATE CAST (jsonb AS uuid) WITH INOUT;
CREATE CAST (timestamp AS bigint) WITHOUT FUNCTION;
COMMENT ON CAST (jsonb AS uuid) IS 'By text';
CREATE VIEW o.casted AS SELECT row(1, 2)::o.pair::text AS text, 3::o.pair AS pair;

-- Collations and conversions
CREATE COLLATION o.german (PROVIDER = icu, LOCALE = 'de-u-kn-true', DETERMINISTIC = false);
CREATE COLLATION o.plain (PROVIDER = libc, LOCALE = 'C');
CREATE COLLATION o.mixed (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'POSIX');
COMMENT ON COLLATION o.german IS 'ä after a';
ALTER COLLATION o.german OWNER TO mana_owner;
CREATE DEFAULT CONVERSION o.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
COMMENT ON CONVERSION o.latin IS 'Old';

-- Range types
CREATE FUNCTION o.distance(text, text) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT 1.0::float8';
CREATE TYPE o.words_between AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C",
  SUBTYPE_DIFF = o.distance, MULTIRANGE_TYPE_NAME = o.many_words);
CREATE TYPE o.intrange AS RANGE (SUBTYPE = integer);
CREATE TYPE o.span AS RANGE (SUBTYPE = double precision);
COMMENT ON TYPE o.words_between IS 'From a to z';
ALTER TYPE o.words_between OWNER TO mana_owner;
REVOKE USAGE ON TYPE o.words_between FROM PUBLIC;
GRANT USAGE ON TYPE o.words_between TO mana_writer;

-- Text search
CREATE TEXT SEARCH DICTIONARY o.words (TEMPLATE = snowball, language = 'english', stopwords = 'english');
CREATE TEXT SEARCH DICTIONARY o.plain (TEMPLATE = simple);
CREATE TEXT SEARCH PARSER o.parser (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
  LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
CREATE TEXT SEARCH TEMPLATE o.template (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH CONFIGURATION o.search (PARSER = o.parser);
ALTER TEXT SEARCH CONFIGURATION o.search ADD MAPPING FOR asciiword, word WITH o.words, o.plain;
ALTER TEXT SEARCH CONFIGURATION o.search ADD MAPPING FOR "int" WITH simple;
CREATE TEXT SEARCH CONFIGURATION o.empty (PARSER = default);
COMMENT ON TEXT SEARCH CONFIGURATION o.search IS 'Finds';
COMMENT ON TEXT SEARCH DICTIONARY o.words IS 'Stems';
ALTER TEXT SEARCH CONFIGURATION o.search OWNER TO mana_owner;
ALTER TEXT SEARCH DICTIONARY o.words OWNER TO mana_owner;

-- What hangs on tables
CREATE TABLE o.a (id integer PRIMARY KEY, b integer, c text, words o.words_between, many o.many_words);
CREATE TABLE o.child () INHERITS (o.a);
CREATE TABLE "Odd ""schema"""."Odd table" (id integer PRIMARY KEY, "select" text);
CREATE INDEX by_search ON o.a USING gin (to_tsvector('o.search', c));
CREATE INDEX by_range ON o.a USING gist (b o.int_ops);
CREATE VIEW o.v AS SELECT id, c COLLATE o.german AS c FROM o.a;
CREATE RULE put AS ON INSERT TO o.v DO INSTEAD INSERT INTO o.a (id, c) VALUES (new.id, new.c) RETURNING id, c;
CREATE RULE noted AS ON UPDATE TO o.a WHERE old.b <> new.b
  DO ALSO (DELETE FROM o.child WHERE id = old.id; UPDATE o.child SET b = new.b);
CREATE RULE "odd; rule" AS ON DELETE TO o.a DO ALSO NOTIFY "a;b";
ALTER TABLE o.a DISABLE RULE noted;
ALTER TABLE o.a ENABLE ALWAYS RULE "odd; rule";
COMMENT ON RULE noted ON o.a IS 'Off';
CREATE STATISTICS o.both (ndistinct, mcv) ON b, c, (b + 1) FROM o.a;
ALTER STATISTICS o.both SET STATISTICS 300;
COMMENT ON STATISTICS o.both IS 'Together';
ALTER STATISTICS o.both OWNER TO mana_owner;

ALTER FUNCTION o.negative(o.pair) DEPENDS ON EXTENSION btree_gist;
ALTER INDEX o.by_range DEPENDS ON EXTENSION btree_gist;
COMMENT ON INDEX o.a_pkey IS 'Behind a key';
CREATE TABLE o.counted_rows (id integer GENERATED ALWAYS AS IDENTITY);
COMMENT ON SEQUENCE o.counted_rows_id_seq IS 'Behind a column';
CREATE TABLE o.parts (id integer) PARTITION BY LIST (id);
CREATE TABLE o.part_one PARTITION OF o.parts FOR VALUES IN (1);
CREATE INDEX not_on_all ON ONLY o.parts (id);

-- Publications, event triggers, access methods, languages, foreign data, default privileges
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, delete', publish_via_partition_root = true);
CREATE PUBLICATION "some" FOR TABLE ONLY o.a (id, b) WHERE (id > 5), "Odd ""schema"""."Odd table";
CREATE PUBLICATION by_schema FOR TABLES IN SCHEMA o, "Odd ""schema""";
CREATE PUBLICATION nothing;
COMMENT ON PUBLICATION "some" IS 'Some of it';
CREATE FUNCTION o.event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER watched ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION o.event();
CREATE EVENT TRIGGER off ON sql_drop EXECUTE FUNCTION o.event();
ALTER EVENT TRIGGER off DISABLE;
COMMENT ON EVENT TRIGGER off IS 'Off';
CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;
CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;
COMMENT ON ACCESS METHOD tree IS 'Also a tree';
CREATE TABLE o.elsewhere (id integer) USING heap_too;
CREATE TRUSTED LANGUAGE mine HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
COMMENT ON LANGUAGE mine IS 'Mine';
REVOKE USAGE ON LANGUAGE mine FROM PUBLIC;
CREATE FOREIGN DATA WRAPPER wrapper OPTIONS (a 'it''s', "B" 'c');
CREATE FOREIGN DATA WRAPPER checked VALIDATOR postgresql_fdw_validator;
COMMENT ON FOREIGN DATA WRAPPER wrapper IS 'Around';
GRANT USAGE ON FOREIGN DATA WRAPPER wrapper TO mana_writer;
CREATE SERVER near TYPE 'db' VERSION '1' FOREIGN DATA WRAPPER wrapper OPTIONS (host 'localhost');
ALTER SERVER near OWNER TO mana_writer;
COMMENT ON SERVER near IS 'Near';
GRANT USAGE ON FOREIGN SERVER near TO "mana reader" WITH GRANT OPTION;
CREATE USER MAPPING FOR mana_writer SERVER near OPTIONS (user 'x', password 'y');
CREATE FOREIGN TABLE o.far (id integer) SERVER near;
ALTER DEFAULT PRIVILEGES FOR ROLE mana_owner IN SCHEMA o GRANT SELECT ON TABLES TO "mana reader" WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES FOR ROLE mana_owner REVOKE EXECUTE ON ROUTINES FROM PUBLIC;
