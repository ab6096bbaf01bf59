INSERT INTO auth.users (id, email, display_name, role, is_email_verified, is_deleted, deleted_at, created_at,
    updated_at)
SELECT user_id,
    CASE WHEN n <= 300 THEN replace(email, '@', '+' || n || '@') ELSE email END,
    CASE WHEN pg_temp.chance('no name', n, 1) THEN '' ELSE display_name END,
    (CASE WHEN n <= 4 THEN 'admin' WHEN n <= 24 THEN 'moderator' WHEN n % 1500 = 0 THEN 'service' ELSE 'user' END)
        ::auth.user_role,
    NOT pg_temp.chance('unverified', n, 9), is_deleted,
    CASE WHEN is_deleted THEN
        pg_temp.by_now(created_at + make_interval(hours => 30 + pg_temp.draw('left', n, 1500)::integer)) END,
    created_at, pg_temp.by_now(created_at + make_interval(hours => pg_temp.draw('user changed', n, 2000)::integer))
FROM people;

INSERT INTO auth.accounts (id, user_id, provider_id, password_hash, created_at, updated_at)
SELECT pg_temp.id('account', n), user_id, provider,
    CASE WHEN provider = 'credential' THEN '$argon2id$v=19$m=65536,t=3,p=4$' || left(pg_temp.hex('salt', n), 22) || '$'
        || pg_temp.hex('password', n) END,
    created_at, created_at
FROM people, LATERAL (SELECT pg_temp.pick('provider', n, '{credential,credential,google,github,apple}') AS provider) p;

INSERT INTO auth.sessions (id, user_id, token, user_agent, ip_address, expires_at, created_at, updated_at)
SELECT pg_temp.id('session', n), pg_temp.user_id(pg_temp.someone('session of', n)),
    pg_temp.hex('token', n) || pg_temp.hex('token again', n),
    CASE WHEN pg_temp.chance('unknown agent', n, 92) THEN pg_temp.pick('agent', n, ARRAY[
        'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15',
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36',
        'mana-app/4.12.0 (Android 16; Pixel 9)', 'mana-app/4.11.3 (iOS 19.1; iPhone17,2)']) END,
    (CASE WHEN pg_temp.chance('ipv6', n, 30) THEN '2001:db8:' || to_hex(pg_temp.draw('net', n, 65536)) || '::'
            || to_hex(1 + pg_temp.draw('host', n, 65535))
        ELSE '203.0.113.' || pg_temp.draw('host', n, 256) END)::inet,
    started + interval '30 days', started, started
FROM generate_series(1, 30000) AS n, LATERAL (SELECT pg_temp.past('session', n, 120) AS started) s;

INSERT INTO auth.passkeys
    (id, user_id, credential_id, public_key, counter, transports, is_backed_up, last_used_at, created_at, updated_at)
SELECT pg_temp.id('passkey', n), pg_temp.user_id(pg_temp.someone('passkey of', n)),
    encode(decode(pg_temp.hex('credential', n), 'hex'), 'base64'),
    '\xa5010203262001215820'::bytea || sha256(convert_to('x' || n, 'UTF8')) || '\x225820'::bytea
        || sha256(convert_to('y' || n, 'UTF8')),
    pg_temp.draw('counter', n, 900),
    (ARRAY['{internal}', '{internal,hybrid}', '{usb,nfc}', '{}'])[1 + pg_temp.draw('transports', n, 4)]::text[],
    pg_temp.chance('backed up', n, 70),
    CASE WHEN pg_temp.chance('used', n, 85) THEN pg_temp.past('used', n, 60) END, made, made
FROM generate_series(1, 4000) AS n, LATERAL (SELECT pg_temp.past('passkey', n, 600) AS made) p;

INSERT INTO auth.organizations (id, slug, name, settings, is_deleted, deleted_at, created_at, updated_at)
SELECT pg_temp.id('organization', n), lower(kind) || '-' || n, kind || ' ' || family.name,
    CASE n % 5
        WHEN 0 THEN '{}'
        WHEN 1 THEN jsonb_build_object('seats', n, 'sso', NULL)
        WHEN 2 THEN jsonb_build_object('theme', jsonb_build_object('accent', '#' || left(pg_temp.hex('accent', n), 6)))
        ELSE jsonb_build_object('domains', jsonb_build_array('example.org', 'example.com'), 'seats', n * 3,
            'beta', n % 2 = 0)
    END,
    n % 25 = 0, CASE WHEN n % 25 = 0 THEN pg_temp.past('organization gone', n, 90) END, made, made
FROM generate_series(1, 300) AS n
JOIN family ON family.i = n % (SELECT count(*) FROM family),
    LATERAL (SELECT pg_temp.pick('organization', n, '{Studio,Verein,Labor,Atelier,Agency,Kollektiv,Schule}') AS kind,
        timestamptz '2025-06-19 08:00:00+00' + make_interval(hours => 38 * n) AS made) o;

INSERT INTO auth.organization_users (organization_id, user_id, is_owner, joined_at, created_at, updated_at)
SELECT pg_temp.id('organization', 1 + n % 300), pg_temp.user_id(1 + (n * 7) % 12000), n <= 300, joined, joined, joined
FROM generate_series(1, 2400) AS n, LATERAL (SELECT pg_temp.past('joined', n, 400) AS joined) j;

INSERT INTO auth.api_keys
    (id, user_id, name, prefix, key_hash, scopes, enabled, expires_at, last_used_at, created_at, updated_at)
SELECT pg_temp.id('api key', n), pg_temp.user_id(pg_temp.someone('api key of', n)),
    pg_temp.pick('api key', n, '{CI,Backup,"Home automation",Zapier,Testschlüssel,"mana CLI"}'),
    'mana_' || left(pg_temp.hex('prefix', n), 6), encode(sha256(convert_to('key' || n, 'UTF8')), 'hex'),
    (ARRAY['{}', '{credits:read}', '{events:read,events:write}', '{*}'])[1 + n % 4]::text[],
    NOT pg_temp.chance('disabled', n, 15),
    CASE WHEN n % 3 = 0 THEN made + interval '1 year' ELSE 'infinity' END,
    CASE WHEN n % 4 = 0 THEN '-infinity' WHEN n % 5 > 0 THEN pg_temp.past('key used', n, 30) END, made, made
FROM generate_series(1, 500) AS n, LATERAL (SELECT pg_temp.past('api key', n, 330) AS made) k;

INSERT INTO auth.audit_logs (user_id, action, ip_address, details, created_at)
SELECT CASE WHEN pg_temp.chance('by nobody', n, 97) THEN pg_temp.user_id(pg_temp.someone('audit', n)) END, action,
    CASE WHEN pg_temp.chance('address known', n, 90)
        THEN ('198.51.100.' || pg_temp.draw('audit host', n, 256))::inet END,
    CASE action
        WHEN 'sign_in' THEN jsonb_build_object('method', pg_temp.pick('method', n, '{password,passkey,google}'))
        WHEN 'sign_in_failed' THEN jsonb_build_object('reason', 'wrong password', 'attempt', 1 + n % 5)
        WHEN 'profile_changed' THEN jsonb_build_object('fields', jsonb_build_array('display_name', 'email'),
            'before', jsonb_build_object('display_name', 'Käthe'),
            'after', jsonb_build_object('display_name', 'Käthe 🌻'))
    END,
    timestamptz '2026-01-01 00:00:00+00' + make_interval(secs => n * 525 + pg_temp.draw('audit second', n, 500))
FROM generate_series(1, 50000) AS n,
    LATERAL (SELECT pg_temp.pick('action', n,
        '{sign_in,sign_in,sign_in,sign_out,sign_in_failed,profile_changed,session_expired}') AS action) a
ORDER BY n;
