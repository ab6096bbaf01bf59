INSERT INTO events.venues (id, name, street, city, country_code, latitude, longitude, is_accessible, created_at,
    updated_at)
SELECT pg_temp.id('venue', n),
    pg_temp.pick('venue', n, ARRAY['Kulturhaus', 'Stadtgarten', 'Biergarten am See', 'Old Town Hall', 'Gemeindesaal',
        'Kletterhalle', 'Café Größenwahn', 'Library', 'Rooftop', 'Jazzkeller'])
        || CASE WHEN n > 10 THEN ' ' || n ELSE '' END,
    CASE WHEN n % 6 > 0 THEN pg_temp.pick('street', n,
        '{Hauptstraße,Gartenweg,High Street,Bahnhofstrasse,Am Alten Zöllnerhof}') || ' ' || 1 + n % 120 END,
    (ARRAY['Berlin', 'Köln', 'Zürich', 'Wien', 'London', 'Dublin'])[1 + n % 6],
    (ARRAY['DE', 'DE', 'CH', 'AT', 'GB', 'IE'])[1 + n % 6],
    CASE WHEN n % 10 > 0 THEN (ARRAY[52.52, 50.94, 47.38, 48.21, 51.51, 53.35])[1 + n % 6]
        + pg_temp.draw('north', n, 1000) / 10000.0::double precision END,
    CASE WHEN n % 10 > 0 THEN (ARRAY[13.40, 6.96, 8.54, 16.37, -0.13, -6.26])[1 + n % 6]
        + pg_temp.draw('east', n, 1000) / 10000.0::double precision END,
    n % 3 > 0, made, made
FROM generate_series(1, 400) AS n, LATERAL (SELECT pg_temp.past('venue', n, 590) AS made) v;

INSERT INTO events.events (id, user_id, venue_id, title, description, visibility, capacity, starts_at, ends_at,
    is_deleted, deleted_at, version, created_at, updated_at)
SELECT pg_temp.id('event', n), pg_temp.user_id(pg_temp.someone('host', n)),
    CASE WHEN n % 8 > 0 THEN pg_temp.id('venue', 1 + pg_temp.draw('at', n, 400)) END,
    pg_temp.pick('event', n, ARRAY['Sommerfest 🎉', 'Spieleabend', 'Drizzle meet-up', 'Geburtstag von Jürgen',
        'Flohmarkt',
        'Open-air cinema', 'Yoga im Park', 'Lesung: „Über das Warten“', 'Board game night 🎲', 'Chorprobe',
        'Code & Kaffee', 'Übungsgruppe Statistik', 'Hochzeit', 'Wandern: Säntis', 'Weihnachtsfeier 🎄', 'Repair café'])
        || CASE WHEN n % 3 = 0 THEN ' ' || to_char(starts, 'YYYY') ELSE '' END,
    CASE n % 4
        WHEN 0 THEN NULL
        WHEN 1 THEN 'Bitte bringt etwas zu essen mit.'
        WHEN 2 THEN ''
        ELSE E'Doors open at seven.\n\n' || repeat('We have games, music and far too much cake. ', 1 + n % 9)
            || E'\n\nAnmeldung bis zum Vortag.'
    END,
    pg_temp.pick('visibility', n, '{private,private,unlisted,public,public}')::events.event_visibility,
    CASE WHEN n % 3 > 0 THEN 4 + pg_temp.draw('capacity', n, 300) END, starts,
    CASE WHEN n % 5 > 0 THEN starts + make_interval(hours => 2 + n % 6) END, is_deleted,
    CASE WHEN is_deleted THEN pg_temp.by_now(made + interval '2 days') END, 1 + pg_temp.draw('event version', n, 7),
        made, made
FROM generate_series(1, 6000) AS n,
    LATERAL (SELECT pg_temp.past('event', n, 580) AS made, pg_temp.chance('event deleted', n, 7) AS is_deleted) e,
    LATERAL (SELECT date_trunc('hour', made) + make_interval(days => 1 + pg_temp.draw('ahead', n, 400)::integer)
        AS starts) s;

INSERT INTO events.event_guests
    (id, event_id, user_id, display_name, email, status, companions, answered_at, created_at, updated_at)
SELECT pg_temp.id('guest', g.n), pg_temp.id('event', 1 + g.n % 6000), CASE WHEN g.n % 3 > 0 THEN people.user_id END,
    people.display_name, CASE WHEN g.n % 4 > 0 THEN g.n || '.' || people.email END, status::events.rsvp_status,
    CASE WHEN g.n % 7 = 0 THEN 1 + g.n % 4 ELSE 0 END,
    CASE WHEN status <> 'maybe' THEN pg_temp.by_now(made + interval '9 hours') END,
    made, pg_temp.by_now(made + interval '9 hours')
FROM generate_series(1, 40000) AS g (n)
JOIN people ON people.n = pg_temp.someone('guest', g.n),
    LATERAL (SELECT pg_temp.pick('rsvp', g.n, '{yes,yes,yes,no,maybe,maybe,waitlist}') AS status,
        pg_temp.past('guest', g.n, 580) AS made) answer;

INSERT INTO events.event_comments
    (id, event_id, reply_to_id, user_id, body, is_deleted, deleted_at, created_at, updated_at)
SELECT pg_temp.id('comment', n), pg_temp.id('event', 1 + n % 3000),
    CASE WHEN n > 3000 AND n % 2 = 0 THEN pg_temp.id('comment', n - 3000) END,
    pg_temp.user_id(pg_temp.someone('comment', n)),
    pg_temp.pick('comment', n, ARRAY['Bin dabei!', 'Can I bring my dog? 🐕', 'Leider keine Zeit, schöne Grüße.', '👍',
        'Wo kann man parken?', 'See you there', 'Τέλεια!',
        'Das war ein großartiger Abend, danke an alle, die geholfen haben.', 'Are vegetarians welcome?',
            'Ich komme etwas später']),
    is_deleted, CASE WHEN is_deleted THEN made + interval '10 minutes' END, made, made
FROM generate_series(1, 10000) AS n,
    LATERAL (SELECT pg_temp.chance('comment deleted', n, 3) AS is_deleted,
        timestamptz '2025-12-09 15:00:00+00' + make_interval(secs => n * 2700) AS made) c
ORDER BY n;

REFRESH MATERIALIZED VIEW events.event_stats;

INSERT INTO event_discovery.sources (id, kind, url, is_active, crawl_interval_minutes, last_crawled_at, created_at)
SELECT pg_temp.id('source', n), (ARRAY['ical', 'rss', 'html', 'api'])[1 + n % 4]::event_discovery.source_kind,
    'https://calendar-' || n || '.example.org/'
        || (ARRAY['feed.ics', 'rss.xml', 'veranstaltungen', 'api/v1/events'])[1 + n % 4],
    n % 9 > 0, 60 * (1 + n % 24), CASE WHEN n % 9 > 0 THEN pg_temp.past('crawled', n, 2) END,
    pg_temp.past('source', n, 480)
FROM generate_series(1, 60) AS n;

INSERT INTO event_discovery.source_runs
    (id, source_id, found_count, duration, error_message, started_at, created_at, updated_at)
SELECT pg_temp.id('run', n), pg_temp.id('source', 1 + n % 60),
    CASE WHEN n % 11 = 0 THEN 0 ELSE pg_temp.draw('found', n, 80) END,
    CASE WHEN n % 50 > 0 THEN make_interval(secs => pg_temp.draw('took', n, 90000) / 1000.0) END,
    CASE WHEN n % 11 = 0 THEN pg_temp.pick('failure', n,
        ARRAY['HTTP 503', 'certificate has expired', 'unexpected token ''<'' at position 0']) END,
    started, started, started
FROM generate_series(1, 3000) AS n, LATERAL (SELECT pg_temp.past('run', n, 90) AS started) s;

INSERT INTO event_discovery.discovered_events
    (id, source_id, event_id, dedupe_key, confidence, raw, created_at, updated_at)
SELECT pg_temp.id('discovered', n), pg_temp.id('source', 1 + pg_temp.draw('discovered in', n, 60)),
    CASE WHEN n % 4 = 0 THEN pg_temp.id('event', n) END, pg_temp.hex('dedupe', n),
    CASE WHEN n % 6 > 0 THEN pg_temp.draw('confidence', n, 1001) / 1000.0 END::real,
    jsonb_build_object('title', 'Konzert im Park, Teil ' || n, 'uid', n || '@calendar.example.org',
        'dtstart', to_char(made, 'YYYYMMDD'), 'geo', jsonb_build_object('lat', 50.9 + n / 100000.0, 'lon', 6.9),
        'categories', jsonb_build_array('music', 'outdoor', NULL), 'description', repeat('Eintritt frei. ', n % 20)),
    made, made
FROM generate_series(1, 5000) AS n, LATERAL (SELECT pg_temp.past('discovered', n, 400) AS made) d;
