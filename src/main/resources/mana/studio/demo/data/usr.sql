INSERT INTO usr.profiles (user_id, handle, bio, city, born_on, avatar, links, created_at, updated_at)
SELECT user_id, handle,
    CASE n % 6
        WHEN 0 THEN ''
        WHEN 1 THEN 'Fotografiert Vögel, backt Brot und schreibt viel zu lange Mails.'
        WHEN 2 THEN E'Musician 🎸\nOn tour until spring.\n\n“Play it again.”'
        WHEN 3 THEN 'I build things. Sometimes they work.'
        WHEN 4 THEN repeat('Ein Lebenslauf in mehreren Absätzen, der nie kürzer wird. ', 12)
    END,
    CASE WHEN n % 4 > 0 THEN pg_temp.pick('city', n,
        '{Berlin,Köln,München,Zürich,Wien,London,Dublin,"Frankfurt am Main",Łódź,İzmir,""}') END,
    CASE WHEN n % 3 > 0 THEN date '1950-01-01' + pg_temp.draw('born', n, 20800)::integer END,
    CASE WHEN n % 40 = 0 THEN '\x89504e470d0a1a0a'::bytea
        || decode(repeat(pg_temp.hex('avatar', n), CASE n WHEN 40 THEN 16000 ELSE 8 + n % 60 END), 'hex') END,
    CASE n % 5 WHEN 0 THEN ARRAY['https://' || handle || '.example.com', 'https://social.example.org/@' || handle]
        WHEN 1 THEN '{}' END,
    created_at, pg_temp.by_now(created_at + interval '3 days')
FROM people;

INSERT INTO usr.user_settings (user_id, theme, locale, has_onboarded, settings, created_at, updated_at)
SELECT user_id, pg_temp.pick('theme', n, '{system,system,light,dark}'),
    pg_temp.pick('locale', n, '{de-DE,de-CH,de-AT,en-GB,en-US,fr-FR,tr-TR}'),
    NOT pg_temp.chance('not onboarded', n, 12),
    jsonb_strip_nulls(jsonb_build_object('greeting', CASE WHEN n % 3 = 0 THEN 'hello' END, 'sidebar', n % 2 = 0,
        'pinned', CASE WHEN n % 4 = 0 THEN jsonb_build_array('chat', 'events', n % 17) END,
        'notifications', jsonb_build_object('mail', n % 5 > 0, 'push', n % 3 > 0,
            'quiet', jsonb_build_array('22:00', '07:30')))),
    created_at, pg_temp.by_now(created_at + interval '5 days')
FROM people;

INSERT INTO usr.tags (id, user_id, parent_tag_id, name, color, created_at, updated_at)
SELECT pg_temp.id('tag', n), pg_temp.user_id(1 + (n - 1) % 1000),
    CASE WHEN n > 2000 THEN pg_temp.id('tag', n - 1000 * (1 + n % 2)) END,
    (ARRAY['Arbeit', 'Privat', 'Fotos 📷', 'Rechnungen', 'Reise', 'Später lesen'])[1 + (n - 1) / 1000],
    CASE WHEN n % 7 > 0 THEN '#' || left(pg_temp.hex('color', n), 6) END, made, made
FROM generate_series(1, 6000) AS n, LATERAL (SELECT pg_temp.past('tag', n, 500) AS made) t
ORDER BY n;

INSERT INTO usr.files (id, user_id, name, mime_type, size, download_count, version, is_favorite, is_deleted, deleted_at,
    created_at, updated_at)
SELECT pg_temp.id('file', n), pg_temp.user_id(1 + (n - 1) % 1000),
    pg_temp.pick('file', n, ARRAY['Urlaub', 'Rechnung', 'Vertrag', 'Notizen Übersicht', 'IMG', 'Bewerbung final (2)',
        'Präsentation', 'tax return', 'スクリーンショット']) || '_' || n || '.' || kind,
    CASE kind WHEN 'pdf' THEN 'application/pdf' WHEN 'jpg' THEN 'image/jpeg' WHEN 'mp4' THEN 'video/mp4'
        WHEN 'md' THEN 'text/markdown' ELSE 'application/octet-stream' END,
    CASE WHEN n % 500 = 0 THEN 0 ELSE power(10, pg_temp.draw('size', n, 300) / 100.0::double precision
        + CASE kind WHEN 'mp4' THEN 7 WHEN 'md' THEN 2 ELSE 4 END)::bigint END,
    pg_temp.draw('downloads', n, 40), 1 + pg_temp.draw('file version', n, 4), pg_temp.chance('favorite', n, 6),
    is_deleted, CASE WHEN is_deleted THEN pg_temp.by_now(made + interval '20 days') END, made,
    pg_temp.by_now(made + CASE WHEN is_deleted THEN interval '20 days' ELSE interval '1 hour' END)
FROM generate_series(1, 25000) AS n,
    LATERAL (SELECT pg_temp.pick('kind', n, '{pdf,pdf,jpg,jpg,jpg,mp4,md,bin}') AS kind,
        pg_temp.chance('file deleted', n, 8) AS is_deleted, pg_temp.past('file', n, 500) AS made) f;

INSERT INTO usr.file_tags (file_id, tag_id, created_at, updated_at)
SELECT pg_temp.id('file', n), pg_temp.id('tag', 1 + (n - 1) % 1000 + 1000 * pg_temp.draw('tagged', n, 6)), made, made
FROM generate_series(1, 18000) AS n, LATERAL (SELECT pg_temp.past('tagged', n, 300) AS made) t;

INSERT INTO usr.devices (id, user_id, platform, model, "pushToken", last_seen_at, created_at, updated_at)
SELECT pg_temp.id('device', n), pg_temp.user_id(pg_temp.someone('device of', n)), platform,
    CASE platform WHEN 'ios' THEN 'iPhone17,' || 1 + n % 4 WHEN 'android' THEN 'Pixel ' || 6 + n % 5 END,
    CASE WHEN platform <> 'web' THEN pg_temp.hex('push', n) || ':APA91b' || pg_temp.hex('push token', n) END,
    CASE WHEN n % 9 > 0 THEN pg_temp.past('device seen', n, 30)::timestamp END, made, made
FROM generate_series(1, 8000) AS n,
    LATERAL (SELECT pg_temp.pick('platform', n, '{ios,android,android,web}') AS platform,
        pg_temp.past('device', n, 390) AS made) d;
