package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.Identity;
import mana.studio.drizzle.model.DrizzleIndex;
import mana.studio.drizzle.model.DrizzlePolicy;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleEnum;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.Check;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.model.DrizzleTable.PrimaryKey;
import mana.studio.drizzle.model.DrizzleTable.Unique;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// What code says once names in it are changed and nothing else: names that drizzle makes change with them.
final class Renamed {
    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    private final Map<QualifiedName, QualifiedName> enums = new HashMap<>();
    private final Map<QualifiedName, Map<String, String>> columns = new HashMap<>();
    private final DefaultNames names;

    private Renamed(List<Rename> renames, DefaultNames names) {
        this.names = names;
        for (Rename rename : renames) {
            switch (rename) {
                case Rename.OfTable(QualifiedName from, QualifiedName to) -> tables.put(from, to);
                case Rename.OfEnum(QualifiedName from, QualifiedName to) -> enums.put(from, to);
                case Rename.OfColumn(QualifiedName table, String from, String to) ->
                    columns.computeIfAbsent(table, absent -> new HashMap<>()).put(from, to);
            }
        }
    }

    static DrizzleSchema of(DrizzleSchema schema, List<Rename> renames, DefaultNames names) {
        if (renames.isEmpty()) {
            return schema;
        }
        Renamed renamed = new Renamed(renames, names);
        return new DrizzleSchema(
                schema.schemas(),
                schema.enums().stream()
                        .map(type ->
                                new DrizzleEnum(renamed.enums.getOrDefault(type.name(), type.name()), type.values()))
                        .toList(),
                schema.tables().stream().map(renamed::table).toList(),
                schema.views(),
                schema.sequences(),
                schema.roles(),
                schema.policies());
    }

    private QualifiedName table(QualifiedName name) {
        return tables.getOrDefault(name, name);
    }

    private String column(QualifiedName table, String name) {
        return columns.getOrDefault(table(table), Map.of()).getOrDefault(name, name);
    }

    private List<String> columns(QualifiedName table, List<String> names) {
        return names.stream().map(name -> column(table, name)).toList();
    }

    private DrizzleTable table(DrizzleTable table) {
        QualifiedName old = table.name();
        UnaryOperator<String> text = expression(old);
        return new DrizzleTable(
                table(old),
                table.columns().stream()
                        .map(column -> column(old, column, text))
                        .toList(),
                table.indexes().stream().map(index -> index(old, index, text)).toList(),
                table.foreignKeys().stream().map(key -> foreignKey(old, key)).toList(),
                table.primaryKeys().stream().map(key -> primaryKey(old, key)).toList(),
                table.uniques().stream().map(key -> unique(old, key)).toList(),
                table.checks().stream()
                        .map(check -> new Check(check.name(), text.apply(check.value())))
                        .toList(),
                table.policies().stream().map(policy -> policy(policy, text)).toList(),
                table.rowSecurity());
    }

    private DrizzleColumn column(QualifiedName table, DrizzleColumn column, UnaryOperator<String> text) {
        String name = column(table, column.name());
        Identity identity = column.identity();
        Identity renamed = identity == null || !identity.sequence().equals(names.sequence(table.name(), column.name()))
                ? identity
                : new Identity(
                        identity.always(),
                        names.sequence(table(table).name(), name),
                        identity.schema(),
                        identity.counter());
        String typeSchema = column.typeSchema();
        String type = column.type();
        if (typeSchema != null) {
            String base = ColumnTypes.base(type);
            QualifiedName old = new QualifiedName(typeSchema, base);
            type = enums.getOrDefault(old, old).name() + type.substring(base.length());
        }
        String generated = column.generatedAs();
        return new DrizzleColumn(
                name,
                type,
                typeSchema,
                column.primaryKey(),
                column.notNull(),
                column.defaultValue(),
                generated == null ? null : text.apply(generated),
                renamed);
    }

    private DrizzleIndex index(QualifiedName table, DrizzleIndex index, UnaryOperator<String> text) {
        List<DrizzleIndex.Part> parts = index.parts().stream()
                .map(part -> new DrizzleIndex.Part(
                        part.isExpression() ? text.apply(part.expression()) : column(table, part.expression()),
                        part.isExpression(),
                        part.ascending(),
                        part.nullsFirst(),
                        part.opclass()))
                .toList();
        return new DrizzleIndex(
                index.name(),
                parts,
                index.unique(),
                index.concurrently(),
                index.method(),
                index.with(),
                orNull(index.where(), text));
    }

    private ForeignKey foreignKey(QualifiedName table, ForeignKey key) {
        ForeignKey renamed = new ForeignKey(
                key.name(),
                columns(table, key.columns()),
                table(key.target()),
                columns(key.target(), key.targetColumns()),
                key.onDelete(),
                key.onUpdate());
        return key.name().equals(names.foreignKey(table.name(), key))
                ? new ForeignKey(
                        names.foreignKey(table(table).name(), renamed),
                        renamed.columns(),
                        renamed.target(),
                        renamed.targetColumns(),
                        key.onDelete(),
                        key.onUpdate())
                : renamed;
    }

    private PrimaryKey primaryKey(QualifiedName table, PrimaryKey key) {
        List<String> renamed = columns(table, key.columns());
        boolean made = names.primaryKey(table.name(), key.columns()).equals(key.name());
        return new PrimaryKey(made ? names.primaryKey(table(table).name(), renamed) : key.name(), renamed);
    }

    private Unique unique(QualifiedName table, Unique key) {
        List<String> renamed = columns(table, key.columns());
        boolean made = names.unique(table.name(), key.columns()).equals(key.name());
        return new Unique(
                made ? names.unique(table(table).name(), renamed) : key.name(), key.nullsNotDistinct(), renamed);
    }

    private static DrizzlePolicy policy(DrizzlePolicy policy, UnaryOperator<String> text) {
        return new DrizzlePolicy(
                policy.name(),
                policy.permissive(),
                policy.command(),
                policy.roles(),
                orNull(policy.using(), text),
                orNull(policy.withCheck(), text));
    }

    private static @Nullable String orNull(@Nullable String expression, UnaryOperator<String> text) {
        return expression == null ? null : text.apply(expression);
    }

    /// References in drizzle's spelling, with the table and without.
    private UnaryOperator<String> expression(QualifiedName old) {
        QualifiedName now = table(old);
        List<UnaryOperator<String>> steps = new ArrayList<>();
        steps.add(text -> text.replace(prefix(old), prefix(now)));
        columns.getOrDefault(now, Map.of())
                .forEach((from, to) -> steps.add(text -> text.replace("\"" + from + "\"", "\"" + to + "\"")));
        return text -> {
            String changed = text;
            for (UnaryOperator<String> step : steps) {
                changed = step.apply(changed);
            }
            return changed;
        };
    }

    private static String prefix(QualifiedName table) {
        return (table.schema().equals("public") ? "" : "\"" + table.schema() + "\".") + "\"" + table.name() + "\".";
    }
}
