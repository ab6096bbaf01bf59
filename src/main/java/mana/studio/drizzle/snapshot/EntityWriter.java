package mana.studio.drizzle.snapshot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.drizzle.model.DrizzleIndex;
import mana.studio.drizzle.model.DrizzlePolicy;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.Action;
import mana.studio.drizzle.model.DrizzleView;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The entities of version 8 for a schema in Drizzle's words, in the order in which 1.0 writes them, every key there.
final class EntityWriter {
    private static final List<String> VIEW_OPTIONS = List.of(
            "checkOption",
            "securityBarrier",
            "securityInvoker",
            "autovacuumEnabled",
            "autovacuumFreezeMaxAge",
            "autovacuumFreezeMinAge",
            "autovacuumFreezeTableAge",
            "autovacuumMultixactFreezeMaxAge",
            "autovacuumMultixactFreezeMinAge",
            "autovacuumMultixactFreezeTableAge",
            "autovacuumVacuumCostDelay",
            "autovacuumVacuumCostLimit",
            "autovacuumVacuumScaleFactor",
            "autovacuumVacuumThreshold",
            "fillfactor",
            "logAutovacuumMinDuration",
            "parallelWorkers",
            "toastTupleTarget",
            "userCatalogTable",
            "vacuumIndexCleanup",
            "vacuumTruncate");
    private static final Pattern DIMENSIONS = Pattern.compile("\\[\\d*]");
    private static final Pattern JSON_CAST = Pattern.compile("'::jsonb?$");

    private final List<ObjectNode> rows = new ArrayList<>();

    private EntityWriter() {}

    static List<ObjectNode> of(DrizzleSchema schema) {
        EntityWriter writer = new EntityWriter();
        schema.schemas().forEach(name -> writer.row(EntityType.SCHEMAS, Json.object(), "", "", name));
        schema.enums().forEach(type -> {
            ObjectNode row = Json.object();
            row.set("values", Json.texts(type.values()));
            writer.row(EntityType.ENUMS, row, type.name());
        });
        schema.tables()
                .forEach(table -> writer.row(
                        EntityType.TABLES,
                        Json.object()
                                .put(
                                        "isRlsEnabled",
                                        table.rowSecurity() || !table.policies().isEmpty()),
                        table.name()));
        schema.tables().forEach(writer::parts);
        schema.sequences()
                .forEach(sequence -> writer.row(
                        EntityType.SEQUENCES,
                        Json.object()
                                .put("incrementBy", sequence.counter().increment())
                                .put("minValue", sequence.counter().minValue())
                                .put("maxValue", sequence.counter().maxValue())
                                .put("startWith", sequence.counter().startWith())
                                .put(
                                        "cacheSize",
                                        new BigInteger(sequence.counter().cache()))
                                .put("cycle", sequence.counter().cycle()),
                        sequence.name()));
        schema.roles()
                .forEach(role -> writer.row(
                        EntityType.ROLES,
                        Json.object()
                                .put("superuser", false)
                                .put("createDb", role.createDb())
                                .put("createRole", role.createRole())
                                .put("inherit", role.inherit())
                                .put("canLogin", false)
                                .put("replication", false)
                                .put("bypassRls", false)
                                .put("connLimit", -1)
                                .putNull("password")
                                .putNull("validUntil"),
                        "",
                        "",
                        role.name()));
        schema.policies().forEach(linked -> writer.policy(linked.on(), linked.policy()));
        schema.views().stream().filter(view -> !view.existing()).forEach(writer::view);
        return writer.rows;
    }

    private void row(EntityType type, ObjectNode row, QualifiedName name) {
        row(type, row, name.schema(), "", name.name());
    }

    private void row(EntityType type, ObjectNode row, String schema, String table, String name) {
        row.put("name", name).put("entityType", type.word());
        if (type.place() != EntityType.Place.DATABASE) {
            row.put("schema", schema);
        }
        if (type.place() == EntityType.Place.TABLE) {
            row.put("table", table);
        }
        rows.add(row);
    }

    private void part(EntityType type, ObjectNode row, QualifiedName table, String name) {
        row(type, row, table.schema(), table.name(), name);
    }

    private void parts(DrizzleTable table) {
        QualifiedName name = table.name();
        table.columns().forEach(column -> part(EntityType.COLUMNS, column(column), name, column.name()));
        table.indexes().forEach(index -> part(EntityType.INDEXES, index(name, index), name, index.name()));
        table.foreignKeys().forEach(key -> part(EntityType.FKS, foreignKey(name, key), name, key.name()));
        primaryKeys(table);
        table.uniques().forEach(key -> {
            ObjectNode row = Json.object();
            row.put(
                    "nameExplicit",
                    Stream.of("key", "unique")
                            .noneMatch(end -> key.name().equals(joined(name.name(), key.columns(), end))));
            row.set("columns", Json.texts(key.columns()));
            part(EntityType.UNIQUES, row.put("nullsNotDistinct", key.nullsNotDistinct()), name, key.name());
        });
        table.checks()
                .forEach(check ->
                        part(EntityType.CHECKS, Json.object().put("value", check.value()), name, check.name()));
        table.policies().forEach(policy -> policy(name, policy));
    }

    private static String joined(String start, List<String> columns, String end) {
        return Stream.of(List.of(start), columns, List.of(end))
                .flatMap(List::stream)
                .collect(Collectors.joining("_"));
    }

    private static ObjectNode column(DrizzleColumn column) {
        ObjectNode row = Json.object();
        String bare = DIMENSIONS.matcher(column.type()).replaceAll("");
        row.put("type", bare.replace(", ", ",").replace("timestamp (", "timestamp("));
        row.put("typeSchema", column.typeSchema());
        row.put("notNull", column.notNull());
        row.put("dimensions", DIMENSIONS.matcher(column.type()).results().count());
        row.put("default", defaultValue(column));
        if (column.generatedAs() == null) {
            row.putNull("generated");
        } else {
            row.putObject("generated").put("as", column.generatedAs()).put("type", "stored");
        }
        DrizzleColumn.Identity identity = column.identity();
        if (identity == null) {
            row.putNull("identity");
        } else {
            row.putObject("identity")
                    .put("type", identity.always() ? "always" : "byDefault")
                    .put("name", identity.sequence())
                    .put("increment", identity.counter().increment())
                    .put("startWith", identity.counter().startWith())
                    .put("minValue", identity.counter().minValue())
                    .put("maxValue", identity.counter().maxValue())
                    .put("cache", new BigInteger(identity.counter().cache()))
                    .put("cycle", identity.counter().cycle());
        }
        return row;
    }

    /// Texts always, JSON without its cast.
    private static @Nullable String defaultValue(DrizzleColumn column) {
        DefaultValue value = column.defaultValue();
        if (value == null) {
            return null;
        }
        String sql = DefaultSql.of(column, value);
        return column.type().startsWith("json") ? JSON_CAST.matcher(sql).replaceFirst("'") : sql;
    }

    private static ObjectNode index(QualifiedName table, DrizzleIndex index) {
        ObjectNode row = Json.object();
        List<String> columns =
                index.parts().stream().map(DrizzleIndex.Part::expression).toList();
        row.put("nameExplicit", !index.name().equals(joined(table.name(), columns, "index")));
        ArrayNode parts = row.putArray("columns");
        for (DrizzleIndex.Part part : index.parts()) {
            ObjectNode node = parts.addObject()
                    .put("value", part.expression())
                    .put("isExpression", part.isExpression())
                    .put("asc", part.ascending())
                    .put("nullsFirst", part.nullsFirst());
            if (part.opclass() == null) {
                node.putNull("opclass");
            } else {
                node.putObject("opclass").put("name", part.opclass()).put("default", false);
            }
        }
        row.put("isUnique", index.unique());
        row.put("where", index.where());
        row.put(
                "with",
                index.with().entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .collect(Collectors.joining(", ")));
        return row.put("method", index.method()).put("concurrently", index.concurrently());
    }

    private static ObjectNode foreignKey(QualifiedName table, DrizzleTable.ForeignKey key) {
        ObjectNode row = Json.object();
        List<String> words = Stream.of(key.columns(), List.of(key.target().name()), key.targetColumns())
                .flatMap(List::stream)
                .toList();
        row.put("nameExplicit", !key.name().equals(joined(table.name(), words, "fkey")));
        row.set("columns", Json.texts(key.columns()));
        row.put("schemaTo", key.target().schema());
        row.put("tableTo", key.target().name());
        row.set("columnsTo", Json.texts(key.targetColumns()));
        return row.put("onUpdate", action(key.onUpdate())).put("onDelete", action(key.onDelete()));
    }

    private static String action(Action action) {
        return action.name().replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    private void primaryKeys(DrizzleTable table) {
        String usual = table.name().name() + "_pkey";
        for (DrizzleTable.PrimaryKey key : table.primaryKeys()) {
            primaryKey(table.name(), key.name() == null ? usual : key.name(), key.columns());
        }
        table.columns().stream()
                .filter(DrizzleColumn::primaryKey)
                .forEach(column -> primaryKey(table.name(), usual, List.of(column.name())));
    }

    private void primaryKey(QualifiedName table, String name, List<String> columns) {
        ObjectNode row = Json.object();
        row.set("columns", Json.texts(columns));
        row.put("nameExplicit", !name.equals(table.name() + "_pkey"));
        part(EntityType.PKS, row, table, name);
    }

    private void policy(QualifiedName table, DrizzlePolicy policy) {
        ObjectNode row = Json.object();
        row.put("as", policy.permissive() ? "PERMISSIVE" : "RESTRICTIVE");
        row.put("for", policy.command());
        row.set("roles", Json.texts(policy.roles()));
        row.put("using", policy.using()).put("withCheck", policy.withCheck());
        part(EntityType.POLICIES, row, table, policy.name());
    }

    private void view(DrizzleView view) {
        ObjectNode row = Json.object();
        row.put("definition", view.definition());
        if (view.with().isEmpty()) {
            row.putNull("with");
        } else {
            ObjectNode with = row.putObject("with");
            VIEW_OPTIONS.forEach(option -> with.set(option, option(view.with(), option)));
        }
        if (view.withNoData()) {
            row.put("withNoData", true);
        } else {
            row.putNull("withNoData");
        }
        row.put("using", view.using());
        row.put("tablespace", view.tablespace()).put("materialized", view.materialized());
        row(EntityType.VIEWS, row, view.name());
    }

    private static JsonNode option(Map<String, Object> options, String name) {
        Object value = options.get(name);
        return value == null ? JsonNodeFactory.instance.nullNode() : Json.value(value);
    }
}
