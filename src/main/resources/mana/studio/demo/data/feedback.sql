INSERT INTO feedback.feedback_items (id, user_id, app_id, category, body, vote_count, is_public, created_at, updated_at)
SELECT pg_temp.id('feedback', n), pg_temp.user_id(pg_temp.someone('feedback', n)),
    pg_temp.pick('feedback app', n, '{chat,events,mail,memoro,cards}'), category::feedback.feedback_category,
    CASE category
        WHEN 'bug' THEN pg_temp.pick('bug', n, ARRAY['Die App stürzt ab, wenn ich den Namen ändere.',
            'The calendar shows the wrong day 🤔', 'Suche findet „ß“ nicht.'])
        WHEN 'feature' THEN pg_temp.pick('feature', n, ARRAY['Please add a dark mode',
            'Mehrere Tags auf einmal löschen', 'Export als CSV wäre toll'])
        WHEN 'praise' THEN pg_temp.pick('praise', n, ARRAY['Großartig ❤️', 'Best app I have used this year', 'Danke!'])
        ELSE ''
    END,
    (SELECT count(*) FROM generate_series(1, 20) AS v WHERE n % (v + 2) = 0), NOT pg_temp.chance('not public', n, 25),
    made, made
FROM generate_series(1, 1200) AS n,
    LATERAL (SELECT pg_temp.pick('category', n, '{bug,bug,feature,feature,praise,other}') AS category,
        pg_temp.past('feedback', n, 450) AS made) f;

INSERT INTO feedback.feedback_votes (feedback_item_id, user_id, created_at, updated_at)
SELECT pg_temp.id('feedback', n), pg_temp.user_id(100 * v + n % 100), made, made
FROM generate_series(1, 1200) AS n, generate_series(1, 20) AS v,
    LATERAL (SELECT pg_temp.past('vote', n * 100 + v, 300) AS made) m
WHERE n % (v + 2) = 0;

INSERT INTO feedback.feedback_comments (id, feedback_item_id, user_id, body, is_from_team, created_at, updated_at)
SELECT pg_temp.id('feedback comment', n), pg_temp.id('feedback', 1 + n % 1200),
    pg_temp.user_id(pg_temp.someone('feedback comment', n)),
    pg_temp.pick('feedback comment', n, ARRAY['Same here.', 'Bei mir auch!', 'Ist in 4.12 behoben.',
        'Which version?', '+1']),
    n % 5 = 0, made, made
FROM generate_series(1, 2500) AS n, LATERAL (SELECT pg_temp.past('feedback comment', n, 240) AS made) c;
