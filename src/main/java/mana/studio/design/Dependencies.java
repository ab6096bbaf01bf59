package mana.studio.design;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;

/// What was known to lean on what.
final class Dependencies {
    private Dependencies() {}

    /// The database with those of another state that have both their sides in it.
    static Database broughtBack(Database database, Database other) {
        Set<Dependency> all = new TreeSet<>(database.dependencies());
        all.addAll(other.dependencies());
        return known(database.withDependencies(List.copyOf(all)));
    }

    /// The database without those of things that are not in it.
    static Database known(Database database) {
        Set<ObjectName> names = new HashSet<>();
        Set<Part> parts = new HashSet<>();
        database.schemas()
                .forEach(schema -> schema.objects().forEach(object -> {
                    ObjectName name = ObjectName.of(object);
                    names.add(name);
                    for (String component : Parts.components(object)) {
                        Parts.in(object, component)
                                .forEach(part -> parts.add(new Part(name, kind(component), Parts.name(part))));
                    }
                }));
        return database.withDependencies(database.dependencies().stream()
                .filter(one -> isThere(one.dependent(), names, parts) && isThere(one.on(), names, parts))
                .toList());
    }

    private static boolean isThere(Part part, Set<ObjectName> names, Set<Part> parts) {
        return switch (part.object().kind()) {
            case EXTENSION, OTHER -> true;
            case TYPE, ROUTINE, RELATION ->
                switch (part.kind()) {
                    case WHOLE -> names.contains(part.object());
                    case DEFAULT -> parts.contains(new Part(part.object(), Part.Kind.COLUMN, part.name()));
                    case COLUMN, CONSTRAINT, INDEX, TRIGGER, POLICY -> parts.contains(part);
                };
        };
    }

    private static Part.Kind kind(String component) {
        return switch (component) {
            case "constraints", "checks" -> Part.Kind.CONSTRAINT;
            case "indexes" -> Part.Kind.INDEX;
            case "triggers" -> Part.Kind.TRIGGER;
            case "policies" -> Part.Kind.POLICY;
            default -> Part.Kind.COLUMN;
        };
    }
}
