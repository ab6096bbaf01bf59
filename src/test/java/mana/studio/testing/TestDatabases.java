package mana.studio.testing;

import static mana.studio.testing.TableBuilder.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mana.studio.catalog.Snapshot;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Extension;
import mana.studio.schema.Identity;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.SequenceOptions;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// Databases made of nothing but words, for tests of what shows them.
public final class TestDatabases {
    private static final List<String> NOUNS = List.of(
            "users",
            "sessions",
            "transactions",
            "balances",
            "events",
            "messages",
            "invoices",
            "plans",
            "orders",
            "feedback_items",
            "email_templates",
            "payment_methods",
            "audit_entries",
            "devices",
            "locations");

    private TestDatabases() {}

    /// A small platform: accounts, credits, partitioned events, a view, types, a function.
    public static Database platform() {
        return database(
                users().build(),
                sessions(),
                transactions(),
                events(),
                partition(1),
                partition(2),
                activeUsers(),
                new EnumType(
                        Identity.fresh(),
                        new QualifiedName("auth", "user_role"),
                        "postgres",
                        "What a person may do",
                        Privileges.DEFAULT,
                        List.of("guest", "member", "admin")),
                sequence(),
                touch());
    }

    public static TableBuilder users() {
        return table("auth", "users")
                .notNull("id", "uuid", "gen_random_uuid()")
                .documented("email", "text", "Where we write to; unique whatever its case")
                .column("name", "text")
                .enumColumn("role", "auth", "user_role")
                .generated("email_lower", "text", "lower(email)")
                .column("preferences", "jsonb")
                .notNull("created_at", "timestamp with time zone", "now()")
                .column("deleted_at", "timestamp with time zone")
                .primaryKey("id")
                .unique("email")
                .check("users_email_check", "((email ~~ '%@%'::text))")
                .index("idx_users_created_at", "created_at")
                .index("idx_users_active", false, "(deleted_at IS NULL)", "role", "created_at")
                .trigger(
                        "touch_users",
                        "CREATE TRIGGER touch_users BEFORE UPDATE ON auth.users FOR EACH ROW"
                                + " EXECUTE FUNCTION auth.touch()")
                .policy("own_row", "(id = (current_setting('app.user_id'::text))::uuid)")
                .grant("mana_app", "SELECT", "INSERT", "UPDATE")
                .comment("Everyone who ever signed up. Never deleted: deleted_at marks who left.");
    }

    private static Table sessions() {
        return table("auth", "sessions")
                .notNull("id", "uuid", "gen_random_uuid()")
                .notNull("user_id", "uuid")
                .notNull("token", "text")
                .column("ip_address", "inet")
                .notNull("expires_at", "timestamp with time zone")
                .primaryKey("id")
                .unique("token")
                .references("user_id", "auth", "users", "id")
                .index("idx_sessions_user_id", "user_id")
                .build();
    }

    private static Table transactions() {
        return table("credits", "transactions")
                .notNull("id", "uuid", "gen_random_uuid()")
                .notNull("user_id", "uuid")
                .notNull("amount", "integer")
                .column("description", "text")
                .notNull("created_at", "timestamp with time zone", "now()")
                .primaryKey("id")
                .references("user_id", "auth", "users", "id")
                .index("idx_transactions_user_id_created_at", "user_id", "created_at")
                .check("transactions_amount_check", "((amount <> 0))")
                .build();
    }

    private static Table events() {
        return table("events", "page_views")
                .notNull("id", "bigint")
                .notNull("seen_at", "timestamp with time zone")
                .column("path", "text")
                .partitionedBy("RANGE (seen_at)")
                .build();
    }

    private static Table partition(int month) {
        return table("events", "page_views_2026_0" + month)
                .notNull("id", "bigint")
                .notNull("seen_at", "timestamp with time zone")
                .column("path", "text")
                .partitionOf(
                        "events",
                        "page_views",
                        "FOR VALUES FROM ('2026-0%d-01 00:00:00+00') TO ('2026-0%d-01 00:00:00+00')"
                                .formatted(month, month + 1))
                .build();
    }

    private static View activeUsers() {
        List<Column> columns = users().build().columns().subList(0, 3);
        return new View(
                Identity.fresh(),
                new QualifiedName("auth", "active_users"),
                "postgres",
                null,
                Privileges.DEFAULT,
                false,
                columns,
                """
                 SELECT users.id,
                    users.email,
                    users.name
                   FROM auth.users
                  WHERE (users.deleted_at IS NULL)""",
                List.of(),
                List.of(),
                List.of(),
                true,
                null,
                null);
    }

    private static Sequence sequence() {
        return new Sequence(
                Identity.fresh(),
                new QualifiedName("credits", "invoice_number"),
                "postgres",
                null,
                Privileges.DEFAULT,
                new SequenceOptions("bigint", 1000, 1, 1, Long.MAX_VALUE, 1, false),
                false,
                null);
    }

    private static Routine touch() {
        return new Routine(
                Identity.fresh(),
                new QualifiedName("auth", "touch"),
                "postgres",
                null,
                Privileges.DEFAULT,
                Routine.Kind.FUNCTION,
                "",
                "trigger",
                "plpgsql",
                """
                CREATE OR REPLACE FUNCTION auth.touch()
                 RETURNS trigger
                 LANGUAGE plpgsql
                AS $function$
                BEGIN
                    NEW.updated_at := now();
                    UPDATE auth.users SET name = name;
                    RETURN NEW;
                END
                $function$
                """);
    }

    /// A table with names and texts as long as they get.
    public static Table wide() {
        return table("event_discovery", "user_subscription_notification_preference_overrides_history")
                .notNull("user_subscription_notification_preference_override_history_id", "uuid", "gen_random_uuid()")
                .notNull("external_subscription_identifier", "character varying(255)", "'none'::character varying")
                .documented(
                        "payload",
                        "jsonb",
                        "What the payment provider sent, word for word; kept for two years because"
                                + " the law of some countries asks for it, and then removed by the nightly job")
                .notNull("owner_id", "uuid")
                .primaryKey("user_subscription_notification_preference_override_history_id")
                .references("owner_id", "event_discovery", "user_subscription_notification_preferences", "id")
                .check(
                        "user_subscription_notification_preference_overrides_check",
                        "(((external_subscription_identifier)::text = ANY ((ARRAY['none'::character varying,"
                                + " 'stripe'::character varying, 'paddle'::character varying])::text[])))")
                .index(
                        "idx_user_subscription_notification_preference_overrides_history",
                        true,
                        "(((payload ->> 'kind'::text) = 'override'::text) AND (owner_id IS NOT NULL))",
                        "external_subscription_identifier",
                        "owner_id")
                .comment("Every change anybody made to how a subscription tells of itself.")
                .build();
    }

    /// The same as {@link #platform}, with sizes.
    public static Snapshot platformSnapshot() {
        return new Snapshot(
                platform(),
                Map.of(
                        new QualifiedName("auth", "users"), new RelationSize(12_480, 1_835_008),
                        new QualifiedName("credits", "transactions"), new RelationSize(200_000, 21_000_000),
                        new QualifiedName("auth", "sessions"), new RelationSize(-1, 0)),
                Instant.parse("2026-11-21T10:00:00Z"));
    }

    public static Snapshot snapshot(Database database) {
        return new Snapshot(database, Map.of(), Instant.parse("2026-11-21T10:00:00Z"));
    }

    /// Tables of thirteen columns in twenty-five schemas, all rows known.
    public static Snapshot large(int tables) {
        List<SchemaObject> objects = IntStream.range(0, tables)
                .<SchemaObject>mapToObj(TestDatabases::largeTable)
                .toList();
        Map<QualifiedName, RelationSize> sizes = new TreeMap<>();
        objects.forEach(object -> sizes.put(object.name(), new RelationSize(1_000, 8_192)));
        return new Snapshot(database(objects.toArray(SchemaObject[]::new)), sizes, Instant.EPOCH);
    }

    private static Table largeTable(int number) {
        String noun = NOUNS.get(number % NOUNS.size());
        TableBuilder table = table("service_%02d".formatted(number % 25), noun + "_" + number)
                .notNull("id", "uuid", "gen_random_uuid()")
                .notNull("user_id", "text");
        Stream.of(
                        "status",
                        "kind",
                        "title",
                        "description",
                        "external_reference",
                        "amount",
                        "is_active",
                        "metadata",
                        "created_at",
                        "updated_at",
                        "deleted_at")
                .forEach(column -> table.column(column, "text"));
        return table.primaryKey("id")
                .index("idx_" + noun + "_" + number + "_user_id", "user_id")
                .build();
    }

    /// A database of these objects, in the schemas that they name.
    public static Database database(SchemaObject... objects) {
        Map<String, List<SchemaObject>> bySchema = new TreeMap<>();
        Arrays.stream(objects)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(object -> bySchema.computeIfAbsent(object.name().schema(), _ -> new ArrayList<>())
                        .add(object));
        List<Schema> schemas = bySchema.entrySet().stream()
                .map(entry -> schema(entry.getKey(), entry.getValue()))
                .toList();
        return new Database(
                "mana_platform",
                180_006,
                "postgres",
                null,
                schemas,
                List.of(new Extension(Identity.fresh(), "pgcrypto", "public", "1.3", null)),
                List.of(OtherObject.unknown("aggregate", "credits", "total(integer)", null)),
                List.of());
    }

    public static Schema schema(String name, List<? extends SchemaObject> objects) {
        return new Schema(
                Identity.fresh(),
                name,
                "postgres",
                null,
                Privileges.DEFAULT,
                of(Table.class, objects),
                of(View.class, objects),
                of(Sequence.class, objects),
                of(EnumType.class, objects),
                of(DomainType.class, objects),
                of(CompositeType.class, objects),
                of(Routine.class, objects));
    }

    private static <T extends SchemaObject> List<T> of(Class<T> kind, List<? extends SchemaObject> objects) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
