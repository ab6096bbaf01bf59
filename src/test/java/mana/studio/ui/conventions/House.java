package mana.studio.ui.conventions;

import java.nio.file.Path;
import java.sql.SQLException;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.convention.ConventionSettings;
import mana.studio.settings.JsonFile;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.ui.kit.HouseRules;
import mana.studio.ui.kit.Session;

/// A small database that breaks some house rules.
final class House {
    static final String SQL = """
        CREATE SCHEMA auth;
        CREATE SCHEMA mail;
        CREATE TABLE auth.users (
            id text PRIMARY KEY,
            verified boolean NOT NULL DEFAULT false,
            created_at timestamptz NOT NULL DEFAULT now(),
            updated_at timestamptz NOT NULL DEFAULT now());
        CREATE TABLE mail.messages (
            id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
            user_id uuid NOT NULL,
            enabled boolean NOT NULL DEFAULT true,
            remember_me boolean,
            headers json,
            created_at timestamptz NOT NULL DEFAULT now(),
            updated_at timestamptz NOT NULL DEFAULT now());
        """;

    private House() {}

    static Snapshot read(String sql) {
        TestDatabase database = TestServer.freshDatabase();
        Scripts.run(database, sql);
        try {
            return new CatalogReader(database.source()).read(new Cancellation());
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    static JsonFile<ConventionSettings> file(Path folder) {
        return new JsonFile<>(folder.resolve("conventions.json"), ConventionSettings.class, ConventionSettings.NONE);
    }

    static HouseRules rules(Session session, Path folder) {
        return new HouseRules(file(folder), "local", session.background());
    }
}
