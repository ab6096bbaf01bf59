package mana.studio.drizzle.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mana.studio.drizzle.project.Declarations.Named;
import org.jspecify.annotations.Nullable;

/// Finds where services get in each other's way.
final class Overlaps {
    private Overlaps() {}

    static List<Overlap> of(List<Service> services) {
        List<Overlap> found = new ArrayList<>();
        owners(services, found);
        for (Service service : services) {
            foreign(service, services, found);
            filter(service, found);
            enums(service, found);
            books(service, found);
        }
        shared(services, found);
        return List.copyOf(found);
    }

    private static void owners(List<Service> services, List<Overlap> found) {
        Map<String, Set<String>> owners = new TreeMap<>();
        services.forEach(service -> service.owns()
                .forEach(schema ->
                        owners.computeIfAbsent(schema, _ -> new TreeSet<>()).add(service.name())));
        owners.forEach((schema, names) -> {
            if (names.size() > 1) {
                found.add(new Overlap.TwoOwners(schema, List.copyOf(names)));
            }
        });
    }

    private static void foreign(Service service, List<Service> services, List<Overlap> found) {
        for (Named table : service.declarations().tables()) {
            if (!service.owns().contains(table.schema())) {
                services.stream()
                        .filter(other -> other != service && other.owns().contains(table.schema()))
                        .findFirst()
                        .ifPresent(owner -> found.add(new Overlap.ForeignTable(service.name(), table, owner.name())));
            }
        }
    }

    private static void filter(Service service, List<Overlap> found) {
        List<String> own = service.declarations().schemas().stream()
                .filter(service.owns()::contains)
                .toList();
        if (service.config() == null || own.isEmpty()) {
            return;
        }
        @Nullable List<String> filter = service.config().schemaFilter();
        if (filter == null) {
            boolean open = service.config().unread().stream()
                    .anyMatch(unread -> unread.key().equals("schemaFilter"));
            if (!open) {
                found.add(new Overlap.NoFilter(service.name(), own));
            }
            return;
        }
        own.stream()
                .filter(schema -> filter.stream().noneMatch(pattern -> matches(pattern, schema)))
                .forEach(schema -> found.add(new Overlap.FilterOmitsOwn(service.name(), schema, filter)));
    }

    private static boolean matches(String pattern, String schema) {
        return schema.matches(pattern.replaceAll("[^\\w*]", "\\\\$0").replace("*", ".*"));
    }

    private static void enums(Service service, List<Overlap> found) {
        List<String> inPublic = service.declarations().enums().stream()
                .filter(type -> type.schema().equals("public"))
                .map(Named::name)
                .toList();
        if (!inPublic.isEmpty() && !service.declarations().schemas().isEmpty()) {
            found.add(new Overlap.EnumsInPublic(service.name(), inPublic));
        }
    }

    private static void books(Service service, List<Overlap> found) {
        if (service.config() != null
                && service.script() != null
                && !service.script().table().equals(service.table())) {
            found.add(new Overlap.TwoBooks(
                    service.name(),
                    service.table(),
                    service.script().file(),
                    service.script().table()));
        }
    }

    private static void shared(Collection<Service> services, List<Overlap> found) {
        Map<MigrationsTable, List<String>> keeping = new LinkedHashMap<>();
        services.forEach(service ->
                keeping.computeIfAbsent(service.table(), _ -> new ArrayList<>()).add(service.name()));
        keeping.forEach((table, names) -> {
            if (names.size() > 1) {
                found.add(new Overlap.SharedBooks(table, names));
            }
        });
    }
}
