package mana.studio.drizzle.snapshot;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.Counter;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.drizzle.model.DrizzleColumn.Identity;
import mana.studio.drizzle.model.DrizzleIndex;
import mana.studio.drizzle.model.DrizzlePolicy;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleEnum;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleRole;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleSequence;
import mana.studio.drizzle.model.DrizzleSchema.LinkedPolicy;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.Action;
import mana.studio.drizzle.model.DrizzleTable.Check;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.model.DrizzleTable.PrimaryKey;
import mana.studio.drizzle.model.DrizzleTable.Unique;
import mana.studio.drizzle.model.DrizzleView;
import mana.studio.drizzle.snapshot.Snapshot.Extra;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes version 7 as drizzle-kit 0.31 does: the order of its keys, and nothing that is absent.
final class Version7Writer {
    private Version7Writer() {}

    static ObjectNode write(Snapshot snapshot) {
        DrizzleSchema schema = snapshot.schema();
        ObjectNode root = Json.object();
        root.put("id", snapshot.id());
        root.put(
                "prevId",
                snapshot.parents().isEmpty()
                        ? Snapshot.ORIGIN
                        : snapshot.parents().getFirst());
        root.put("version", "7");
        root.put("dialect", "postgresql");
        root.set("tables", map(schema.tables(), table -> table.name().toString(), Version7Writer::table));
        root.set("enums", map(schema.enums(), type -> type.name().toString(), Version7Writer::enumType));
        ObjectNode schemas = root.putObject("schemas");
        schema.schemas().forEach(name -> schemas.put(name, name));
        root.set(
                "sequences", map(schema.sequences(), sequence -> sequence.name().toString(), Version7Writer::sequence));
        root.set("roles", map(schema.roles(), DrizzleRole::name, Version7Writer::role));
        root.set("policies", map(schema.policies(), linked -> linked.policy().name(), Version7Writer::linkedPolicy));
        root.set("views", map(schema.views(), view -> view.name().toString(), Version7Writer::view));
        root.set("_meta", meta());
        snapshot.extras().stream()
                .filter(Extra::isTop)
                .forEach(extra -> root.set(extra.key(), Json.read(extra.json())));
        return root;
    }

    private static ObjectNode meta() {
        ObjectNode meta = Json.object();
        List.of("columns", "schemas", "tables").forEach(meta::putObject);
        return meta;
    }

    private static <T> ObjectNode map(List<T> things, Function<T, String> key, Function<T, JsonNode> value) {
        ObjectNode map = Json.object();
        things.forEach(thing -> map.set(key.apply(thing), value.apply(thing)));
        return map;
    }

    private static void putNonNull(ObjectNode node, String key, @Nullable String text) {
        if (text != null) {
            node.put(key, text);
        }
    }

    private static ObjectNode table(DrizzleTable table) {
        ObjectNode node = Json.object();
        node.put("name", table.name().name());
        node.put(
                "schema",
                table.name().schema().equals("public") ? "" : table.name().schema());
        node.set("columns", map(table.columns(), DrizzleColumn::name, Version7Writer::column));
        node.set("indexes", map(table.indexes(), DrizzleIndex::name, Version7Writer::index));
        node.set("foreignKeys", map(table.foreignKeys(), ForeignKey::name, key -> foreignKey(table.name(), key)));
        node.set(
                "compositePrimaryKeys",
                map(
                        table.primaryKeys(),
                        key -> DefaultNames.primaryKey(table.name(), key),
                        key -> primaryKey(table, key)));
        node.set("uniqueConstraints", map(table.uniques(), Unique::name, Version7Writer::unique));
        node.set("policies", map(table.policies(), DrizzlePolicy::name, Version7Writer::policy));
        node.set("checkConstraints", map(table.checks(), Check::name, Version7Writer::check));
        node.put("isRLSEnabled", table.rowSecurity());
        return node;
    }

    private static ObjectNode column(DrizzleColumn column) {
        ObjectNode node = Json.object();
        node.put("name", column.name());
        node.put("type", column.type());
        putNonNull(node, "typeSchema", column.typeSchema());
        node.put("primaryKey", column.primaryKey());
        node.put("notNull", column.notNull());
        if (column.generatedAs() != null) {
            node.putObject("generated").put("as", column.generatedAs()).put("type", "stored");
        }
        if (column.identity() != null) {
            node.set("identity", identity(column.identity()));
        }
        if (column.defaultValue() != null) {
            node.set("default", defaultValue(column.defaultValue()));
        }
        return node;
    }

    private static JsonNode defaultValue(DefaultValue value) {
        return switch (value) {
            case DefaultValue.Sql sql -> JsonNodeFactory.instance.stringNode(sql.text());
            case DefaultValue.Number number -> Json.raw(number.literal());
            case DefaultValue.Bool bool -> JsonNodeFactory.instance.booleanNode(bool.value());
            case DefaultValue.Json json -> Json.read(json.text());
        };
    }

    private static ObjectNode identity(Identity identity) {
        ObjectNode node = Json.object();
        node.put("type", identity.always() ? "always" : "byDefault");
        node.put("name", identity.sequence());
        putNonNull(node, "schema", identity.schema());
        return counter(node, identity.counter());
    }

    private static ObjectNode counter(ObjectNode node, Counter counter) {
        node.put("increment", counter.increment());
        node.put("startWith", counter.startWith());
        node.put("minValue", counter.minValue());
        node.put("maxValue", counter.maxValue());
        node.put("cache", counter.cache());
        return node.put("cycle", counter.cycle());
    }

    private static ObjectNode index(DrizzleIndex index) {
        ObjectNode node = Json.object();
        node.put("name", index.name());
        ArrayNode columns = node.putArray("columns");
        index.parts().forEach(part -> columns.add(part(part)));
        node.put("isUnique", index.unique());
        putNonNull(node, "where", index.where());
        node.put("concurrently", index.concurrently());
        node.put("method", index.method());
        node.set("with", Json.options(index.with()));
        return node;
    }

    /// Expressions come out of another branch of drizzle-kit, with another order of keys.
    private static ObjectNode part(DrizzleIndex.Part part) {
        ObjectNode node = Json.object();
        node.put("expression", part.expression());
        if (part.isExpression()) {
            node.put("asc", part.ascending()).put("isExpression", true);
        } else {
            node.put("isExpression", false).put("asc", part.ascending());
        }
        node.put("nulls", part.nullsFirst() ? "first" : "last");
        putNonNull(node, "opclass", part.opclass());
        return node;
    }

    private static ObjectNode foreignKey(QualifiedName table, ForeignKey key) {
        ObjectNode node = Json.object();
        node.put("name", key.name());
        node.put("tableFrom", table.name());
        node.put("tableTo", key.target().name());
        if (!key.target().schema().equals("public")) {
            node.put("schemaTo", key.target().schema());
        }
        node.set("columnsFrom", Json.texts(key.columns()));
        node.set("columnsTo", Json.texts(key.targetColumns()));
        node.put("onDelete", action(key.onDelete()));
        return node.put("onUpdate", action(key.onUpdate()));
    }

    private static String action(Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static ObjectNode primaryKey(DrizzleTable table, PrimaryKey key) {
        ObjectNode node = Json.object().put("name", DefaultNames.primaryKey(table.name(), key));
        node.set("columns", Json.texts(key.columns()));
        return node;
    }

    private static ObjectNode unique(Unique key) {
        ObjectNode node = Json.object().put("name", key.name()).put("nullsNotDistinct", key.nullsNotDistinct());
        node.set("columns", Json.texts(key.columns()));
        return node;
    }

    private static ObjectNode check(Check check) {
        return Json.object().put("name", check.name()).put("value", check.value());
    }

    private static ObjectNode policy(DrizzlePolicy policy) {
        ObjectNode node = Json.object();
        node.put("name", policy.name());
        node.put("as", policy.permissive() ? "PERMISSIVE" : "RESTRICTIVE");
        node.put("for", policy.command());
        node.set("to", Json.texts(policy.roles()));
        putNonNull(node, "using", policy.using());
        putNonNull(node, "withCheck", policy.withCheck());
        return node;
    }

    private static ObjectNode linkedPolicy(LinkedPolicy linked) {
        return policy(linked.policy()).put("schema", linked.on().schema()).put("on", LinkedTable.text(linked.on()));
    }

    private static ObjectNode enumType(DrizzleEnum type) {
        ObjectNode node = Json.object()
                .put("name", type.name().name())
                .put("schema", type.name().schema());
        node.set("values", Json.texts(type.values()));
        return node;
    }

    private static ObjectNode sequence(DrizzleSequence sequence) {
        ObjectNode node = Json.object()
                .put("name", sequence.name().name())
                .put("schema", sequence.name().schema());
        return counter(node, sequence.counter());
    }

    private static ObjectNode role(DrizzleRole role) {
        return Json.object()
                .put("name", role.name())
                .put("createDb", role.createDb())
                .put("createRole", role.createRole())
                .put("inherit", role.inherit());
    }

    private static ObjectNode view(DrizzleView view) {
        ObjectNode node = Json.object();
        node.set("columns", map(view.columns(), DrizzleColumn::name, Version7Writer::column));
        putNonNull(node, "definition", view.definition());
        node.put("name", view.name().name());
        node.put("schema", view.name().schema());
        node.put("isExisting", view.existing());
        if (!view.with().isEmpty()) {
            node.set("with", Json.options(view.with()));
        }
        if (view.withNoData()) {
            node.put("withNoData", true);
        }
        node.put("materialized", view.materialized());
        putNonNull(node, "tablespace", view.tablespace());
        putNonNull(node, "using", view.using());
        return node;
    }
}
