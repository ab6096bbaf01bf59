INSERT INTO mail.mail_accounts (id, user_id, address, is_primary, created_at, updated_at)
SELECT pg_temp.id('mail account', n), user_id, handle || '@mana.example', true,
    created_at + interval '100 days', created_at + interval '100 days'
FROM people
WHERE n <= 5000;

INSERT INTO mail.mail_accounts (id, user_id, address, is_primary, created_at, updated_at)
SELECT pg_temp.id('mail account', 5000 + n), user_id, 'team-' || handle || '@mana.example', false,
    created_at + interval '110 days', created_at + interval '110 days'
FROM people
WHERE n <= 800;

INSERT INTO mail.messages (id, mail_account_id, sender, recipients, subject, body, is_read, has_attachments,
    received_at,
    is_deleted, deleted_at, created_at, updated_at)
SELECT pg_temp.id('message', m.n), pg_temp.id('mail account', owner),
    '"' || author.display_name || '" <' || author.email || '>',
    CASE WHEN m.n % 6 = 0 THEN ARRAY[reader.handle || '@mana.example', author.email, 'alle@example.org']
        ELSE ARRAY[reader.handle || '@mana.example'] END,
    CASE WHEN m.n % 4 = 0 THEN 'Re: ' ELSE '' END
        || pg_temp.pick('subject', m.n, ARRAY['', 'Rechnung Nr. ' || 4711 + m.n, 'Treffen am Donnerstag?',
            'Your weekly summary',
            'Fotos vom Wochenende 📷', 'Lunch?', 'Änderung der Nutzungsbedingungen', 'Invitation: Board game night',
                'WG: Ablage']),
    CASE WHEN m.n % 97 > 0 THEN 'Hallo ' || reader.display_name || E',\n\n'
        || repeat(pg_temp.pick('sentence', m.n, ARRAY[
            'anbei wie besprochen die Unterlagen – melde Dich gern, falls etwas fehlt. ',
            'I had a look at the draft and left a few comments in the margin. ',
                'es war schön, Euch alle wiederzusehen! ',
            'Könntest Du bitte bis Freitag Bescheid geben, ob der Termin passt? ']),
            CASE m.n % 50 WHEN 0 THEN 40 ELSE 1 + pg_temp.draw('length', m.n, 4)::integer END)
        || E'\n\nViele Grüße\n' || author.display_name || E'\n-- \n' || author.handle || '.example.com'
        || CASE WHEN m.n % 5000 = 7 THEN E'\n\n' || repeat(E'> quoted once more, and nobody ever deletes it\n', 2200)
            ELSE '' END END,
    NOT pg_temp.chance('unread', m.n, 22), m.n % 5 = 0, made,
    thrown_away, CASE WHEN thrown_away THEN pg_temp.by_now(made + interval '4 days') END, made, made
FROM generate_series(1, 20000) AS m (n),
    LATERAL (SELECT 1 + pg_temp.someone('mailbox', m.n) % 5000 AS owner, pg_temp.past('message', m.n, 500) AS made,
        pg_temp.chance('message deleted', m.n, 9) AS thrown_away) made_up
JOIN people AS reader ON reader.n = owner
JOIN people AS author ON author.n = 1 + (owner * 13) % 12000
ORDER BY made;

INSERT INTO mail.signature (id, mail_account_id, body, position, created_at, updated_at)
SELECT pg_temp.id('signature', n), pg_temp.id('mail account', n), E'Viele Grüße\n' || display_name, 0, created_at,
    created_at
FROM people
WHERE n <= 1500;

INSERT INTO mail.attachments (id, message_id, file_name, mime_type, size, preview, created_at, updated_at)
SELECT pg_temp.id('attachment', n), pg_temp.id('message', 5 * n),
    'Anhang ' || n || (ARRAY['.pdf', '.jpg', '.ics', ''])[1 + n % 4],
    (ARRAY['application/pdf', 'image/jpeg', 'text/calendar', 'application/octet-stream'])[1 + n % 4],
    pg_temp.draw('attachment', n, 24000000),
    CASE WHEN n % 4 = 1 THEN '\xffd8ffe0'::bytea || decode(repeat(pg_temp.hex('preview', n), 20), 'hex') END, made, made
FROM generate_series(1, 4000) AS n, LATERAL (SELECT pg_temp.past('message', 5 * n, 500) AS made) a;

INSERT INTO mail.labels (id, mail_account_id, name, color, created_at, updated_at)
SELECT pg_temp.id('label', n), CASE WHEN n > 4 THEN pg_temp.id('mail account', 1 + n / 5) END,
    CASE WHEN n <= 4 THEN (ARRAY['Wichtig', 'Später', 'Newsletter', 'Spam'])[n]
        ELSE (ARRAY['Familie', 'Arbeit', 'Rechnungen', 'Reise ✈', 'Verein'])[1 + n % 5] END,
    CASE WHEN n % 3 > 0 THEN '#' || left(pg_temp.hex('label', n), 6) END, made, made
FROM generate_series(1, 2500) AS n, LATERAL (SELECT pg_temp.past('label', n, 440) AS made) l;

INSERT INTO mail.message_labels (message_id, label_id, created_at, updated_at)
SELECT pg_temp.id('message', n), pg_temp.id('label', 1 + pg_temp.draw('labelled', n, 4)), made, made
FROM generate_series(1, 15000) AS n, LATERAL (SELECT pg_temp.past('message', n, 500) AS made) l;
