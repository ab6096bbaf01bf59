package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleIndex;
import mana.studio.drizzle.model.DrizzlePolicy;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.Action;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.model.DrizzleTable.PrimaryKey;
import mana.studio.drizzle.model.DrizzleTable.Unique;
import mana.studio.drizzle.typescript.Code.Call;
import mana.studio.drizzle.typescript.Code.Property;
import mana.studio.drizzle.typescript.Options.Line;

/// What stands behind a table's columns: keys, constraints, indexes, policies.
final class Extras {
    private final Scope scope;
    private final DrizzleSchema schema;
    private final Options options;
    private final DefaultNames names;
    private final Columns columns;
    private final String parameter;

    /// @param parameter what the callback calls the table
    Extras(Scope scope, DrizzleSchema schema, Options options, Columns columns, String parameter) {
        this.scope = scope;
        this.schema = schema;
        this.options = options;
        this.names = new DefaultNames(options.line());
        this.columns = columns;
        this.parameter = parameter;
    }

    /// @param kind the function
    /// @param name the object's, given or made
    record Extra(String kind, String name, Code code) {}

    List<Extra> of(DrizzleTable table, Uses uses) {
        Placement placement = new Placement(table, names);
        return Stream.of(
                        table.primaryKeys().stream().map(key -> primaryKey(table, key, uses)),
                        placement.foreignKeys().stream().map(key -> foreignKey(table, key, uses)),
                        placement.uniques().stream().map(unique -> unique(table, unique, uses)),
                        table.indexes().stream().map(index -> index(table, index, uses)),
                        table.checks().stream().map(check -> check(table, check, uses)),
                        table.policies().stream().map(policy -> policy(table, policy, uses)))
                .flatMap(extras -> extras)
                .toList();
    }

    private Extra primaryKey(DrizzleTable table, PrimaryKey key, Uses uses) {
        String made = names.primaryKey(table.name().name(), key.columns());
        String name = key.name() == null ? made : key.name();
        List<Property> settings = named(name.equals(made) && areNamed(table, key.columns()), name);
        settings.add(new Property("columns", properties(table, key.columns())));
        return new Extra("primaryKey", name, Code.call(uses.core("primaryKey"), Code.braces(settings)));
    }

    private Extra foreignKey(DrizzleTable table, ForeignKey key, Uses uses) {
        boolean self = key.target().equals(table.name());
        String target = self ? parameter : uses.constant(scope.name(Thing.table(key.target())));
        List<Property> settings =
                named(key.name().equals(names.foreignKey(table.name().name(), key)), key.name());
        settings.add(new Property("columns", properties(table, key.columns())));
        settings.add(new Property(
                "foreignColumns",
                Code.references(key.targetColumns().stream()
                        .map(column -> SqlText.access(target, scope.property(key.target(), column)))
                        .toList())));
        List<Call> actions = new ArrayList<>();
        if (key.onDelete() != Action.NO_ACTION) {
            actions.add(Code.call("onDelete", Code.string(Columns.words(key.onDelete()))));
        }
        if (key.onUpdate() != Action.NO_ACTION) {
            actions.add(Code.call("onUpdate", Code.string(Columns.words(key.onUpdate()))));
        }
        Call head = Code.call(uses.core("foreignKey"), Code.braces(settings));
        return new Extra("foreignKey", key.name(), Code.chain(head, actions));
    }

    private Extra unique(DrizzleTable table, Unique unique, Uses uses) {
        boolean isDefault = unique.name().equals(names.unique(table.name().name(), unique.columns()))
                && areNamed(table, unique.columns());
        Call head =
                isDefault ? Code.call(uses.core("unique")) : Code.call(uses.core("unique"), Code.string(unique.name()));
        List<Call> links = new ArrayList<>(List.of(new Call("on", references(table, unique.columns()))));
        if (unique.nullsNotDistinct()) {
            links.add(Code.call("nullsNotDistinct"));
        }
        return new Extra("unique", unique.name(), Code.chain(head, links));
    }

    private Extra index(DrizzleTable table, DrizzleIndex index, Uses uses) {
        List<Code> parts =
                index.parts().stream().map(part -> part(table, part, uses)).toList();
        List<Call> links = new ArrayList<>();
        if (index.method().equals("btree")) {
            links.add(new Call("on", parts));
        } else {
            links.add(new Call(
                    "using",
                    Stream.concat(Stream.of(Code.string(index.method())), parts.stream())
                            .toList()));
        }
        String where = index.where();
        if (where != null) {
            links.add(Code.call("where", expression(table).code(where, uses)));
        }
        if (index.concurrently()) {
            links.add(Code.call("concurrently"));
        }
        if (!index.with().isEmpty()) {
            links.add(Code.call("with", Code.braces(options(index.with()))));
        }
        String function = index.unique() ? "uniqueIndex" : "index";
        Call head = Code.call(uses.core(function), Code.string(index.name()));
        return new Extra(function, index.name(), Code.chain(head, links));
    }

    private Code part(DrizzleTable table, DrizzleIndex.Part part, Uses uses) {
        if (part.isExpression()) {
            return SqlText.bare(propertiesOf(table), parameter).code(part.expression(), uses);
        }
        StringBuilder text = new StringBuilder(access(table, part.expression()));
        if (!part.ascending()) {
            text.append(".desc()");
        }
        if (part.nullsFirst()) {
            text.append(".nullsFirst()");
        }
        String opclass = part.opclass();
        if (opclass != null) {
            text.append(".op(").append(Literals.string(opclass)).append(')');
        }
        return Code.text(text.toString());
    }

    private Extra check(DrizzleTable table, DrizzleTable.Check check, Uses uses) {
        Code value = expression(table).code(check.value(), uses);
        return new Extra("check", check.name(), Code.call(uses.core("check"), Code.string(check.name()), value));
    }

    private Extra policy(DrizzleTable table, DrizzlePolicy policy, Uses uses) {
        return new Extra("pgPolicy", policy.name(), policy(policy, expression(table), uses));
    }

    /// `pgPolicy('name', { … })`.
    Call policy(DrizzlePolicy policy, SqlText expressions, Uses uses) {
        List<Property> settings = new ArrayList<>();
        if (!policy.permissive()) {
            settings.add(new Property("as", Code.string("restrictive")));
        }
        if (!policy.command().equals("ALL")) {
            settings.add(new Property("for", Code.string(policy.command().toLowerCase(Locale.ROOT))));
        }
        if (!policy.roles().equals(List.of("public"))) {
            List<Code> roles =
                    policy.roles().stream().map(role -> role(role, uses)).toList();
            settings.add(new Property("to", roles.size() == 1 ? roles.getFirst() : Code.brackets(roles)));
        }
        String using = policy.using();
        if (using != null) {
            settings.add(new Property("using", expressions.code(using, uses)));
        }
        String withCheck = policy.withCheck();
        if (withCheck != null) {
            settings.add(new Property("withCheck", expressions.code(withCheck, uses)));
        }
        return settings.isEmpty()
                ? Code.call(uses.core("pgPolicy"), Code.string(policy.name()))
                : Code.call(uses.core("pgPolicy"), Code.string(policy.name()), Code.braces(settings));
    }

    private Code role(String role, Uses uses) {
        boolean declared = schema.roles().stream().anyMatch(each -> each.name().equals(role));
        return declared ? Code.text(uses.constant(scope.name(Thing.role(role)))) : Code.string(role);
    }

    /// Options in the order of the snapshot.
    static List<Property> options(Map<String, Object> options) {
        return options.entrySet().stream()
                .map(option -> new Property(
                        JsonLiteral.key(option.getKey()),
                        option.getValue() instanceof String text
                                ? Code.string(text)
                                : Code.text(String.valueOf(option.getValue()))))
                .toList();
    }

    private SqlText expression(DrizzleTable table) {
        return options.line() == Line.STABLE
                ? SqlText.qualified(table.name(), propertiesOf(table), parameter)
                : SqlText.bare(propertiesOf(table), parameter);
    }

    private Map<String, String> propertiesOf(DrizzleTable table) {
        Map<String, String> properties = new java.util.HashMap<>();
        table.columns().forEach(column -> properties.put(column.name(), scope.property(table.name(), column.name())));
        return properties;
    }

    private static List<Property> named(boolean isDefault, String name) {
        return isDefault ? new ArrayList<>() : new ArrayList<>(List.of(new Property("name", Code.string(name))));
    }

    private boolean areNamed(DrizzleTable table, List<String> names) {
        return names.stream()
                .noneMatch(name -> columns.isNameless(name, scope.property(table.name(), name))
                        && !scope.property(table.name(), name).equals(name));
    }

    private Code properties(DrizzleTable table, List<String> names) {
        return Code.brackets(references(table, names));
    }

    private List<Code> references(DrizzleTable table, List<String> names) {
        return names.stream().map(name -> Code.text(access(table, name))).toList();
    }

    private String access(DrizzleTable table, String column) {
        return SqlText.access(parameter, scope.property(table.name(), column));
    }
}
