package mana.studio.ui.data;

import mana.studio.schema.DataType.Family;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;

/// A small database of users, their sessions and many events.
final class Sample {
    static final QualifiedName USERS = new QualifiedName("auth", "users");
    static final QualifiedName ROLE = new QualifiedName("auth", "role");

    private Sample() {}

    static TestDatabase database() {
        return TestServer.freshDatabase()
                .run(
                        """
                        CREATE SCHEMA auth;
                        CREATE TYPE auth.role AS ENUM ('member', 'editor', 'admin');
                        CREATE TABLE auth.users (
                            id integer PRIMARY KEY,
                            email text NOT NULL,
                            name text,
                            role auth.role NOT NULL DEFAULT 'member',
                            settings jsonb,
                            tags text[],
                            avatar bytea,
                            score numeric(10, 2),
                            is_active boolean NOT NULL DEFAULT true,
                            created_at timestamptz NOT NULL,
                            deleted_at timestamptz);
                        INSERT INTO auth.users
                        SELECT n,
                               'user' || n || '@example.com',
                               CASE n % 5 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'Ada Example ' || n END,
                               (ARRAY['member', 'editor', 'admin'])[n % 3 + 1]::auth.role,
                               jsonb_build_object('theme', 'dark', 'n', n, 'tags', '[1, 2, {"a": null}]'::jsonb),
                               ARRAY['a', 'b ' || n],
                               decode(md5(n::text), 'hex'),
                               n * 1.5,
                               n % 4 <> 0,
                               '2026-01-01 12:00+00'::timestamptz + n * interval '1 hour',
                               CASE WHEN n % 10 = 3 THEN '2026-06-01'::timestamptz END
                        FROM generate_series(1, 450) AS n;
                        UPDATE auth.users SET name = repeat('long ', 4000) || 'end' WHERE id = 2;
                        UPDATE auth.users SET name = E'two\\nlines' WHERE id = 4;
                        CREATE TABLE auth.sessions (
                            id integer PRIMARY KEY,
                            user_id integer NOT NULL REFERENCES auth.users,
                            agent text);
                        INSERT INTO auth.sessions SELECT n, n % 450 + 1, 'browser' FROM generate_series(1, 1000) AS n;
                        CREATE TABLE auth.notes (body text);
                        INSERT INTO auth.notes VALUES ('one'), ('two');
                        CREATE TABLE auth.empty (id integer PRIMARY KEY, body text);
                        ANALYZE;
                        """);
    }

    static Table users() {
        return Relations.table("auth", "users")
                .required("id", "integer", Family.INTEGER)
                .column("email", "text", Family.TEXT, null, true, "Where mail goes; unique in practice")
                .column("name", "text", Family.TEXT)
                .column("role", "auth.role", Family.ENUM, ROLE, true, null)
                .column("settings", "jsonb", Family.JSON)
                .column("tags", "text[]", Family.ARRAY)
                .column("avatar", "bytea", Family.BINARY)
                .column("score", "numeric(10,2)", Family.DECIMAL)
                .required("is_active", "boolean", Family.BOOLEAN)
                .required("created_at", "timestamp with time zone", Family.TIMESTAMP)
                .column("deleted_at", "timestamp with time zone", Family.TIMESTAMP)
                .primaryKey("id")
                .build();
    }

    static Table sessions() {
        return Relations.table("auth", "sessions")
                .required("id", "integer", Family.INTEGER)
                .required("user_id", "integer", Family.INTEGER)
                .column("agent", "text", Family.TEXT)
                .primaryKey("id")
                .foreignKey("user_id", USERS, "id")
                .build();
    }

    static Table events() {
        return Relations.table("auth", "events")
                .required("id", "integer", Family.INTEGER)
                .column("body", "text", Family.TEXT)
                .primaryKey("id")
                .build();
    }

    static Table notes() {
        return Relations.table("auth", "notes")
                .column("body", "text", Family.TEXT)
                .build();
    }

    static Table empty() {
        return Relations.table("auth", "empty")
                .required("id", "integer", Family.INTEGER)
                .column("body", "text", Family.TEXT)
                .primaryKey("id")
                .build();
    }
}
