package mana.studio.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Schema;

/// Narrows a plan to some schemas: everything else is to be as it is.
final class Scope {
    private Scope() {}

    static Database narrowed(Database from, Database to, List<String> schemas) {
        if (schemas.isEmpty()) {
            return to;
        }
        Map<String, Schema> chosen = new TreeMap<>();
        from.schemas().stream()
                .filter(schema -> !schemas.contains(schema.name()))
                .forEach(schema -> chosen.put(schema.name(), schema));
        to.schemas().stream()
                .filter(schema -> schemas.contains(schema.name()))
                .forEach(schema -> chosen.put(schema.name(), schema));
        List<OtherObject> others = new ArrayList<>();
        from.others().stream().filter(other -> !isIn(other, schemas)).forEach(others::add);
        to.others().stream().filter(other -> isIn(other, schemas)).forEach(others::add);
        List<Dependency> dependencies = new ArrayList<>();
        from.dependencies().stream().filter(one -> !isIn(one, schemas)).forEach(dependencies::add);
        to.dependencies().stream().filter(one -> isIn(one, schemas)).forEach(dependencies::add);
        others.sort(Comparator.comparing(OtherObject::kind).thenComparing(OtherObject::name));
        return new Database(
                to.name(),
                to.version(),
                to.owner(),
                to.comment(),
                List.copyOf(chosen.values()),
                from.extensions(),
                others,
                dependencies);
    }

    private static boolean isIn(OtherObject other, List<String> schemas) {
        return other.schema() != null && schemas.contains(other.schema());
    }

    private static boolean isIn(Dependency dependency, List<String> schemas) {
        return schemas.contains(dependency.dependent().object().name().schema());
    }
}
