package mana.studio.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A service of the demo, in the order of first deployment.
enum DemoService {
    AUTH("mana-auth", "drizzle", "__drizzle_migrations_auth", List.of("auth")),
    CREDITS("mana-credits", "drizzle", "__drizzle_migrations", List.of("credits")),
    USER("mana-user", "drizzle", "__drizzle_migrations_user", List.of("usr")),
    EVENTS("mana-events", "drizzle", "__drizzle_migrations_events", List.of("events")),
    MAIL("mana-mail", "drizzle_mail", "__drizzle_migrations", List.of("mail")),
    RESEARCH("mana-research", "drizzle_research", "__drizzle_migrations", List.of("research")),
    SUBSCRIPTIONS("mana-subscriptions", "drizzle", "__drizzle_migrations", List.of("subscriptions")),
    ANALYTICS("mana-analytics", "drizzle", "__drizzle_migrations_feedback", List.of("feedback"));

    private final String folder;
    private final String migrationsSchema;
    private final String migrationsTable;
    private final List<String> data;

    /// @param migrationsSchema where its `drizzle.config.ts` says the migrator keeps its books, or Drizzle's default
    /// @param data             the scripts of `data/` that fill it
    DemoService(String folder, String migrationsSchema, String migrationsTable, List<String> data) {
        this.folder = folder;
        this.migrationsSchema = migrationsSchema;
        this.migrationsTable = migrationsTable;
        this.data = data;
    }

    String folder() {
        return folder;
    }

    String migrationsSchema() {
        return migrationsSchema;
    }

    String migrationsTable() {
        return migrationsTable;
    }

    List<String> data() {
        return data;
    }

    /// Its migrations in the journal's order.
    List<Migration> migrations() throws IOException {
        String migrations = "project/services/" + folder + "/src/db/migrations/";
        JsonNode journal = JsonMapper.shared().readTree(DemoResource.text(migrations + "meta/_journal.json"));
        List<Migration> all = new ArrayList<>();
        for (JsonNode entry : journal.get("entries")) {
            String tag = entry.get("tag").asString();
            all.add(new Migration(tag, entry.get("when").asLong(), DemoResource.text(migrations + tag + ".sql")));
        }
        return List.copyOf(all);
    }
}
