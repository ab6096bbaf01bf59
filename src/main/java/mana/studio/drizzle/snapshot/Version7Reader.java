package mana.studio.drizzle.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads snapshots of version 7, and of 5 and 6, which say less: there an index has names of columns only, an enum of
/// version 5 no schema. What is absent is taken as drizzle-kit takes it.
final class Version7Reader {
    private Version7Reader() {}

    static Snapshot read(JsonPlace root, String version) throws UnreadableSnapshot {
        String id = root.text("id");
        String parent = root.text("prevId");
        root.text("dialect");
        DrizzleSchema schema = new DrizzleSchema(
                schemas(root), enums(root), tables(root), views(root), sequences(root), roles(root), linked(root));
        Optional<JsonNode> meta = root.any("_meta");
        if (meta.isPresent() && hasContent(meta.get())) {
            root.keep("_meta");
        }
        root.done();
        return new Snapshot(version, id, List.of(parent), schema, root.extras(), List.of());
    }

    private static boolean hasContent(JsonNode meta) {
        return !meta.isObject()
                || meta.properties().stream().anyMatch(part -> !part.getValue().isEmpty());
    }

    private static List<String> schemas(JsonPlace root) throws UnreadableSnapshot {
        List<String> names = new ArrayList<>();
        Optional<JsonPlace> map = root.object("schemas");
        if (map.isPresent()) {
            for (String name : map.get().keys()) {
                names.add(map.get().text(name));
            }
        }
        return names;
    }

    private static List<DrizzleEnum> enums(JsonPlace root) throws UnreadableSnapshot {
        List<DrizzleEnum> enums = new ArrayList<>();
        for (JsonPlace place : root.members("enums").values()) {
            String schema = place.textOr("schema", "public");
            enums.add(new DrizzleEnum(new QualifiedName(schema, place.text("name")), values(place)));
            place.done();
        }
        return enums;
    }

    /// Version 5 has them as a map of each value to itself.
    private static List<String> values(JsonPlace place) throws UnreadableSnapshot {
        return place.any("values").filter(JsonNode::isObject).isEmpty()
                ? place.texts("values")
                : place.object("values")
                        .orElseThrow(() -> place.missing("values"))
                        .keys();
    }

    private static List<DrizzleTable> tables(JsonPlace root) throws UnreadableSnapshot {
        List<DrizzleTable> tables = new ArrayList<>();
        for (JsonPlace place : root.membersOf("tables").values()) {
            tables.add(table(place));
        }
        return tables;
    }

    private static DrizzleTable table(JsonPlace place) throws UnreadableSnapshot {
        String schema = schema(place, "schema");
        QualifiedName name = new QualifiedName(schema, place.text("name"));
        DrizzleTable table = new DrizzleTable(
                name,
                columns(place),
                indexes(place),
                foreignKeys(place),
                primaryKeys(place),
                uniques(place),
                checks(place),
                policies(place),
                place.flagOr("isRLSEnabled", false));
        place.done();
        return table;
    }

    /// Drizzle never writes out the schema public here; where someone did, it is said.
    private static String schema(JsonPlace place, String key) throws UnreadableSnapshot {
        String schema = place.textOr(key, "");
        if (schema.equals("public")) {
            place.keep(key);
        }
        return schema.isEmpty() ? "public" : schema;
    }

    private static List<DrizzleColumn> columns(JsonPlace owner) throws UnreadableSnapshot {
        List<DrizzleColumn> columns = new ArrayList<>();
        for (JsonPlace place : owner.membersOf("columns").values()) {
            columns.add(new DrizzleColumn(
                    place.text("name"),
                    place.text("type"),
                    place.textOrNull("typeSchema"),
                    place.flag("primaryKey"),
                    place.flag("notNull"),
                    defaultValue(place.any("default").orElse(null)),
                    generated(place),
                    identity(place)));
            place.done();
        }
        return columns;
    }

    private static @Nullable DefaultValue defaultValue(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isString()) {
            return new DefaultValue.Sql(value.stringValue());
        }
        if (value.isNumber()) {
            return new DefaultValue.Number(Json.literal(value));
        }
        return value.isBoolean()
                ? new DefaultValue.Bool(value.booleanValue())
                : new DefaultValue.Json(Json.compact(value));
    }

    private static @Nullable String generated(JsonPlace column) throws UnreadableSnapshot {
        Optional<JsonPlace> place = column.object("generated");
        if (place.isEmpty()) {
            return null;
        }
        String expression = place.get().text("as");
        place.get().textOr("type", "stored");
        place.get().done();
        return expression;
    }

    private static @Nullable Identity identity(JsonPlace column) throws UnreadableSnapshot {
        Optional<JsonPlace> place = column.object("identity");
        if (place.isEmpty()) {
            return null;
        }
        Identity identity = new Identity(
                place.get().text("type").equals("always"),
                place.get().text("name"),
                place.get().textOrNull("schema"),
                counter(place.get()));
        place.get().done();
        return identity;
    }

    private static Counter counter(JsonPlace place) throws UnreadableSnapshot {
        return new Counter(
                place.numeral("increment"),
                place.numeral("startWith"),
                place.numeral("minValue"),
                place.numeral("maxValue"),
                place.numeral("cache"),
                place.flagOr("cycle", false));
    }

    private static List<DrizzleIndex> indexes(JsonPlace table) throws UnreadableSnapshot {
        List<DrizzleIndex> indexes = new ArrayList<>();
        for (JsonPlace place : table.membersOf("indexes").values()) {
            indexes.add(new DrizzleIndex(
                    place.text("name"),
                    parts(place),
                    place.flag("isUnique"),
                    place.flagOr("concurrently", false),
                    place.textOr("method", "btree"),
                    options(place),
                    place.textOrNull("where")));
            place.done();
        }
        return indexes;
    }

    private static List<DrizzleIndex.Part> parts(JsonPlace index) throws UnreadableSnapshot {
        List<DrizzleIndex.Part> parts = new ArrayList<>();
        for (JsonPlace place : index.elements("columns")) {
            Optional<String> name = place.asText();
            parts.add(name.isPresent() ? new DrizzleIndex.Part(name.get(), false, true, false, null) : part(place));
        }
        return parts;
    }

    private static DrizzleIndex.Part part(JsonPlace object) throws UnreadableSnapshot {
        JsonPlace place = object.mustBeObject();
        DrizzleIndex.Part part = new DrizzleIndex.Part(
                place.text("expression"),
                place.flag("isExpression"),
                place.flag("asc"),
                place.textOr("nulls", "last").equals("first"),
                place.textOrNull("opclass"));
        place.done();
        return part;
    }

    private static Map<String, Object> options(JsonPlace owner) throws UnreadableSnapshot {
        Map<String, Object> options = new LinkedHashMap<>();
        Optional<JsonPlace> place = owner.object("with");
        if (place.isPresent()) {
            for (String key : place.get().keys()) {
                options.put(key, option(place.get(), key));
            }
        }
        return options;
    }

    private static Object option(JsonPlace place, String key) throws UnreadableSnapshot {
        JsonNode value = place.any(key).orElseThrow(() -> place.missing(key));
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? value.bigIntegerValue() : value.decimalValue();
        }
        throw place.wrong("the option \"" + key + "\" is neither text nor number nor true or false");
    }

    private static List<ForeignKey> foreignKeys(JsonPlace table) throws UnreadableSnapshot {
        List<ForeignKey> keys = new ArrayList<>();
        for (JsonPlace place : table.membersOf("foreignKeys").values()) {
            place.textOrNull("tableFrom");
            String schema = schema(place, "schemaTo");
            keys.add(new ForeignKey(
                    place.text("name"),
                    place.texts("columnsFrom"),
                    new QualifiedName(schema, place.text("tableTo")),
                    place.texts("columnsTo"),
                    action(place, "onDelete"),
                    action(place, "onUpdate")));
            place.done();
        }
        return keys;
    }

    private static Action action(JsonPlace place, String key) throws UnreadableSnapshot {
        String words = place.textOr(key, "no action");
        try {
            return Action.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
        } catch (IllegalArgumentException unknown) {
            throw place.wrong("\"" + words + "\" is nothing that a foreign key can do");
        }
    }

    private static List<PrimaryKey> primaryKeys(JsonPlace table) throws UnreadableSnapshot {
        List<PrimaryKey> keys = new ArrayList<>();
        for (JsonPlace place : table.membersOf("compositePrimaryKeys").values()) {
            keys.add(new PrimaryKey(place.textOrNull("name"), place.texts("columns")));
            place.done();
        }
        return keys;
    }

    private static List<Unique> uniques(JsonPlace table) throws UnreadableSnapshot {
        List<Unique> keys = new ArrayList<>();
        for (Map.Entry<String, JsonPlace> member :
                table.members("uniqueConstraints").entrySet()) {
            JsonPlace place = member.getValue();
            keys.add(new Unique(
                    place.textOr("name", member.getKey()),
                    place.flagOr("nullsNotDistinct", false),
                    place.texts("columns")));
            place.done();
        }
        return keys;
    }

    private static List<Check> checks(JsonPlace table) throws UnreadableSnapshot {
        List<Check> checks = new ArrayList<>();
        for (JsonPlace place : table.members("checkConstraints").values()) {
            checks.add(new Check(place.text("name"), place.text("value")));
            place.done();
        }
        return checks;
    }

    private static List<DrizzlePolicy> policies(JsonPlace table) throws UnreadableSnapshot {
        List<DrizzlePolicy> policies = new ArrayList<>();
        for (JsonPlace place : table.members("policies").values()) {
            policies.add(policy(place));
            place.done();
        }
        return policies;
    }

    private static DrizzlePolicy policy(JsonPlace place) throws UnreadableSnapshot {
        return new DrizzlePolicy(
                place.text("name"),
                place.textOr("as", "PERMISSIVE").equals("PERMISSIVE"),
                place.textOr("for", "ALL"),
                place.any("to").isPresent() ? place.texts("to") : List.of("public"),
                place.textOrNull("using"),
                place.textOrNull("withCheck"));
    }

    private static List<LinkedPolicy> linked(JsonPlace root) throws UnreadableSnapshot {
        List<LinkedPolicy> policies = new ArrayList<>();
        for (JsonPlace place : root.members("policies").values()) {
            String schema = place.textOr("schema", "public");
            QualifiedName table = new QualifiedName(schema, LinkedTable.name(place.text("on"), schema));
            policies.add(new LinkedPolicy(table, policy(place)));
            place.done();
        }
        return policies;
    }

    private static List<DrizzleSequence> sequences(JsonPlace root) throws UnreadableSnapshot {
        List<DrizzleSequence> sequences = new ArrayList<>();
        for (JsonPlace place : root.members("sequences").values()) {
            QualifiedName name = new QualifiedName(place.textOr("schema", "public"), place.text("name"));
            sequences.add(new DrizzleSequence(name, counter(place)));
            place.done();
        }
        return sequences;
    }

    private static List<DrizzleRole> roles(JsonPlace root) throws UnreadableSnapshot {
        List<DrizzleRole> roles = new ArrayList<>();
        for (JsonPlace place : root.members("roles").values()) {
            roles.add(new DrizzleRole(
                    place.text("name"),
                    place.flagOr("createDb", false),
                    place.flagOr("createRole", false),
                    place.flagOr("inherit", true)));
            place.done();
        }
        return roles;
    }

    private static List<DrizzleView> views(JsonPlace root) throws UnreadableSnapshot {
        List<DrizzleView> views = new ArrayList<>();
        for (JsonPlace place : root.members("views").values()) {
            views.add(new DrizzleView(
                    new QualifiedName(place.textOr("schema", "public"), place.text("name")),
                    columns(place),
                    place.textOrNull("definition"),
                    place.flag("materialized"),
                    place.flag("isExisting"),
                    options(place),
                    place.flagOr("withNoData", false),
                    place.textOrNull("using"),
                    place.textOrNull("tablespace")));
            place.done();
        }
        return views;
    }
}
