INSERT INTO research.providers (id, name, base_url, is_active, price_per_token, created_at, updated_at)
SELECT pg_temp.id('provider', n), name, 'https://' || lower(name) || '.example.com/v1', n <> 5, price,
    '2025-05-27 15:00Z', '2026-04-01 07:00Z'
FROM (VALUES (1, 'Ostwind', 0.0000025), (2, 'Kolibri', 0.00000015), (3, 'Nordlicht', 0.000012), (4, 'Local', 0),
    (5, 'Retired', NULL), (6, 'Archive', 1e-30)) AS known (n, name, price);

INSERT INTO research.research_jobs (id, user_id, provider_id, job_number, query, status, priority, cost_eur,
    scheduled_on,
    finished_at, created_at, updated_at)
SELECT pg_temp.id('job', n), pg_temp.user_id(pg_temp.someone('job of', n)),
    CASE WHEN n % 12 > 0 THEN pg_temp.id('provider', 1 + n % 6) END, 1000 + n,
    pg_temp.pick('query', n, ARRAY['Wärmepumpe im Altbau: lohnt sich das?', 'history of the tin can',
        'best practices for soft delete in PostgreSQL', 'Förderung für Vereine in NRW', 'how do swifts sleep',
        'Vergleich: ''numeric'' oder "money"?', 'сравнение баз данных', '量子コンピュータ 入門',
        'SELECT * FROM users; DROP TABLE users; -- what is this called?']),
    status::research.job_status, 1 + pg_temp.draw('priority', n, 9),
    CASE WHEN status IN ('done', 'failed') THEN round((pg_temp.draw('cost', n, 120000) - 4000) / 10000.0, 4) END,
    CASE WHEN n % 7 = 0 THEN date '2026-10-01' + (n % 60)::integer WHEN n % 331 = 0 THEN 'infinity' END,
    CASE WHEN status IN ('done', 'failed', 'cancelled')
        THEN pg_temp.by_now(made + make_interval(secs => 20 + pg_temp.draw('worked', n, 900))) END,
    made, pg_temp.by_now(made + interval '15 minutes')
FROM generate_series(1, 5000) AS n,
    LATERAL (SELECT pg_temp.pick('job', n, '{done,done,done,done,failed,cancelled,queued,running}') AS status,
        pg_temp.past('job', n, 430) AS made) j;
SELECT setval('research.research_jobs_job_number_seq', 6000);

INSERT INTO research.job_sources (id, research_job_id, rank, url, title, pages, created_at, updated_at)
SELECT pg_temp.id('job source', n), pg_temp.id('job', 1 + n % 5000), 1 + n / 5000,
    'https://example.com/artikel/' || pg_temp.draw('article', n, 9000),
    CASE WHEN n % 8 > 0 THEN 'Artikel über Thema ' || n % 400 END,
    CASE n % 4 WHEN 0 THEN ARRAY[1, 2, 3] WHEN 1 THEN ARRAY[12, NULL, 40] WHEN 2 THEN '{}' END::smallint[], made, made
FROM generate_series(0, 14999) AS n,
    LATERAL (SELECT pg_temp.past('job', 1 + n % 5000, 430) AS made) s;

-- Documents of every size; the first is about a megabyte.
INSERT INTO research.reports (id, research_job_id, title, content, score, similarity, version, published_at,
    created_at, updated_at)
SELECT pg_temp.id('report', n), pg_temp.id('job', n), 'Bericht ' || n,
    jsonb_build_object('summary', 'Kurz gesagt: es kommt darauf an.', 'language', (ARRAY['de', 'en'])[1 + n % 2],
        'sections', (SELECT coalesce(jsonb_agg(jsonb_build_object('heading', 'Abschnitt ' || s, 'number', s, 'text',
                repeat('Die Quellen sind sich nicht einig, und das ist auch gut so. ', 4), 'citations',
                jsonb_build_array(n, s, n * s), 'checked', CASE WHEN s % 3 > 0 THEN s % 3 = 1 END)), '[]')
            FROM generate_series(1, CASE n WHEN 1 THEN 2900 WHEN 2 THEN 0 ELSE 1 + n % 12 END) AS s)),
    CASE n % 300 WHEN 0 THEN 'NaN' WHEN 1 THEN 123456789012345678901234567890.000000000000000000001 WHEN 2 THEN -1e-40
        WHEN 3 THEN 'Infinity' WHEN 4 THEN NULL ELSE pg_temp.draw('score', n, 10000) / 100.0 END,
    CASE n % 200 WHEN 0 THEN 'NaN' WHEN 1 THEN '-Infinity'
        ELSE pg_temp.draw('similarity', n, 1000000) / 1000000.0 END::double precision,
    1 + n % 3, CASE WHEN n % 3 > 0 THEN pg_temp.by_now(made + interval '1 hour') END, made, made
FROM generate_series(1, 1500) AS n,
    LATERAL (SELECT pg_temp.by_now(pg_temp.past('job', n, 430) + interval '20 minutes') AS made) r;
