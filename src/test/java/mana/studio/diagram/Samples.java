package mana.studio.diagram;

import java.util.function.UnaryOperator;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestDatabases;

/// Databases for tests of the diagram.
final class Samples {
    private Samples() {}

    /// Organisations, users in them, profiles one for each user, posts; invoices of another schema.
    static Database app() {
        return TestDatabases.database(
                TableBuilder.table("app", "orgs")
                        .notNull("id", "uuid")
                        .notNull("slug", "text")
                        .primaryKey("id")
                        .unique("slug")
                        .build(),
                TableBuilder.table("app", "users")
                        .notNull("id", "uuid")
                        .column("org_id", "uuid")
                        .column("name", "text")
                        .primaryKey("id")
                        .references("org_id", "app", "orgs", "id")
                        .build(),
                TableBuilder.table("app", "profiles")
                        .notNull("user_id", "uuid")
                        .primaryKey("user_id")
                        .references("user_id", "app", "users", "id")
                        .build(),
                TableBuilder.table("app", "posts")
                        .notNull("id", "uuid")
                        .notNull("author_id", "uuid")
                        .primaryKey("id")
                        .references("author_id", "app", "users", "id")
                        .build(),
                TableBuilder.table("billing", "invoices")
                        .notNull("id", "uuid")
                        .notNull("payer_id", "uuid")
                        .column("note", "text")
                        .primaryKey("id")
                        .references("payer_id", "app", "orgs", "id")
                        .build(),
                TableBuilder.table("billing", "rates")
                        .notNull("id", "integer")
                        .primaryKey("id")
                        .build());
    }

    static Table table(Database database, String schema, String name) {
        return database.table(new QualifiedName(schema, name)).orElseThrow();
    }

    /// A database with one of its tables changed.
    static Database with(Database database, String name, UnaryOperator<Table> change) {
        return database.withSchemas(database.schemas().stream()
                .map(schema -> schema.withTables(schema.tables().stream()
                        .map(table -> table.name().name().equals(name) ? change.apply(table) : table)
                        .toList()))
                .toList());
    }

    static Database edited(Database database, Edit edit) {
        return Design.of(database).edit(edit).database();
    }

    /// A database of many tables, each of which refers to some before it.
    static Database many(int tables) {
        Table[] made = new Table[tables];
        for (int at = 0; at < tables; at++) {
            TableBuilder builder = TableBuilder.table("s" + at % 7, "t" + at)
                    .notNull("id", "uuid")
                    .column("a", "text")
                    .column("b", "uuid");
            builder.primaryKey("id");
            if (at % 5 != 0) {
                int target = (at * 7 + 3) % at;
                builder.column("up_id", "uuid").references("up_id", "s" + target % 7, "t" + target, "id");
            }
            if (at % 3 == 2) {
                int target = at * 13 % at / 2;
                builder.column("other_id", "uuid").references("other_id", "s" + target % 7, "t" + target, "id");
            }
            made[at] = builder.build();
        }
        return TestDatabases.database(made);
    }

    static Drawing drawing(Database database) {
        DiagramGraph graph = DiagramGraph.of(database, database, new Scope.All());
        return new Drawing(graph, new LayeredLayout().arrange(graph, DiagramLayout.Watch.NOBODY));
    }

    static Card card(DiagramGraph graph, String schema, String name) {
        return graph.card(new QualifiedName(schema, name)).orElseThrow();
    }
}
