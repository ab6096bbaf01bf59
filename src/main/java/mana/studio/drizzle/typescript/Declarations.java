package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleEnum;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleRole;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleSequence;
import mana.studio.drizzle.model.DrizzleSchema.LinkedPolicy;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.model.DrizzleView;
import mana.studio.drizzle.typescript.Code.Braces;
import mana.studio.drizzle.typescript.Code.Call;
import mana.studio.drizzle.typescript.Code.Property;
import mana.studio.schema.QualifiedName;

/// Each thing of a schema as a constant.
final class Declarations {
    private static final String PARAMETER = "table";

    private final DrizzleSchema schema;
    private final Scope scope;
    private final ColumnTypes types;
    private final Cycles cycles;
    private final Columns columns;
    private final Extras extras;

    Declarations(DrizzleSchema schema, Options options, ColumnTypes types, Scope scope) {
        this.schema = schema;
        this.scope = scope;
        this.types = types;
        this.cycles = Cycles.of(schema.tables());
        this.columns = new Columns(types, scope, cycles, options);
        this.extras = new Extras(scope, schema, options, columns, PARAMETER);
    }

    static Declarations of(DrizzleSchema schema, Options options) {
        ColumnTypes types = new ColumnTypes(schema, options);
        return new Declarations(schema, options, types, Scope.of(schema, types));
    }

    Scope scope() {
        return scope;
    }

    Columns columns() {
        return columns;
    }

    /// With another name for the table in the callback.
    Extras extras(Options options, String parameter) {
        return new Extras(scope, schema, options, columns, parameter);
    }

    /// In the order in which they stand in a file.
    List<Declaration> all() {
        List<Declaration> all = new ArrayList<>();
        things(Thing.Kind.SCHEMA).forEach(thing -> all.add(schemaOf(thing)));
        schema.roles().forEach(role -> all.add(role(role)));
        schema.enums().forEach(type -> all.add(enumType(type)));
        things(Thing.Kind.ENUM)
                .filter(thing -> !scope.isDeclared(thing))
                .forEach(thing -> all.add(enumType(new DrizzleEnum(thing.name(), List.of()))));
        schema.sequences().forEach(sequence -> all.add(sequence(sequence)));
        things(Thing.Kind.TYPE).forEach(thing -> all.add(customType(thing)));
        Scope.targets(schema).forEach((table, targets) -> all.add(foreign(table, targets)));
        Cycles.ordered(schema.tables()).forEach(table -> all.add(table(table)));
        schema.views().forEach(view -> all.add(view(view)));
        schema.policies().forEach(policy -> all.add(policy(policy)));
        return all;
    }

    Declaration table(DrizzleTable table) {
        Uses uses = new Uses();
        List<Code> arguments = new ArrayList<>();
        arguments.add(Code.string(table.name().name()));
        arguments.add(new Braces(
                table.columns().stream()
                        .map(column -> columns.ofTable(table, column, uses))
                        .toList(),
                true));
        List<Code> more =
                extras.of(table, uses).stream().map(Extras.Extra::code).toList();
        if (!more.isEmpty()) {
            arguments.add(new Code.Arrow(parameters(table, uses), Code.brackets(more)));
        }
        Call call = new Call(function(table.name(), "table", "pgTable", uses), arguments);
        Code code = table.rowSecurity() ? Code.chain(call, List.of(Code.call("enableRLS"))) : call;
        return declaration(Thing.table(table.name()), code, uses);
    }

    /// Two tables that refer to each other at the table: neither's type can be inferred from the other's.
    private String parameters(DrizzleTable table, Uses uses) {
        boolean cyclic = table.foreignKeys().stream()
                .map(ForeignKey::target)
                .filter(target -> !target.equals(table.name()))
                .anyMatch(target -> cycles.contains(table.name(), target));
        return "(" + PARAMETER + ")" + (cyclic ? ": " + uses.core("PgTableExtraConfigValue") + "[]" : "");
    }

    private Stream<Thing> things(Thing.Kind kind) {
        return scope.identifiers().keySet().stream().filter(thing -> thing.kind() == kind);
    }

    private Declaration schemaOf(Thing thing) {
        Uses uses = new Uses();
        return declaration(
                thing, Code.call(uses.core("pgSchema"), Code.string(thing.name().name())), uses);
    }

    private Declaration role(DrizzleRole role) {
        Uses uses = new Uses();
        List<Property> settings = new ArrayList<>();
        flag(settings, "createDb", role.createDb(), false);
        flag(settings, "createRole", role.createRole(), false);
        flag(settings, "inherit", role.inherit(), true);
        Code name = Code.string(role.name());
        return declaration(
                Thing.role(role.name()),
                settings.isEmpty()
                        ? Code.call(uses.core("pgRole"), name)
                        : Code.call(uses.core("pgRole"), name, Code.braces(settings)),
                uses);
    }

    Declaration enumType(DrizzleEnum type) {
        Uses uses = new Uses();
        // The values of another's enum are not known here; one is demanded.
        List<String> values = type.values().isEmpty() ? List.of("") : type.values();
        String function = function(type.name(), "enum", "pgEnum", uses);
        return declaration(
                Thing.enumType(type.name()),
                Code.call(function, Code.string(type.name().name()), Code.strings(values)),
                uses);
    }

    private Declaration sequence(DrizzleSequence sequence) {
        Uses uses = new Uses();
        String function = function(sequence.name(), "sequence", "pgSequence", uses);
        Code name = Code.string(sequence.name().name());
        List<Property> settings = Counters.ofSequence(sequence.counter());
        return declaration(
                Thing.sequence(sequence.name()),
                settings.isEmpty() ? Code.call(function, name) : Code.call(function, name, Code.braces(settings)),
                uses);
    }

    private Declaration customType(Thing thing) {
        Uses uses = new Uses();
        String type = thing.name().name();
        Property text = new Property("dataType", new Code.Arrow("()", Code.string(type)));
        String function = uses.core("customType") + "<{ data: " + ColumnTypes.data(type) + " }>";
        return declaration(thing, Code.call(function, Code.braces(List.of(text))), uses);
    }

    /// A table of another service: what is referred to, in the type of what refers to it.
    private Declaration foreign(QualifiedName table, List<String> targets) {
        Uses uses = new Uses();
        List<Property> properties = targets.stream()
                .map(target -> {
                    String property = scope.property(table, target);
                    DrizzleColumn column = referring(table, target)
                            .map(found -> named(found, target))
                            .orElseGet(() -> plain(target));
                    return new Property(JsonLiteral.key(property), columns.head(column, property, uses));
                })
                .toList();
        String function = function(table, "table", "pgTable", uses);
        return declaration(
                Thing.table(table), Code.call(function, Code.string(table.name()), new Braces(properties, true)), uses);
    }

    private Optional<DrizzleColumn> referring(QualifiedName target, String targetColumn) {
        return schema.tables().stream()
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(key -> key.target().equals(target)
                                && key.targetColumns().contains(targetColumn))
                        .flatMap(key ->
                                table
                                        .column(key.columns()
                                                .get(key.targetColumns().indexOf(targetColumn)))
                                        .stream()))
                .findFirst();
    }

    private static DrizzleColumn named(DrizzleColumn like, String name) {
        return new DrizzleColumn(name, like.type(), like.typeSchema(), false, false, null, null, null);
    }

    private static DrizzleColumn plain(String name) {
        return new DrizzleColumn(name, "text", null, false, false, null, null, null);
    }

    private Declaration view(DrizzleView view) {
        Uses uses = new Uses();
        Map<String, String> properties = Scope.properties(view.columns());
        List<Property> fields = view.columns().stream()
                .map(column -> columns.ofView(
                        view.name().name(), column, properties.getOrDefault(column.name(), column.name()), uses))
                .toList();
        String function = view.materialized()
                ? function(view.name(), "materializedView", "pgMaterializedView", uses)
                : function(view.name(), "view", "pgView", uses);
        List<Call> links = new ArrayList<>();
        String using = view.using();
        if (using != null) {
            links.add(Code.call("using", Code.string(using)));
        }
        if (!view.with().isEmpty()) {
            links.add(Code.call("with", Code.braces(Extras.options(view.with()))));
        }
        String tablespace = view.tablespace();
        if (tablespace != null) {
            links.add(Code.call("tablespace", Code.string(tablespace)));
        }
        if (view.withNoData()) {
            links.add(Code.call("withNoData"));
        }
        String definition = view.definition();
        links.add(
                view.existing() || definition == null ? Code.call("existing") : Code.call("as", uses.sql(definition)));
        Call head = Code.call(function, Code.string(view.name().name()), new Braces(fields, fields.size() > 1));
        return declaration(Thing.view(view.name()), Code.chain(head, links), uses);
    }

    private Declaration policy(LinkedPolicy linked) {
        Uses uses = new Uses();
        String table = uses.constant(scope.name(Thing.table(linked.on())));
        SqlText text = SqlText.qualified(linked.on(), scope.properties().getOrDefault(linked.on(), Map.of()), table);
        Call head = extras.policy(linked.policy(), text, uses);
        return declaration(
                Thing.policy(linked.on(), linked.policy().name()),
                Code.chain(head, List.of(Code.call("link", Code.text(table)))),
                uses);
    }

    private static void flag(List<Property> settings, String key, boolean value, boolean otherwise) {
        if (value != otherwise) {
            settings.add(new Property(key, Code.text(String.valueOf(value))));
        }
    }

    private String function(QualifiedName name, String method, String inPublic, Uses uses) {
        return name.schema().equals("public")
                ? uses.core(inPublic)
                : uses.constant(scope.name(Thing.schema(name.schema()))) + "." + method;
    }

    private Declaration declaration(Thing thing, Code code, Uses uses) {
        return new Declaration(thing, scope.name(thing), scope.isDeclared(thing), code, uses);
    }
}
