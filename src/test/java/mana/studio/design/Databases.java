package mana.studio.design;

import java.sql.SQLException;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;

/// Databases as a real server describes them.
final class Databases {
    static final String SHOP = """
        CREATE SCHEMA auth;
        CREATE SCHEMA shop;
        CREATE TYPE auth.role AS ENUM ('guest', 'member', 'admin');
        CREATE TABLE auth.users (
          id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
          email text NOT NULL UNIQUE CHECK (email LIKE '%@%'),
          name text,
          role auth.role NOT NULL DEFAULT 'guest',
          lower_email text GENERATED ALWAYS AS (lower(email)) STORED);
        CREATE INDEX idx_users_email ON auth.users (lower(email)) WHERE email IS NOT NULL;
        CREATE VIEW auth.names AS SELECT id, name FROM auth.users;
        CREATE TABLE shop.orders (
          id bigserial PRIMARY KEY,
          user_id uuid NOT NULL REFERENCES auth.users (id),
          total numeric(12,2) DEFAULT 0);
        ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON shop.orders USING (user_id = (current_setting('app.user'))::uuid);
        """;

    private Databases() {}

    static Database read(String script) {
        TestDatabase database = TestServer.freshDatabase();
        Scripts.run(database, script);
        return read(database);
    }

    static Database read(TestDatabase database) {
        try {
            return new CatalogReader(database.source()).read(new Cancellation()).database();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    static Table table(Database database, String schema, String name) {
        return database.table(new QualifiedName(schema, name)).orElseThrow();
    }

    static Column column(Database database, String schema, String table, String name) {
        return table(database, schema, table).column(name).orElseThrow();
    }
}
