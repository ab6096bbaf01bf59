package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.typescript.Code.Braces;
import mana.studio.drizzle.typescript.Code.Call;
import mana.studio.drizzle.typescript.Code.Property;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// `relations(…)` from foreign keys: both ends of each, with a name where two tables are related twice.
final class Relations {
    private final DrizzleSchema schema;
    private final Scope scope;

    Relations(DrizzleSchema schema, Scope scope) {
        this.schema = schema;
        this.scope = scope;
    }

    /// @param function `one` or `many`
    private record Field(String property, String function, Code code) {}

    record Relation(QualifiedName table, String text, Uses uses) {}

    List<Relation> all(Printer printer) {
        Map<QualifiedName, List<Field>> fields = new LinkedHashMap<>();
        Map<QualifiedName, Uses> uses = new LinkedHashMap<>();
        Cycles.ordered(schema.tables()).forEach(table -> {
            fields.put(table.name(), new ArrayList<>());
            uses.put(table.name(), new Uses());
        });
        for (DrizzleTable table : Cycles.ordered(schema.tables())) {
            for (ForeignKey key : table.foreignKeys()) {
                schema.table(key.target()).ifPresent(target -> {
                    String name = isAmbiguous(table, key) ? relationName(table, key) : null;
                    add(fields, uses, table.name(), one(table, key, name), key.target());
                    add(fields, uses, key.target(), back(table, key, name), table.name());
                });
            }
        }
        return fields.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> relation(
                        entry.getKey(), entry.getValue(), uses.getOrDefault(entry.getKey(), new Uses()), printer))
                .toList();
    }

    private void add(
            Map<QualifiedName, List<Field>> fields,
            Map<QualifiedName, Uses> uses,
            QualifiedName table,
            Field field,
            QualifiedName other) {
        Optional.ofNullable(fields.get(table)).ifPresent(list -> list.add(unique(table, list, field)));
        Optional.ofNullable(uses.get(table)).ifPresent(each -> {
            each.constant(scope.name(Thing.table(other)));
            each.constant(scope.name(Thing.table(table)));
        });
    }

    /// A relation's name is a property beside those of the columns.
    private Field unique(QualifiedName table, List<Field> list, Field field) {
        Set<String> taken =
                new HashSet<>(scope.properties().getOrDefault(table, Map.of()).values());
        list.forEach(each -> taken.add(each.property()));
        String property = field.property();
        for (int number = 2; taken.contains(property); number++) {
            property = field.property() + number;
        }
        return new Field(property, field.function(), field.code());
    }

    private Relation relation(QualifiedName table, List<Field> fields, Uses uses, Printer printer) {
        uses.orm("relations");
        Set<String> functions = new TreeSet<>(java.util.Comparator.reverseOrder());
        fields.forEach(field -> functions.add(field.function()));
        String identifier = scope.name(Thing.table(table));
        Code body = new Braces(
                fields.stream()
                        .map(field -> new Property(JsonLiteral.key(field.property()), field.code()))
                        .toList(),
                true);
        Code code = Code.call(
                "relations", Code.text(identifier), new Code.Arrow("({ " + String.join(", ", functions) + " })", body));
        String name = identifier + "Relations";
        while (scope.identifiers().containsValue(name)) {
            name += "_";
        }
        String start = "export const " + name + " = ";
        return new Relation(table, start + printer.print(code, 0, start.length(), 1) + ";\n", uses);
    }

    private Field one(DrizzleTable table, ForeignKey key, @Nullable String name) {
        String own = scope.name(Thing.table(table.name()));
        String target = scope.name(Thing.table(key.target()));
        List<Property> settings = new ArrayList<>();
        settings.add(new Property("fields", references(own, table.name(), key.columns())));
        settings.add(new Property("references", references(target, key.target(), key.targetColumns())));
        if (name != null) {
            settings.add(new Property("relationName", Code.string(name)));
        }
        return new Field(end(table, key), "one", Code.call("one", Code.text(target), Code.braces(settings)));
    }

    private Field back(DrizzleTable table, ForeignKey key, @Nullable String name) {
        String own = scope.name(Thing.table(table.name()));
        boolean one = isUnique(table, key.columns());
        String plain = one ? Words.singular(own) : own;
        String property = name == null ? plain : plain + "By" + Words.capital(end(table, key));
        String function = one ? "one" : "many";
        Call call = name == null
                ? Code.call(function, Code.text(own))
                : Code.call(
                        function,
                        Code.text(own),
                        Code.braces(List.of(new Property("relationName", Code.string(name)))));
        return new Field(property, function, call);
    }

    /// `user_id` → `user`; else what it refers to.
    private String end(DrizzleTable table, ForeignKey key) {
        String first = key.columns().getFirst();
        return key.columns().size() == 1 && first.endsWith("_id") && first.length() > 3
                ? Words.camel(first.substring(0, first.length() - 3))
                : Words.singular(scope.name(Thing.table(key.target())));
    }

    private boolean isAmbiguous(DrizzleTable table, ForeignKey key) {
        long there = between(table, key.target());
        long back = schema.table(key.target())
                .map(target -> between(target, table.name()))
                .orElse(0L);
        return key.target().equals(table.name()) || there + back > 1;
    }

    private static long between(DrizzleTable table, QualifiedName target) {
        return table.foreignKeys().stream()
                .filter(key -> key.target().equals(target))
                .count();
    }

    private String relationName(DrizzleTable table, ForeignKey key) {
        return scope.name(Thing.table(table.name())) + "_"
                + String.join(
                        "_",
                        key.columns().stream()
                                .map(column -> scope.property(table.name(), column))
                                .toList());
    }

    private static boolean isUnique(DrizzleTable table, List<String> columns) {
        boolean key = columns.size() == 1
                && table.column(columns.getFirst())
                        .filter(column -> column.primaryKey())
                        .isPresent();
        Set<String> wanted = Set.copyOf(columns);
        return key
                || table.primaryKeys().stream()
                        .anyMatch(each -> Set.copyOf(each.columns()).equals(wanted))
                || table.uniques().stream()
                        .anyMatch(each -> Set.copyOf(each.columns()).equals(wanted));
    }

    private Code references(String constant, QualifiedName table, List<String> columns) {
        return Code.references(columns.stream()
                .map(column -> SqlText.access(constant, scope.property(table, column)))
                .toList());
    }
}
