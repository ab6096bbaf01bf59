package mana.studio.ui.shell;

/// A small mana_platform for the window's tests.
final class SmallPlatform {
    static final String SQL =
            """
            CREATE SCHEMA auth;
            CREATE TABLE auth.users (
                id text PRIMARY KEY,
                email text NOT NULL UNIQUE,
                is_deleted boolean NOT NULL DEFAULT false
            );
            INSERT INTO auth.users
            SELECT 'user_' || lpad(n::text, 4, '0'), 'person' || n || '@example.com', n % 10 = 0
            FROM generate_series(1, 1500) n;
            CREATE TABLE auth.sessions (
                id integer PRIMARY KEY,
                user_id text NOT NULL REFERENCES auth.users (id),
                user_agent text
            );
            INSERT INTO auth.sessions
            SELECT n, 'user_' || lpad((1 + n * 7 % 1500)::text, 4, '0'), 'agent ' || n
            FROM generate_series(1, 50) n;
            CREATE SCHEMA credits;
            CREATE TABLE credits.transactions (
                id integer PRIMARY KEY,
                user_id text NOT NULL REFERENCES auth.users (id),
                amount numeric(12, 2) NOT NULL
            );
            ANALYZE;
            """;

    private SmallPlatform() {}
}
