package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.Identity;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.Action;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.model.DrizzleTable.Unique;
import mana.studio.drizzle.typescript.Code.Call;
import mana.studio.drizzle.typescript.Code.Property;
import mana.studio.drizzle.typescript.ColumnTypes.Builder;
import mana.studio.drizzle.typescript.Options.Casing;
import mana.studio.drizzle.typescript.Options.Line;
import mana.studio.schema.QualifiedName;

/// A column as its builder with the calls behind it.
final class Columns {
    private static final Set<String> SERIAL = Set.of("serial", "smallserial", "bigserial");

    private final ColumnTypes types;
    private final Defaults defaults;
    private final Scope scope;
    private final Cycles cycles;
    private final Options options;
    private final DefaultNames names;

    Columns(ColumnTypes types, Scope scope, Cycles cycles, Options options) {
        this.types = types;
        this.defaults = new Defaults(types);
        this.scope = scope;
        this.cycles = cycles;
        this.options = options;
        this.names = new DefaultNames(options.line());
    }

    Property ofTable(DrizzleTable table, DrizzleColumn column, Uses uses) {
        String property = scope.property(table.name(), column.name());
        List<Call> links = new ArrayList<>();
        links(table, column, uses).values().forEach(links::addAll);
        return new Property(JsonLiteral.key(property), Code.chain(head(column, property, uses), links));
    }

    /// In a view nothing but the column itself has a place, and casing none.
    Property ofView(String view, DrizzleColumn column, String property, Uses uses) {
        List<Call> links = new ArrayList<>();
        own(view, column, false, uses).values().forEach(links::addAll);
        return new Property(JsonLiteral.key(property), Code.chain(head(column, true, uses), links));
    }

    /// `timestamp('created_at', { withTimezone: true })`.
    Call head(DrizzleColumn column, String property, Uses uses) {
        return head(column, !isNameless(column.name(), property), uses);
    }

    private Call head(DrizzleColumn column, boolean named, Uses uses) {
        Builder builder = types.of(column);
        List<Code> arguments = new ArrayList<>();
        if (named) {
            arguments.add(Code.string(column.name()));
        }
        if (!builder.config().isEmpty()) {
            arguments.add(Code.braces(builder.config()));
        }
        return new Call(function(column, builder, uses), arguments);
    }

    /// What follows the builder, by what it says.
    Map<Facet, List<Call>> links(DrizzleTable table, DrizzleColumn column, Uses uses) {
        Map<Facet, List<Call>> links = own(table.name().name(), column, true, uses);
        Placement placement = new Placement(table, names);
        placement
                .uniqueAt(column.name())
                .ifPresent(unique -> links.put(Facet.UNIQUE, List.of(unique(table, column, unique))));
        List<Call> keys = placement.foreignKeysAt(column.name()).stream()
                .map(key -> references(table.name(), key, uses))
                .toList();
        if (!keys.isEmpty()) {
            links.put(Facet.REFERENCES, keys);
        }
        return links;
    }

    boolean isNameless(String column, String property) {
        return options.casing() == Casing.SNAKE_CASE && Words.snake(property).equals(column);
    }

    private String function(DrizzleColumn column, Builder builder, Uses uses) {
        Optional<Thing> own = types.thing(column);
        return own.isPresent() ? uses.constant(scope.name(own.get())) : uses.core(builder.builder());
    }

    private Map<Facet, List<Call>> own(String owner, DrizzleColumn column, boolean ofTable, Uses uses) {
        Builder builder = types.of(column);
        Map<Facet, List<Call>> links = new EnumMap<>(Facet.class);
        if (builder.isArray()) {
            links.put(Facet.ARRAY, arrays(builder));
        }
        if (column.primaryKey()) {
            links.put(Facet.PRIMARY_KEY, List.of(Code.call("primaryKey")));
        }
        defaults.of(column, builder, ofTable, uses).ifPresent(each -> links.put(Facet.DEFAULT, List.of(each)));
        String generated = column.generatedAs();
        if (generated != null) {
            links.put(Facet.GENERATED, List.of(Code.call("generatedAlwaysAs", uses.sql(generated))));
        }
        Identity identity = column.identity();
        if (identity != null) {
            links.put(Facet.IDENTITY, List.of(identity(owner, column, identity)));
        }
        if (column.notNull() && !column.primaryKey() && identity == null && !SERIAL.contains(column.type())) {
            links.put(Facet.NOT_NULL, List.of(Code.call("notNull")));
        }
        return links;
    }

    private List<Call> arrays(Builder builder) {
        if (options.line() == Line.V1 && builder.sizes().size() > 1) {
            return List.of(
                    Code.call("array", Code.string("[]".repeat(builder.sizes().size()))));
        }
        return builder.sizes().stream()
                .map(size -> size.isEmpty() || options.line() == Line.V1
                        ? Code.call("array")
                        : Code.call("array", Code.text(size)))
                .toList();
    }

    private Call identity(String owner, DrizzleColumn column, Identity identity) {
        List<Property> settings = new ArrayList<>();
        if (!identity.sequence().equals(names.sequence(owner, column.name()))) {
            settings.add(new Property("name", Code.string(identity.sequence())));
        }
        settings.addAll(Counters.ofIdentity(identity.counter(), column.type()));
        String function = identity.always() ? "generatedAlwaysAsIdentity" : "generatedByDefaultAsIdentity";
        return settings.isEmpty() ? Code.call(function) : Code.call(function, Code.braces(settings));
    }

    /// Where the column has no name in the code, drizzle makes the constraint's name from the property.
    private Call unique(DrizzleTable table, DrizzleColumn column, Unique unique) {
        String property = scope.property(table.name(), column.name());
        String named = isNameless(column.name(), property) ? property : column.name();
        boolean isDefault = unique.name().equals(names.unique(table.name().name(), named));
        if (unique.nullsNotDistinct()) {
            Property nulls = new Property("nulls", Code.string("not distinct"));
            return Code.call("unique", Code.string(unique.name()), Code.braces(List.of(nulls)));
        }
        return isDefault ? Code.call("unique") : Code.call("unique", Code.string(unique.name()));
    }

    private Call references(QualifiedName table, ForeignKey key, Uses uses) {
        String target = uses.constant(scope.name(Thing.table(key.target())));
        String column = SqlText.access(
                target, scope.property(key.target(), key.targetColumns().getFirst()));
        boolean cyclic = cycles.contains(table, key.target());
        Code arrow = new Code.Arrow(cyclic ? "(): " + uses.core("AnyPgColumn") : "()", Code.text(column));
        List<Property> actions = actions(key);
        return actions.isEmpty()
                ? Code.call("references", arrow)
                : Code.call("references", arrow, Code.braces(actions));
    }

    private static List<Property> actions(ForeignKey key) {
        List<Property> actions = new ArrayList<>();
        if (key.onDelete() != Action.NO_ACTION) {
            actions.add(new Property("onDelete", Code.string(words(key.onDelete()))));
        }
        if (key.onUpdate() != Action.NO_ACTION) {
            actions.add(new Property("onUpdate", Code.string(words(key.onUpdate()))));
        }
        return actions;
    }

    static String words(Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
