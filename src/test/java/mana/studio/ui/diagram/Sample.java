package mana.studio.ui.diagram;

import static mana.studio.testing.TableBuilder.table;

import mana.studio.schema.Database;
import mana.studio.testing.TestDatabases;

/// Organisations, their people and what those wrote; a lone table beside them.
final class Sample {
    private Sample() {}

    static Database database() {
        return TestDatabases.database(
                table("app", "orgs")
                        .notNull("id", "uuid", "gen_random_uuid()")
                        .notNull("slug", "text")
                        .column("title", "text")
                        .primaryKey("id")
                        .unique("slug")
                        .build(),
                table("app", "users")
                        .notNull("id", "uuid", "gen_random_uuid()")
                        .column("org_id", "uuid")
                        .column("nickname", "text")
                        .primaryKey("id")
                        .build(),
                table("app", "posts")
                        .notNull("id", "uuid", "gen_random_uuid()")
                        .notNull("author_id", "uuid")
                        .column("body", "text")
                        .primaryKey("id")
                        .references("author_id", "app", "users", "id")
                        .build(),
                table("billing", "invoices")
                        .notNull("id", "uuid", "gen_random_uuid()")
                        .notNull("payer_id", "uuid")
                        .primaryKey("id")
                        .references("payer_id", "app", "orgs", "id")
                        .build(),
                table("billing", "rates")
                        .notNull("id", "integer")
                        .primaryKey("id")
                        .build());
    }
}
