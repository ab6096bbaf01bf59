package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.drizzle.model.DrizzleIndex;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleEnum;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.Action;
import mana.studio.drizzle.model.DrizzleTable.Check;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.model.DrizzleTable.Unique;
import mana.studio.drizzle.typescript.Options.Line;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// Makes another schema of one by changes that a patch does surely.
final class RandomEdits {
    private static final DefaultNames NAMES = new DefaultNames(Line.STABLE);

    private final Random random;
    private DrizzleSchema schema;
    private int number;
    final List<Rename> renames = new ArrayList<>();
    final List<String> done = new ArrayList<>();

    RandomEdits(DrizzleSchema schema, long seed) {
        this.schema = schema;
        this.random = new Random(seed);
    }

    DrizzleSchema make(int changes) {
        while (done.size() < changes) {
            change(random.nextInt(16));
        }
        return schema;
    }

    private void change(int kind) {
        DrizzleTable table = schema.tables().get(random.nextInt(schema.tables().size()));
        DrizzleColumn column =
                table.columns().get(random.nextInt(table.columns().size()));
        switch (kind) {
            case 0, 1 -> addColumn(table);
            case 2 -> dropColumn(table, column);
            case 3 -> notNull(table, column);
            case 4 -> defaultValue(table, column);
            case 5 -> type(table, column);
            case 6 -> addIndex(table, column);
            case 7 -> drop(table, table.indexes(), "index", list -> indexes(table, list));
            case 8 -> addUnique(table, column);
            case 9 -> drop(table, table.uniques(), "unique", list -> uniques(table, list));
            case 10 -> addCheck(table, column);
            case 11 -> drop(table, table.checks(), "check", list -> checks(table, list));
            case 12 -> drop(table, table.foreignKeys(), "foreign key", list -> foreignKeys(table, list));
            case 13 -> addTable(table);
            case 14 -> addEnumValue();
            default -> renameColumn(table, column);
        }
    }

    private void addColumn(DrizzleTable table) {
        if (isViewed(table)) {
            return;
        }
        String name = "added_" + number++;
        List<DrizzleColumn> kinds = List.of(
                column(name, "text", true, new DefaultValue.Sql("'it''s'")),
                column(name, "timestamp with time zone", true, new DefaultValue.Sql("now()")),
                column(name, "numeric(12, 3)", false, null),
                column(name, "text[]", true, new DefaultValue.Sql("'{}'")),
                column(name, "inet", false, null),
                column(name, "citext", false, null),
                column(name, "jsonb", true, new DefaultValue.Sql("'{\"a\":[1,2]}'::jsonb")),
                column(name, "bigint", true, new DefaultValue.Number("7")));
        List<DrizzleColumn> columns = new ArrayList<>(table.columns());
        columns.add(random.nextInt(columns.size() + 1), kinds.get(random.nextInt(kinds.size())));
        replace(columns(table, columns), "add column " + name);
    }

    private static DrizzleColumn column(String name, String type, boolean notNull, @Nullable DefaultValue value) {
        return new DrizzleColumn(name, type, null, false, notNull, value, null, null);
    }

    private void dropColumn(DrizzleTable table, DrizzleColumn column) {
        if (!isUsed(table, column.name()) && table.columns().size() > 2) {
            List<DrizzleColumn> columns = new ArrayList<>(table.columns());
            columns.remove(column);
            replace(columns(table, columns), "drop column " + column.name());
        }
    }

    private boolean isUsed(DrizzleTable table, String column) {
        return isViewed(table)
                || table.column(column).filter(DrizzleColumn::primaryKey).isPresent()
                || Stream.of(
                                table.indexes().toString(),
                                table.checks().toString(),
                                table.uniques().toString(),
                                table.primaryKeys().toString(),
                                table.policies().toString(),
                                table.foreignKeys().toString(),
                                table.columns().stream()
                                        .map(each -> String.valueOf(each.generatedAs()))
                                        .toList()
                                        .toString())
                        .anyMatch(text -> text.contains(column))
                || schema.tables().stream()
                        .flatMap(each -> each.foreignKeys().stream())
                        .anyMatch(key -> key.target().equals(table.name())
                                && key.targetColumns().contains(column));
    }

    /// A view that selects from a table in code changes with it.
    private boolean isViewed(DrizzleTable table) {
        return schema.views().stream()
                .anyMatch(view -> String.valueOf(view.definition())
                        .contains("\"" + table.name().name() + "\""));
    }

    private void notNull(DrizzleTable table, DrizzleColumn column) {
        boolean free = !column.primaryKey()
                && column.identity() == null
                && !isViewed(table)
                && table.primaryKeys().stream().noneMatch(key -> key.columns().contains(column.name()));
        if (free) {
            edit(
                    table,
                    column,
                    "not null",
                    each -> new DrizzleColumn(
                            each.name(),
                            each.type(),
                            each.typeSchema(),
                            false,
                            !each.notNull(),
                            each.defaultValue(),
                            each.generatedAs(),
                            null));
        }
    }

    private void defaultValue(DrizzleTable table, DrizzleColumn column) {
        boolean free = column.identity() == null && column.generatedAs() == null && !isViewed(table);
        DefaultValue wanted = switch (column.type()) {
            case "text" -> new DefaultValue.Sql("'changed'");
            case "integer", "bigint" -> new DefaultValue.Number("42");
            case "boolean" -> new DefaultValue.Bool(true);
            case "timestamp with time zone" -> new DefaultValue.Sql("now() + interval '1 day'");
            default -> null;
        };
        DefaultValue value = random.nextInt(3) == 0 ? null : wanted;
        if (free && !java.util.Objects.equals(value, column.defaultValue())) {
            edit(
                    table,
                    column,
                    "default",
                    each -> new DrizzleColumn(
                            each.name(),
                            each.type(),
                            each.typeSchema(),
                            each.primaryKey(),
                            each.notNull(),
                            value,
                            null,
                            null));
        }
    }

    private void type(DrizzleTable table, DrizzleColumn column) {
        String wanted = Map.of(
                        "text", "varchar(120)", "integer", "bigint", "varchar(255)", "varchar(320)", "jsonb", "json")
                .getOrDefault(column.type(), "");
        boolean free = column.identity() == null && column.generatedAs() == null && !isViewed(table);
        if (free && !wanted.isEmpty() && !(column.type().equals("jsonb") && column.defaultValue() != null)) {
            edit(
                    table,
                    column,
                    "type",
                    each -> new DrizzleColumn(
                            each.name(),
                            wanted,
                            null,
                            each.primaryKey(),
                            each.notNull(),
                            each.defaultValue(),
                            null,
                            null));
        }
    }

    private void edit(DrizzleTable table, DrizzleColumn column, String what, UnaryOperator<DrizzleColumn> change) {
        replace(
                columns(
                        table,
                        table.columns().stream()
                                .map(each -> each.equals(column) ? change.apply(each) : each)
                                .toList()),
                what + " of " + column.name());
    }

    private void addIndex(DrizzleTable table, DrizzleColumn column) {
        String where = random.nextBoolean() ? null : reference(table, column) + " is not null";
        List<DrizzleIndex.Part> parts =
                List.of(new DrizzleIndex.Part(column.name(), false, random.nextBoolean(), false, null));
        List<DrizzleIndex> indexes = new ArrayList<>(table.indexes());
        indexes.add(new DrizzleIndex(
                "idx_added_" + number++, parts, random.nextBoolean(), false, "btree", Map.of(), where));
        replace(indexes(table, indexes), "add index");
    }

    private void addUnique(DrizzleTable table, DrizzleColumn column) {
        boolean single = random.nextBoolean();
        Set<String> names = new LinkedHashSet<>(List.of(column.name()));
        if (!single) {
            names.add(table.columns().getFirst().name());
        }
        List<String> columns = List.copyOf(names);
        String name = random.nextBoolean() ? NAMES.unique(table.name().name(), columns) : "uq_added_" + number++;
        if (table.uniques().stream().noneMatch(each -> each.columns().equals(columns))) {
            List<Unique> uniques = new ArrayList<>(table.uniques());
            uniques.add(new Unique(name, random.nextInt(4) == 0, columns));
            replace(uniques(table, uniques), "add unique");
        }
    }

    private void addCheck(DrizzleTable table, DrizzleColumn column) {
        List<Check> checks = new ArrayList<>(table.checks());
        checks.add(new Check("ck_added_" + number++, reference(table, column) + " is not null"));
        replace(checks(table, checks), "add check");
    }

    private static String reference(DrizzleTable table, DrizzleColumn column) {
        return "\"%s\".\"%s\".\"%s\""
                .formatted(table.name().schema(), table.name().name(), column.name());
    }

    private <T> void drop(
            DrizzleTable table, List<T> list, String what, java.util.function.Function<List<T>, DrizzleTable> change) {
        if (!list.isEmpty()) {
            List<T> left = new ArrayList<>(list);
            left.remove(random.nextInt(list.size()));
            replace(change.apply(left), "drop " + what + " of " + table.name());
        }
    }

    /// With a key to the table, a column of an enum where there is one, and an index.
    private void addTable(DrizzleTable target) {
        Optional<DrizzleColumn> key =
                target.columns().stream().filter(DrizzleColumn::primaryKey).findFirst();
        QualifiedName name = new QualifiedName(target.name().schema(), "added_table_" + number++);
        List<DrizzleColumn> columns = new ArrayList<>(List.of(new DrizzleColumn(
                "id", "uuid", null, true, true, new DefaultValue.Sql("gen_random_uuid()"), null, null)));
        List<ForeignKey> keys = new ArrayList<>();
        key.ifPresent(column -> {
            columns.add(column("target_id", column.type(), true, null));
            ForeignKey made = new ForeignKey(
                    "", List.of("target_id"), target.name(), List.of(column.name()), Action.CASCADE, Action.NO_ACTION);
            keys.add(new ForeignKey(
                    random.nextBoolean() ? NAMES.foreignKey(name.name(), made) : "fk_added_" + number,
                    made.columns(),
                    made.target(),
                    made.targetColumns(),
                    made.onDelete(),
                    made.onUpdate()));
        });
        schema.enums().stream()
                .filter(type -> type.name().schema().equals(name.schema()))
                .findFirst()
                .ifPresent(type -> columns.add(new DrizzleColumn(
                        "kind",
                        type.name().name(),
                        type.name().schema(),
                        false,
                        true,
                        new DefaultValue.Sql("'" + type.values().getFirst() + "'"),
                        null,
                        null)));
        List<DrizzleTable> tables = new ArrayList<>(schema.tables());
        tables.add(new DrizzleTable(
                name, columns, List.of(), keys, List.of(), List.of(), List.of(), List.of(), random.nextBoolean()));
        schema = new DrizzleSchema(
                schema.schemas(),
                schema.enums(),
                tables,
                schema.views(),
                schema.sequences(),
                schema.roles(),
                List.of());
        done.add("add table " + name);
    }

    private void addEnumValue() {
        if (!schema.enums().isEmpty()) {
            DrizzleEnum type = schema.enums().getFirst();
            List<String> values = new ArrayList<>(type.values());
            values.add(random.nextInt(values.size() + 1), "added_" + number++);
            List<DrizzleEnum> enums = new ArrayList<>(schema.enums());
            enums.set(0, new DrizzleEnum(type.name(), values));
            schema = new DrizzleSchema(
                    schema.schemas(),
                    enums,
                    schema.tables(),
                    schema.views(),
                    schema.sequences(),
                    schema.roles(),
                    List.of());
            done.add("add enum value to " + type.name());
        }
    }

    /// Constraints keep their names or, as drizzle would have it, are named anew.
    private void renameColumn(DrizzleTable table, DrizzleColumn column) {
        boolean fresh = renames.isEmpty()
                && done.isEmpty()
                && !isViewed(table)
                && column.generatedAs() == null
                && table.columns().stream().allMatch(each -> each.generatedAs() == null);
        if (fresh) {
            Rename rename = new Rename.OfColumn(table.name(), column.name(), column.name() + "_renamed");
            renames.add(rename);
            DrizzleSchema followed = Renamed.of(schema, List.of(rename), NAMES);
            schema = random.nextBoolean() ? followed : withOldNames(followed, schema);
            done.add("rename column " + column.name() + " of " + table.name());
        }
    }

    private static DrizzleSchema withOldNames(DrizzleSchema renamed, DrizzleSchema old) {
        List<DrizzleTable> tables = new ArrayList<>();
        for (int position = 0; position < renamed.tables().size(); position++) {
            DrizzleTable table = renamed.tables().get(position);
            DrizzleTable before = old.tables().get(position);
            List<ForeignKey> keys = new ArrayList<>();
            for (int key = 0; key < table.foreignKeys().size(); key++) {
                ForeignKey each = table.foreignKeys().get(key);
                keys.add(new ForeignKey(
                        before.foreignKeys().get(key).name(),
                        each.columns(),
                        each.target(),
                        each.targetColumns(),
                        each.onDelete(),
                        each.onUpdate()));
            }
            List<Unique> uniques = new ArrayList<>();
            for (int key = 0; key < table.uniques().size(); key++) {
                Unique each = table.uniques().get(key);
                uniques.add(new Unique(before.uniques().get(key).name(), each.nullsNotDistinct(), each.columns()));
            }
            tables.add(uniques(foreignKeys(table, keys), uniques));
        }
        return new DrizzleSchema(
                renamed.schemas(),
                renamed.enums(),
                tables,
                renamed.views(),
                renamed.sequences(),
                renamed.roles(),
                List.of());
    }

    private void replace(DrizzleTable table, String what) {
        List<DrizzleTable> tables = schema.tables().stream()
                .map(each -> each.name().equals(table.name()) ? table : each)
                .toList();
        schema = new DrizzleSchema(
                schema.schemas(),
                schema.enums(),
                tables,
                schema.views(),
                schema.sequences(),
                schema.roles(),
                schema.policies());
        done.add(what + " (" + table.name() + ")");
    }

    private static DrizzleTable columns(DrizzleTable t, List<DrizzleColumn> columns) {
        return new DrizzleTable(
                t.name(),
                columns,
                t.indexes(),
                t.foreignKeys(),
                t.primaryKeys(),
                t.uniques(),
                t.checks(),
                t.policies(),
                t.rowSecurity());
    }

    private static DrizzleTable indexes(DrizzleTable t, List<DrizzleIndex> indexes) {
        return new DrizzleTable(
                t.name(),
                t.columns(),
                indexes,
                t.foreignKeys(),
                t.primaryKeys(),
                t.uniques(),
                t.checks(),
                t.policies(),
                t.rowSecurity());
    }

    private static DrizzleTable foreignKeys(DrizzleTable t, List<ForeignKey> keys) {
        return new DrizzleTable(
                t.name(),
                t.columns(),
                t.indexes(),
                keys,
                t.primaryKeys(),
                t.uniques(),
                t.checks(),
                t.policies(),
                t.rowSecurity());
    }

    private static DrizzleTable uniques(DrizzleTable t, List<Unique> uniques) {
        return new DrizzleTable(
                t.name(),
                t.columns(),
                t.indexes(),
                t.foreignKeys(),
                t.primaryKeys(),
                uniques,
                t.checks(),
                t.policies(),
                t.rowSecurity());
    }

    private static DrizzleTable checks(DrizzleTable t, List<Check> checks) {
        return new DrizzleTable(
                t.name(),
                t.columns(),
                t.indexes(),
                t.foreignKeys(),
                t.primaryKeys(),
                t.uniques(),
                checks,
                t.policies(),
                t.rowSecurity());
    }
}
