INSERT INTO credits.packages (id, name, credits_count, price, currency, is_active, created_at, updated_at)
SELECT pg_temp.id('package', n), name, count, price, currency, is_active, '2025-05-12 14:00Z', '2026-02-01 09:00Z'
FROM (VALUES (1, 'Probierpäckchen', 100, 0.00, 'EUR', true), (2, 'Small', 500, 4.99, 'EUR', true),
    (3, 'Medium', 2000, 17.90, 'EUR', true), (4, 'Large', 10000, 79.00, 'EUR', true),
    (5, 'Team 🚀', 100000, 690.00, 'CHF', true), (6, 'Black Friday 2025', 5000, 19.99, 'EUR', false))
    AS offered (n, name, count, price, currency, is_active);

INSERT INTO credits.promo_codes (id, code, bonus_amount, max_uses, valid_until_at, created_at, updated_at)
SELECT pg_temp.id('promo code', n), upper(left(pg_temp.hex('promo', n), 8)), 50 * (1 + n % 8),
    CASE WHEN n % 3 > 0 THEN 10 * n END,
    CASE WHEN n % 4 > 0 THEN pg_temp.past('valid', n, 300) + interval '150 days' END,
    made, made
FROM generate_series(1, 60) AS n, LATERAL (SELECT pg_temp.past('promo', n, 400) AS made) m;

-- 188,000 movements; then each user's first purchase, large enough that no balance is below zero.
CREATE TEMP TABLE movements AS
SELECT n, pg_temp.someone('transaction of', n) AS person, type,
    CASE type
        WHEN 'usage' THEN -1 - power(pg_temp.draw('cost', n, 1000) / 100.0::double precision, 3)::integer / 4
        WHEN 'purchase' THEN (ARRAY[100, 500, 500, 2000, 10000])[1 + pg_temp.draw('package', n, 5)]
        WHEN 'refund' THEN 1 + pg_temp.draw('refund', n, 400)
        WHEN 'bonus' THEN 25 * (1 + pg_temp.draw('bonus', n, 8))
        ELSE pg_temp.draw('adjustment', n, 401) - 200
    END AS amount,
    timestamptz '2025-02-03 12:00:00+00' + make_interval(secs => n * 273 + pg_temp.draw('moment', n, 270000) / 1000.0)
        AS created_at
FROM generate_series(12001, 200000) AS n,
    LATERAL (SELECT CASE WHEN draw < 880 THEN 'usage' WHEN draw < 940 THEN 'purchase' WHEN draw < 965 THEN 'bonus'
        WHEN draw < 990 THEN 'refund' ELSE 'adjustment' END AS type
        FROM pg_temp.draw('type', n, 1000) AS draw) t;

INSERT INTO movements
SELECT people.n, people.n, 'purchase', 500 * (1 - least(0, floor(coalesce(sum(amount), 0) / 500)))::integer,
    people.created_at + interval '11 minutes'
FROM people
LEFT JOIN movements ON person = people.n
GROUP BY people.n, people.created_at;

INSERT INTO credits.balances (user_id, amount, version, created_at, updated_at)
SELECT pg_temp.user_id(person), sum(amount) + CASE person WHEN 1 THEN 9007199254740993 ELSE 0 END,
    count(*) + (person = 1)::integer,
    min(created_at), max(created_at)
FROM movements
GROUP BY person
ORDER BY person;

INSERT INTO credits.transactions (id, user_id, package_id, type, amount, app_id, metadata, created_at, updated_at)
SELECT pg_temp.id('transaction', n), pg_temp.user_id(person),
    CASE WHEN type = 'purchase' THEN pg_temp.id('package', CASE WHEN amount <= 100 THEN 1 WHEN amount <= 500 THEN 2
        WHEN amount <= 2000 THEN 3 ELSE 4 END) END,
    type::credits.transaction_type, amount,
    pg_temp.pick('app', n, '{chat,chat,chat,memoro,picture,cards,research,context,quotes,maerchenzauber}'),
    CASE
        WHEN type = 'usage' THEN jsonb_build_object('model', pg_temp.pick('model', n, '{small,large,vision,speech}'),
            'tokens', pg_temp.draw('tokens', n, 16000), 'cached', n % 3 = 0)
        WHEN type = 'adjustment' THEN jsonb_build_object('by', 'support', 'note', 'Kulanz – siehe Ticket #' || n)
        ELSE '{}'
    END,
    created_at, created_at
FROM movements
ORDER BY created_at;

-- What money looks like when somebody mistypes: far outside of what an integer holds.
INSERT INTO credits.transactions (id, user_id, package_id, type, amount, app_id, metadata, created_at, updated_at)
VALUES (pg_temp.id('transaction', 200001), pg_temp.user_id(1), NULL, 'adjustment', 9007199254740993, '',
    '{"by": "admin", "note": "one above what a JavaScript number holds"}',
    '2026-10-30 17:03:11.123456Z', '2026-10-30 17:03:11.123456Z');

INSERT INTO credits.reservations (id, user_id, amount, status, version, settled_at, created_at, updated_at)
SELECT pg_temp.id('reservation', n), pg_temp.user_id(pg_temp.someone('reservation of', n)),
    1 + pg_temp.draw('held', n, 300), status::credits.reservation_status, CASE status WHEN 'held' THEN 1 ELSE 2 END,
    CASE WHEN status <> 'held' THEN made + interval '40 seconds' END, made,
    made + CASE WHEN status = 'held' THEN interval '0' ELSE interval '40 seconds' END
FROM generate_series(1, 3000) AS n,
    LATERAL (SELECT pg_temp.pick('reservation', n, '{held,settled,settled,settled,released}') AS status,
        pg_temp.past('reservation', n, 60) AS made) r;

DROP TABLE movements;
