package mana.studio.drizzle.snapshot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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

/// Reads the entities of versions 8 and 9 into Drizzle's words. Types are spelled as version 7 spells them; defaults
/// are
/// texts, as 1.0 has them.
final class EntityReader {
    private static final Pattern SCALE = Pattern.compile("^numeric\\((\\d+),(\\d+)\\)");
    private static final Pattern PRECISION = Pattern.compile("^timestamp\\(");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Map<EntityType, List<JsonPlace>> rows = new EnumMap<>(EntityType.class);

    private EntityReader() {
        for (EntityType type : EntityType.values()) {
            rows.put(type, new ArrayList<>());
        }
    }

    static DrizzleSchema read(List<JsonPlace> entities) throws UnreadableSnapshot {
        EntityReader reader = new EntityReader();
        for (JsonPlace entity : entities) {
            Optional<EntityType> type = entity.mustBeObject().type();
            if (type.isPresent()) {
                reader.of(type.get()).add(entity);
            }
        }
        return reader.schema();
    }

    private List<JsonPlace> of(EntityType type) {
        return rows.getOrDefault(type, List.of());
    }

    private DrizzleSchema schema() throws UnreadableSnapshot {
        List<String> schemas = new ArrayList<>();
        for (JsonPlace row : of(EntityType.SCHEMAS)) {
            schemas.add(row.text("name"));
        }
        return new DrizzleSchema(schemas, enums(), tables(), views(), sequences(), roles(), linkedPolicies());
    }

    private static QualifiedName name(JsonPlace row) throws UnreadableSnapshot {
        return new QualifiedName(row.text("schema"), row.text("name"));
    }

    private static QualifiedName table(JsonPlace row) throws UnreadableSnapshot {
        return new QualifiedName(row.text("schema"), row.text("table"));
    }

    private List<DrizzleEnum> enums() throws UnreadableSnapshot {
        List<DrizzleEnum> enums = new ArrayList<>();
        for (JsonPlace row : of(EntityType.ENUMS)) {
            enums.add(new DrizzleEnum(name(row), row.texts("values")));
        }
        return enums;
    }

    /// The entities of one kind that belong to a table.
    private List<JsonPlace> of(EntityType type, QualifiedName table) throws UnreadableSnapshot {
        List<JsonPlace> own = new ArrayList<>();
        for (JsonPlace row : of(type)) {
            if (table(row).equals(table)) {
                own.add(row);
            }
        }
        return own;
    }

    private List<DrizzleTable> tables() throws UnreadableSnapshot {
        List<DrizzleTable> tables = new ArrayList<>();
        for (JsonPlace row : of(EntityType.TABLES)) {
            QualifiedName name = name(row);
            List<DrizzlePolicy> policies = new ArrayList<>();
            for (JsonPlace policy : of(EntityType.POLICIES, name)) {
                policies.add(policy(policy));
            }
            tables.add(new DrizzleTable(
                    name,
                    columns(name),
                    indexes(name),
                    foreignKeys(name),
                    primaryKeys(name),
                    uniques(name),
                    checks(name),
                    policies,
                    row.flag("isRlsEnabled") && policies.isEmpty()));
        }
        return tables;
    }

    private List<DrizzleColumn> columns(QualifiedName table) throws UnreadableSnapshot {
        Optional<String> key = Optional.empty();
        for (JsonPlace row : of(EntityType.PKS, table)) {
            key = isAtColumn(row) ? Optional.of(row.texts("columns").getFirst()) : key;
        }
        List<DrizzleColumn> columns = new ArrayList<>();
        for (JsonPlace row : of(EntityType.COLUMNS, table)) {
            String name = row.text("name");
            String value = row.textOrNull("default");
            columns.add(new DrizzleColumn(
                    name,
                    type(row),
                    row.textOrNull("typeSchema"),
                    key.filter(name::equals).isPresent(),
                    row.flag("notNull"),
                    value == null ? null : new DefaultValue.Sql(value),
                    generated(row),
                    identity(row)));
        }
        return columns;
    }

    /// A key of one column that was given no name is written at the column.
    private static boolean isAtColumn(JsonPlace key) throws UnreadableSnapshot {
        return !key.flag("nameExplicit") && key.texts("columns").size() == 1;
    }

    private static String type(JsonPlace column) throws UnreadableSnapshot {
        String type = column.text("type");
        String spaced = PRECISION
                .matcher(SCALE.matcher(type).replaceFirst("numeric($1, $2)"))
                .replaceFirst("timestamp (");
        return spaced + "[]".repeat(dimensions(column));
    }

    /// Null for an array whose size is declared: 1.0 misreads it.
    private static int dimensions(JsonPlace column) throws UnreadableSnapshot {
        return column.any("dimensions").isEmpty() ? 0 : Integer.parseInt(column.numeral("dimensions"));
    }

    private static @Nullable String generated(JsonPlace column) throws UnreadableSnapshot {
        Optional<JsonPlace> generated = column.object("generated");
        return generated.isPresent() ? generated.get().text("as") : null;
    }

    private static @Nullable Identity identity(JsonPlace column) throws UnreadableSnapshot {
        Optional<JsonPlace> identity = column.object("identity");
        if (identity.isEmpty()) {
            return null;
        }
        JsonPlace place = identity.get();
        Counter counter = new Counter(
                place.numeral("increment"),
                place.numeral("startWith"),
                place.numeral("minValue"),
                place.numeral("maxValue"),
                place.numeral("cache"),
                place.flagOr("cycle", false));
        return new Identity(place.text("type").equals("always"), place.text("name"), null, counter);
    }

    private List<DrizzleIndex> indexes(QualifiedName table) throws UnreadableSnapshot {
        List<DrizzleIndex> indexes = new ArrayList<>();
        for (JsonPlace row : of(EntityType.INDEXES, table)) {
            List<DrizzleIndex.Part> parts = new ArrayList<>();
            for (JsonPlace part : row.elements("columns")) {
                Optional<JsonPlace> operatorClass = part.mustBeObject().object("opclass");
                parts.add(new DrizzleIndex.Part(
                        part.text("value"),
                        part.flag("isExpression"),
                        part.flag("asc"),
                        part.flag("nullsFirst"),
                        operatorClass.isPresent() ? operatorClass.get().text("name") : null));
            }
            indexes.add(new DrizzleIndex(
                    row.text("name"),
                    parts,
                    row.flag("isUnique"),
                    row.flag("concurrently"),
                    row.text("method"),
                    options(row.textOr("with", "")),
                    row.textOrNull("where")));
        }
        return indexes;
    }

    /// `fillfactor=70, deduplicate_items=off`
    private static Map<String, Object> options(String text) {
        Map<String, Object> options = new LinkedHashMap<>();
        for (String option : text.isBlank() ? new String[0] : text.split(",\\s*")) {
            String[] parts = option.split("=", 2);
            String value = parts.length == 2 ? parts[1] : "";
            boolean number = NUMBER.matcher(value).matches();
            options.put(parts[0], number ? new BigDecimal(value) : value);
        }
        return options;
    }

    private List<ForeignKey> foreignKeys(QualifiedName table) throws UnreadableSnapshot {
        List<ForeignKey> keys = new ArrayList<>();
        for (JsonPlace row : of(EntityType.FKS, table)) {
            keys.add(new ForeignKey(
                    row.text("name"),
                    row.texts("columns"),
                    new QualifiedName(row.text("schemaTo"), row.text("tableTo")),
                    row.texts("columnsTo"),
                    action(row, "onDelete"),
                    action(row, "onUpdate")));
        }
        return keys;
    }

    private static Action action(JsonPlace row, String key) throws UnreadableSnapshot {
        String words = row.textOr(key, "NO ACTION");
        try {
            return Action.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
        } catch (IllegalArgumentException unknown) {
            throw row.wrong("\"" + words + "\" is nothing that a foreign key can do");
        }
    }

    private List<PrimaryKey> primaryKeys(QualifiedName table) throws UnreadableSnapshot {
        List<PrimaryKey> keys = new ArrayList<>();
        for (JsonPlace row : of(EntityType.PKS, table)) {
            if (!isAtColumn(row)) {
                String name = row.text("name");
                boolean usual = !row.flag("nameExplicit") && name.equals(table.name() + "_pkey");
                keys.add(new PrimaryKey(usual ? null : name, row.texts("columns")));
            }
        }
        return keys;
    }

    private List<Unique> uniques(QualifiedName table) throws UnreadableSnapshot {
        List<Unique> keys = new ArrayList<>();
        for (JsonPlace row : of(EntityType.UNIQUES, table)) {
            keys.add(new Unique(row.text("name"), row.flag("nullsNotDistinct"), row.texts("columns")));
        }
        return keys;
    }

    private List<Check> checks(QualifiedName table) throws UnreadableSnapshot {
        List<Check> checks = new ArrayList<>();
        for (JsonPlace row : of(EntityType.CHECKS, table)) {
            checks.add(new Check(row.text("name"), row.text("value")));
        }
        return checks;
    }

    private static DrizzlePolicy policy(JsonPlace row) throws UnreadableSnapshot {
        return new DrizzlePolicy(
                row.text("name"),
                row.text("as").equals("PERMISSIVE"),
                row.text("for"),
                row.texts("roles"),
                row.textOrNull("using"),
                row.textOrNull("withCheck"));
    }

    private List<LinkedPolicy> linkedPolicies() throws UnreadableSnapshot {
        List<QualifiedName> own = new ArrayList<>();
        for (JsonPlace row : of(EntityType.TABLES)) {
            own.add(name(row));
        }
        List<LinkedPolicy> policies = new ArrayList<>();
        for (JsonPlace row : of(EntityType.POLICIES)) {
            if (!own.contains(table(row))) {
                policies.add(new LinkedPolicy(table(row), policy(row)));
            }
        }
        return policies;
    }

    private List<DrizzleSequence> sequences() throws UnreadableSnapshot {
        List<DrizzleSequence> sequences = new ArrayList<>();
        for (JsonPlace row : of(EntityType.SEQUENCES)) {
            Counter counter = new Counter(
                    row.numeral("incrementBy"),
                    row.numeral("startWith"),
                    row.numeral("minValue"),
                    row.numeral("maxValue"),
                    row.numeral("cacheSize"),
                    row.flagOr("cycle", false));
            sequences.add(new DrizzleSequence(name(row), counter));
        }
        return sequences;
    }

    private List<DrizzleRole> roles() throws UnreadableSnapshot {
        List<DrizzleRole> roles = new ArrayList<>();
        for (JsonPlace row : of(EntityType.ROLES)) {
            roles.add(new DrizzleRole(
                    row.text("name"),
                    row.flagOr("createDb", false),
                    row.flagOr("createRole", false),
                    row.flagOr("inherit", true)));
        }
        return roles;
    }

    /// The columns of views are not said in these versions.
    private List<DrizzleView> views() throws UnreadableSnapshot {
        List<DrizzleView> views = new ArrayList<>();
        for (JsonPlace row : of(EntityType.VIEWS)) {
            Map<String, Object> with = new LinkedHashMap<>();
            Optional<JsonPlace> options = row.object("with");
            if (options.isPresent()) {
                for (String key : options.get().keys()) {
                    options.get().any(key).ifPresent(value -> with.put(key, value(value)));
                }
            }
            views.add(new DrizzleView(
                    name(row),
                    List.of(),
                    row.textOrNull("definition"),
                    row.flag("materialized"),
                    false,
                    with,
                    row.flagOr("withNoData", false),
                    row.textOrNull("using"),
                    row.textOrNull("tablespace")));
        }
        return views;
    }

    private static Object value(JsonNode value) {
        return value.isBoolean() ? value.booleanValue() : value.isNumber() ? value.decimalValue() : value.asString();
    }
}
