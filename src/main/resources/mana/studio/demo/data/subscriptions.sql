INSERT INTO subscriptions.plans (id, code, price_cents, billing_interval, trial_days, is_active, created_at, updated_at)
SELECT pg_temp.id('plan', n), code, price, billing::public.billing_interval, trial, is_active,
    '2025-10-14 10:00Z', '2026-05-11 11:00Z'
FROM (VALUES (1, 'free', 0, 'month', 0, true), (2, 'plus-monthly', 790, 'month', 14, true),
    (3, 'plus-yearly', 7900, 'year', 30, true), (4, 'verein', 1990, 'month', 60, true),
    (5, 'founders', 9900, 'year', 0, false)) AS offered (n, code, price, billing, trial, is_active);

INSERT INTO subscriptions.subscriptions
    (id, user_id, plan_id, status, current_period_ends_at, has_discount, canceled_at, created_at, updated_at)
SELECT pg_temp.id('subscription', n), user_id, pg_temp.id('plan', 1 + pg_temp.draw('plan', n, 5)),
    status::subscriptions.subscription_status, made + interval '30 days', pg_temp.chance('discount', n, 11),
    CASE WHEN status = 'canceled' THEN pg_temp.by_now(made + interval '12 days') END, made, made
FROM people,
    LATERAL (SELECT pg_temp.pick('subscription', n, '{active,active,active,trialing,past_due,canceled}') AS status,
        pg_temp.past('subscription', n, 370) AS made) s
WHERE n <= 4000;

INSERT INTO subscriptions.invoices
    (id, subscription_id, transaction_id, number, amount_cents, line_items, is_paid, paid_at, created_at, updated_at)
SELECT pg_temp.id('invoice', n), pg_temp.id('subscription', 1 + n % 4000),
    CASE WHEN n % 3 = 0 THEN pg_temp.id('transaction', 1 + n % 4000) END, 'RE-2026-' || lpad(n::text, 6, '0'), cents,
    json_build_array(json_build_object('text', 'Plus – Monatsbeitrag', 'cents', cents)), n % 13 > 0,
    CASE WHEN n % 13 > 0 THEN made + interval '2 days' END, made, made + interval '2 days'
FROM generate_series(1, 12000) AS n,
    LATERAL (SELECT (ARRAY[790, 7900, 1990, -790])[1 + pg_temp.draw('cents', n, 4)] AS cents,
        timestamptz '2026-01-01 06:00:00+00' + make_interval(mins => n * 36) AS made) i;
