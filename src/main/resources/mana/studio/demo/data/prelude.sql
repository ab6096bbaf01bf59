-- The tools of the data: chance from hashes, never from random(), so that every machine gets the same rows.
-- Everything here is temporary and gone with the session. The functions are written so that PostgreSQL can inline them:
-- none does what is more volatile than it says (text || bigint is only STABLE, text || bigint::text is IMMUTABLE).
-- All dates are before or around 2026-11-01.
SET TIME ZONE 'UTC';
SET synchronous_commit = off;
SET work_mem = '64MB';
SET maintenance_work_mem = '128MB';
SET client_min_messages = warning;
-- The keys refer to what is there by construction (a test looks); checking 300,000 of them doubles the time.
SET session_replication_role = replica;

CREATE FUNCTION pg_temp.draw(seed text, n bigint, below bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN (hashint8extended(n, hashtextextended(seed COLLATE "C", 0)) & 9223372036854775807) % below;

CREATE FUNCTION pg_temp.chance(seed text, n bigint, percent integer) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN pg_temp.draw(seed, n, 100) < percent;

CREATE FUNCTION pg_temp.pick(seed text, n bigint, options text[]) RETURNS text LANGUAGE sql IMMUTABLE
RETURN options[1 + pg_temp.draw(seed, n, cardinality(options))];

CREATE FUNCTION pg_temp.hex(seed text, n bigint) RETURNS text LANGUAGE sql IMMUTABLE
RETURN md5(seed || ':' || n::text);

CREATE FUNCTION pg_temp.id(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
RETURN overlay(overlay(md5(kind || ':' || n::text) PLACING '4' FROM 13) PLACING 'a' FROM 17)::uuid;

-- The text id of the n-th user, in the form Better Auth gives them.
CREATE FUNCTION pg_temp.user_id(n bigint) RETURNS text LANGUAGE sql IMMUTABLE
RETURN translate(left(encode(sha256(('user:' || n::text)::bytea), 'base64'), 32), '+/', 'xQ');

-- One of the 12,000 users; the first ones are the busiest.
CREATE FUNCTION pg_temp.someone(seed text, n bigint) RETURNS integer LANGUAGE sql IMMUTABLE
RETURN 1 + (12000 * power(pg_temp.draw(seed, n, 1000003) / 1000003.0::double precision, 2))::integer % 12000;

-- A moment of the last days before the anchor.
CREATE FUNCTION pg_temp.past(seed text, n bigint, days integer) RETURNS timestamptz LANGUAGE sql STABLE
RETURN timestamptz '2026-11-01 12:00:00+00' - make_interval(
    secs => pg_temp.draw(seed, n, days * 86400000::bigint) / 1000.0);

-- What follows from something may not lie after the anchor.
CREATE FUNCTION pg_temp.by_now(moment timestamptz) RETURNS timestamptz LANGUAGE sql STABLE
RETURN least(moment, timestamptz '2026-11-01 12:00:00+00');

CREATE TEMP TABLE given (i, name, latin) AS
SELECT row_number() OVER () - 1, split_part(entry, '/', 1), split_part(entry, '/', 2)
FROM unnest(string_to_array('Anna/anna Jürgen/juergen Ben/ben Chloé/chloe Mia/mia Björn/bjoern Emma/emma Łukasz/lukasz '
    'Oliver/oliver Zoë/zoe Müjde/muejde Paul/paul Grace/grace Søren/soeren Leïla/leila Noah/noah Käthe/kaethe Tom/tom '
    'Siobhán/siobhan Max/max Günther/guenther Ella/ella Jonas/jonas Çağla/cagla Lea/lea Harry/harry Mateo/mateo '
    'Amelie/amelie Finn/finn Νίκος/nikos Ida/ida George/george Юлия/julia Felix/felix 陽菜/hina Clara/clara Ayşe/ayse '
    'Sophie/sophie Emil/emil محمد/mohamed Frieda/frieda William/william José/jose Greta/greta Till/till Maja/maja',
    ' ')) AS entry;

CREATE TEMP TABLE family (i, name, latin) AS
SELECT row_number() OVER () - 1, replace(split_part(entry, '/', 1), '_', ' '), split_part(entry, '/', 2)
FROM unnest(string_to_array('Müller/mueller Smith/smith Schäfer/schaefer Weiß/weiss O''Brien/obrien Nowak/nowak '
    'García/garcia Jones/jones Köhler/koehler Großmann/grossmann Taylor/taylor Yılmaz/yilmaz Fischer/fischer '
    'Dupont/dupont Schröder/schroeder Wilson/wilson von_der_Heide/vonderheide Braun/braun Öztürk/oeztuerk Evans/evans '
    'Hofmann/hofmann Jørgensen/joergensen Becker/becker Παππάς/pappas Walker/walker Krüger/krueger Иванова/ivanova '
    'Nguyễn/nguyen Wagner/wagner 佐藤/sato Brown/brown Bauer/bauer Šimić/simic Klein/klein D''Angelo/dangelo '
    'Zimmermann/zimmermann Lindström/lindstroem Vogel/vogel MacDonald/macdonald Jäger/jaeger Meyer-Lüdenscheidt/meyer',
    ' ')) AS entry;

-- Who the users are; every schema looks here.
CREATE TEMP TABLE people AS
SELECT n, pg_temp.user_id(n) AS user_id,
    given.name || ' ' || family.name
        || CASE WHEN pg_temp.chance('emoji', n, 2)
            THEN ' ' || pg_temp.pick('which emoji', n, '{🌻,🚀,🎸,🏳️‍🌈,☕}') ELSE '' END
        AS display_name,
    given.latin || '.' || family.latin || CASE WHEN n > 300 THEN n::text ELSE '' END || '@'
        || pg_temp.pick('domain', n, '{example.com,example.org,example.net,mail.example.com,uni.example.edu}') AS email,
    given.latin || '_' || family.latin || n AS handle,
    pg_temp.chance('user is deleted', n, 4) AND n > 20 AS is_deleted,
    timestamptz '2025-01-15 08:00:00+00' + make_interval(
        secs => n * 4700 + pg_temp.draw('sign-up', n, 3600)) AS created_at
FROM generate_series(1, 12000) AS n
JOIN given ON given.i = pg_temp.draw('given', n, (SELECT count(*) FROM given))
JOIN family ON family.i = pg_temp.draw('family', n, (SELECT count(*) FROM family))
ORDER BY n;
CREATE UNIQUE INDEX ON people (n);
ANALYZE people;
