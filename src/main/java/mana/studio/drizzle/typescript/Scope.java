package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.schema.QualifiedName;

/// How everything is called in the code: the constants, and the properties of each table.
///
/// @param identifiers of what the schema declares and of what it speaks of without declaring it
/// @param declared    what the schema declares; the others are constants that are not exported, so that drizzle-kit
///                    sees them for what they are: another's
record Scope(Map<Thing, String> identifiers, Set<Thing> declared, Map<QualifiedName, Map<String, String>> properties) {
    static Scope of(DrizzleSchema schema, ColumnTypes types) {
        List<Thing> own = own(schema);
        List<Thing> others = others(schema, types, Set.copyOf(own));
        Map<Thing, String> identifiers = new LinkedHashMap<>();
        Set<String> claimed = new HashSet<>();
        claim(own, identifiers, claimed);
        claim(others, identifiers, claimed);
        Map<QualifiedName, Map<String, String>> properties = new HashMap<>();
        schema.tables().forEach(table -> properties.put(table.name(), properties(table.columns())));
        targets(schema).forEach((table, columns) -> properties.computeIfAbsent(table, absent -> propertiesOf(columns)));
        return new Scope(identifiers, Set.copyOf(own), properties);
    }

    String name(Thing thing) {
        String identifier = identifiers.get(thing);
        if (identifier == null) {
            throw new IllegalArgumentException("nothing is called " + thing);
        }
        return identifier;
    }

    boolean isDeclared(Thing thing) {
        return declared.contains(thing);
    }

    String property(QualifiedName table, String column) {
        String property = properties.getOrDefault(table, Map.of()).get(column);
        return property == null ? Words.camel(column) : property;
    }

    /// With the names that existing files use.
    Scope with(Map<Thing, String> existing, Map<QualifiedName, Map<String, String>> existingProperties) {
        Map<Thing, String> merged = new LinkedHashMap<>(identifiers);
        Set<String> used = new HashSet<>(existing.values());
        merged.replaceAll((thing, name) -> existing.containsKey(thing) ? name : free(name, used));
        merged.putAll(existing);
        Map<QualifiedName, Map<String, String>> mergedProperties = new HashMap<>(properties);
        existingProperties.forEach((table, found) -> mergedProperties.merge(table, found, (made, read) -> {
            Map<String, String> both = new LinkedHashMap<>(made);
            Set<String> taken = new HashSet<>(read.values());
            both.replaceAll((column, property) -> read.containsKey(column) ? property : free(property, taken));
            both.putAll(read);
            return both;
        }));
        return new Scope(merged, declared, mergedProperties);
    }

    /// A property for each column; those of columns that differ in spelling only get a number.
    static Map<String, String> properties(List<DrizzleColumn> columns) {
        return propertiesOf(columns.stream().map(DrizzleColumn::name).toList());
    }

    private static Map<String, String> propertiesOf(Collection<String> columns) {
        Map<String, String> properties = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String column : columns) {
            String camel = Words.camel(column);
            properties.put(column, free(Words.isOfTables(camel) ? camel + "_" : camel, taken));
        }
        return properties;
    }

    private static List<Thing> own(DrizzleSchema schema) {
        return Stream.of(
                        schema.schemas().stream().map(Thing::schema),
                        schema.roles().stream().map(role -> Thing.role(role.name())),
                        schema.enums().stream().map(type -> Thing.enumType(type.name())),
                        schema.sequences().stream().map(each -> Thing.sequence(each.name())),
                        schema.tables().stream().map(table -> Thing.table(table.name())),
                        schema.views().stream().map(view -> Thing.view(view.name())),
                        schema.policies().stream()
                                .map(each ->
                                        Thing.policy(each.on(), each.policy().name())))
                .flatMap(things -> things)
                .toList();
    }

    private static List<Thing> others(DrizzleSchema schema, ColumnTypes types, Set<Thing> own) {
        List<Thing> others = new ArrayList<>();
        targets(schema).keySet().forEach(table -> others.add(Thing.table(table)));
        Stream.concat(
                        schema.tables().stream().flatMap(table -> table.columns().stream()),
                        schema.views().stream().flatMap(view -> view.columns().stream()))
                .flatMap(column -> types.thing(column).stream())
                .forEach(others::add);
        Stream.of(own.stream(), others.stream())
                .flatMap(things -> things)
                .filter(thing -> switch (thing.kind()) {
                    case ENUM, TABLE, VIEW, SEQUENCE -> !thing.name().schema().equals("public");
                    case SCHEMA, ROLE, POLICY, TYPE -> false;
                })
                .map(thing -> Thing.schema(thing.name().schema()))
                .sorted(java.util.Comparator.comparing(Thing::name))
                .toList()
                .forEach(others::add);
        return others.stream().filter(thing -> !own.contains(thing)).distinct().toList();
    }

    /// The columns of other services' tables that this one refers to.
    static Map<QualifiedName, List<String>> targets(DrizzleSchema schema) {
        Set<QualifiedName> own =
                schema.tables().stream().map(DrizzleTable::name).collect(Collectors.toSet());
        Map<QualifiedName, List<String>> targets = new LinkedHashMap<>();
        schema.tables().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .filter(key -> !own.contains(key.target()))
                .forEach(key -> addAll(targets, key));
        schema.policies().stream()
                .map(DrizzleSchema.LinkedPolicy::on)
                .filter(table -> !own.contains(table))
                .forEach(table -> targets.computeIfAbsent(table, absent -> new ArrayList<>()));
        return targets;
    }

    private static void addAll(Map<QualifiedName, List<String>> targets, ForeignKey key) {
        List<String> columns = targets.computeIfAbsent(key.target(), absent -> new ArrayList<>());
        key.targetColumns().stream().filter(column -> !columns.contains(column)).forEach(columns::add);
    }

    private static void claim(List<Thing> things, Map<Thing, String> identifiers, Set<String> claimed) {
        Map<String, Long> wishes = things.stream().collect(Collectors.groupingBy(Thing::wish, Collectors.counting()));
        for (Thing thing : things) {
            boolean alone = wishes.getOrDefault(thing.wish(), 0L) == 1 && !claimed.contains(thing.wish());
            identifiers.put(thing, free(alone ? thing.wish() : thing.secondWish(), claimed));
        }
    }

    private static String free(String wish, Set<String> taken) {
        String name = wish;
        for (int number = 2; !taken.add(name); number++) {
            name = wish + number;
        }
        return name;
    }
}
