package mana.studio.ui.preview;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.connection.Cancellation;
import mana.studio.connection.ConnectException;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestSession;

/// A small real database whose tables are said to be large, and edits with every kind of consequence.
final class Shop implements AutoCloseable {
    static final QualifiedName USERS = new QualifiedName("auth", "users");
    static final QualifiedName VIEWS = new QualifiedName("events", "page_views");
    static final QualifiedName TRANSACTIONS = new QualifiedName("credits", "transactions");
    private static final QualifiedName ROLE = new QualifiedName("auth", "user_role");

    private final Workspace workspace;
    private final Snapshot snapshot;

    Shop() throws ConnectException, SQLException {
        TestServer.TestDatabase database = TestServer.freshDatabase().run("""
            CREATE SCHEMA auth;
            CREATE SCHEMA events;
            CREATE SCHEMA credits;
            CREATE TYPE auth.user_role AS ENUM ('guest', 'member');
            CREATE TABLE auth.users (
                id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                email text,
                name text,
                role auth.user_role NOT NULL DEFAULT 'guest',
                note text);
            CREATE TABLE events.page_views (
                id bigint PRIMARY KEY, user_id uuid, path text, seen_at timestamptz NOT NULL DEFAULT now());
            CREATE TABLE credits.transactions (id bigint PRIMARY KEY, user_id uuid, amount integer NOT NULL);
            INSERT INTO auth.users (id, email, note) VALUES
                ('00000000-0000-0000-0000-000000000001', 'a@example.org', 'x'),
                ('00000000-0000-0000-0000-000000000002', NULL, 'y'),
                ('00000000-0000-0000-0000-000000000003', NULL, NULL);
            INSERT INTO credits.transactions VALUES (1, '00000000-0000-0000-0000-000000000001', 5),
                (2, '00000000-0000-0000-0000-000000000009', 7);
            INSERT INTO events.page_views (id, path) VALUES (1, '/a/rather/long/path/of/a/page'), (2, '/b');
            """);
        Profile profile = new Profile("test", "Test", Environment.LOCAL, null, false, database.target());
        workspace = Workspace.open(profile, null, _ -> {}, new Cancellation());
        Snapshot read = new CatalogReader(workspace.source()).read(new Cancellation());
        Map<QualifiedName, RelationSize> sizes = new HashMap<>();
        sizes.put(USERS, new RelationSize(2_400_000, 480_000_000L));
        sizes.put(VIEWS, new RelationSize(31_000_000, 2_254_857_830L));
        sizes.put(TRANSACTIONS, new RelationSize(9_000_000, 900_000_000L));
        snapshot = new Snapshot(read.database(), sizes, read.readAt());
    }

    TestSession session() {
        return new TestSession(snapshot, workspace);
    }

    @Override
    public void close() {
        workspace.close();
    }

    /// Every kind of consequence.
    static List<Edit> everything() {
        return List.of(
                emailNotNull(),
                dropColumn(USERS, "note"),
                rename(USERS, "name", "full_name"),
                amountBecomesBigint(),
                pathBecomesShort(),
                index(VIEWS, "idx_page_views_user_id", "user_id"),
                transactionsReferUsers(),
                adminByDefault(),
                newTable("invoices"));
    }

    static Edit emailNotNull() {
        return column(USERS, "email", column -> column.withNotNull(Column.NotNull.PLAIN));
    }

    static Edit amountBecomesBigint() {
        return column(
                TRANSACTIONS,
                "amount",
                column -> column.withType(new DataType("bigint", DataType.Family.INTEGER, null)));
    }

    static Edit pathBecomesShort() {
        return column(
                VIEWS,
                "path",
                column -> column.withType(new DataType("character varying(20)", DataType.Family.TEXT, null)));
    }

    static Edit rename(QualifiedName table, String from, String to) {
        return Edit.of("Rename column " + from, database -> {
            Table found = database.table(table).orElseThrow();
            return Edits.renameColumn(
                    database, found.id(), found.column(from).orElseThrow().id(), to);
        });
    }

    static Edit defaultOf(QualifiedName table, String name, String expression) {
        return column(table, name, column -> column.withDefaultExpression(expression));
    }

    static Edit dropColumn(QualifiedName table, String name) {
        return table(
                table,
                "Drop column " + name,
                old -> old.withColumns(old.columns().stream()
                        .filter(column -> !column.name().equals(name))
                        .toList()));
    }

    static Edit addColumn(QualifiedName table, String name, String type) {
        Column column = TableBuilder.table("x", "y")
                .column(name, type)
                .build()
                .columns()
                .getFirst();
        return table(table, "Add column " + name, old -> old.withColumns(plus(old.columns(), column)));
    }

    static Edit index(QualifiedName table, String name, String column) {
        Index index = TableBuilder.table("x", "y")
                .column(column, "text")
                .index(name, column)
                .build()
                .indexes()
                .getFirst();
        return table(table, "Add index " + name, old -> old.withIndexes(plus(old.indexes(), index)));
    }

    static Edit transactionsReferUsers() {
        ForeignKey key = TableBuilder.table("credits", "transactions")
                .column("user_id", "uuid")
                .references("user_id", "auth", "users", "id")
                .build()
                .foreignKeys()
                .getFirst();
        return table(
                TRANSACTIONS, "Add foreign key", old -> old.withConstraints(plus(old.constraints(), (Constraint) key)));
    }

    /// The new value is used at once: it must be committed before.
    static Edit adminByDefault() {
        return Edit.of("Admin by default", database -> {
            Database changed = schema(
                    database,
                    "auth",
                    schema -> schema.withEnums(schema.enums().stream()
                            .map(type -> type.name().equals(ROLE) ? withAdmin(type) : type)
                            .toList()));
            return defaultOf(USERS, "role", "'admin'::auth.user_role")
                    .change()
                    .apply(new mana.studio.design.Sketch(changed, List.of()))
                    .database();
        });
    }

    private static EnumType withAdmin(EnumType type) {
        return type.withLabels(plus(type.labels(), "admin"));
    }

    static Edit newTable(String name) {
        Table table = TableBuilder.table("credits", name)
                .notNull("id", "uuid", "gen_random_uuid()")
                .notNull("total", "integer")
                .column("paid_at", "timestamp with time zone")
                .primaryKey("id")
                .build();
        return Edit.of(
                "Create table " + name,
                database -> schema(database, "credits", schema -> schema.withTables(plus(schema.tables(), table))));
    }

    /// Whether the forecast is of the newest design.
    static boolean isSettled(TestSession session) {
        return session.designing().forecast().get() != null
                && session.designing().forecast().get().design()
                        == session.designing().design().get();
    }

    static Identity columnOf(Database database, QualifiedName table, String column) {
        return database.table(table)
                .flatMap(found -> found.column(column))
                .orElseThrow()
                .id();
    }

    private static Edit column(QualifiedName table, String name, UnaryOperator<Column> change) {
        return table(
                table,
                "Change column " + name,
                old -> old.withColumns(old.columns().stream()
                        .map(column -> column.name().equals(name) ? change.apply(column) : column)
                        .toList()));
    }

    static Edit table(QualifiedName name, String label, UnaryOperator<Table> change) {
        return Edit.of(
                label,
                database -> schema(
                        database,
                        name.schema(),
                        schema -> schema.withTables(schema.tables().stream()
                                .map(table -> table.name().equals(name) ? change.apply(table) : table)
                                .toList())));
    }

    static Database schema(Database database, String name, UnaryOperator<Schema> change) {
        return database.withSchemas(database.schemas().stream()
                .map(schema -> schema.name().equals(name) ? change.apply(schema) : schema)
                .toList());
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }
}
