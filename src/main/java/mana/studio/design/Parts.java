package mana.studio.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.schema.CompositeType;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Routine;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import org.jspecify.annotations.Nullable;

/// The parts of objects, whatever they are.
final class Parts {
    private Parts() {}

    /// The names of the components that hold parts.
    static List<String> components(SchemaObject object) {
        return switch (object) {
            case Table _ -> List.of("columns", "constraints", "indexes", "triggers", "policies");
            case View _ -> List.of("columns", "indexes", "triggers");
            case CompositeType _ -> List.of("attributes");
            case DomainType _ -> List.of("checks");
            case Sequence _, EnumType _, Routine _ -> List.of();
        };
    }

    static List<Record> in(SchemaObject object, String component) {
        List<Record> parts = new ArrayList<>();
        if (Components.get((Record) object, component) instanceof List<?> list) {
            list.forEach(part -> parts.add((Record) part));
        }
        return parts;
    }

    /// Which component holds the part; null for none.
    static @Nullable String component(SchemaObject object, Identity part) {
        return components(object).stream()
                .filter(component -> in(object, component).stream().anyMatch(one -> isOf(one, part)))
                .findFirst()
                .orElse(null);
    }

    static Optional<Record> find(SchemaObject object, Identity part) {
        return components(object).stream()
                .flatMap(component -> in(object, component).stream())
                .filter(one -> isOf(one, part))
                .findFirst();
    }

    /// The object with another state of a part.
    static SchemaObject replaced(SchemaObject object, Identity part, Record other) {
        String component = component(object, part);
        return component == null
                ? object
                : (SchemaObject) Components.with(
                        (Record) object,
                        component,
                        in(object, component).stream()
                                .map(one -> isOf(one, part) ? other : one)
                                .toList());
    }

    /// The object with a part more.
    static SchemaObject added(SchemaObject object, String component, Record part) {
        List<Record> parts = in(object, component);
        parts.add(part);
        if (!component.equals("columns") && !component.equals("attributes")) {
            parts.sort(java.util.Comparator.comparing(Parts::name));
        }
        return (SchemaObject) Components.with((Record) object, component, parts);
    }

    /// The part's name; empty where it is not there.
    static String name(SchemaObject object, Identity part) {
        return find(object, part).map(Parts::name).orElse("");
    }

    static String name(Record part) {
        return Components.get(part, "name") instanceof String name ? name : "";
    }

    private static boolean isOf(Record one, Identity part) {
        Identity id = Components.identity(one);
        return id != null && id.same(part);
    }
}
