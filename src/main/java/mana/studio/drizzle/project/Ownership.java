package mana.studio.drizzle.project;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mana.studio.convention.ServiceRegistry;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ties services to the schemas they own: by what their schema files declare, else by the newest snapshot, else by
/// the filter of their configuration; where several declare one, by the filter and the registry.
final class Ownership {
    private Ownership() {}

    static List<Service> settle(List<Service> services, ServiceRegistry registry) {
        Map<String, List<Service>> claims = new HashMap<>();
        services.forEach(service -> used(service, registry)
                .forEach(schema ->
                        claims.computeIfAbsent(schema, _ -> new ArrayList<>()).add(service)));
        return services.stream()
                .map(service -> service.withOwns(claims.entrySet().stream()
                        .filter(claim -> owners(claim.getKey(), claim.getValue(), registry)
                                .contains(service))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList()))
                .toList();
    }

    private static Set<String> used(Service service, ServiceRegistry registry) {
        Set<String> used = new TreeSet<>(service.declarations().used());
        if (used.isEmpty()) {
            used.addAll(inSnapshot(service));
        }
        if (used.isEmpty() && service.config() != null && service.config().schemaFilter() != null) {
            used.addAll(service.config().schemaFilter());
        }
        if (used.isEmpty()) {
            registry.services().stream()
                    .filter(known -> known.name().equals(service.name()))
                    .forEach(known -> used.addAll(known.schemas()));
        }
        // Enums that fell into public do not make it the service's own.
        boolean tables = service.declarations().tables().stream()
                .anyMatch(table -> table.schema().equals("public"));
        if (used.size() > 1 && !tables) {
            used.remove("public");
        }
        return used;
    }

    private static List<Service> owners(String schema, List<Service> claiming, ServiceRegistry registry) {
        if (claiming.size() == 1) {
            return claiming;
        }
        List<Service> different = claiming.stream()
                .filter(service ->
                        claiming.stream().noneMatch(other -> other != service && covers(other, service, schema)))
                .toList();
        if (different.size() == 1) {
            return different;
        }
        List<Service> registered = claiming.stream()
                .filter(service ->
                        registry.ownerOf(schema).filter(service.name()::equals).isPresent())
                .toList();
        boolean onlyBorrowed = registered.size() == 1
                && claiming.stream()
                        .filter(service -> service != registered.getFirst())
                        .allMatch(service -> covers(registered.getFirst(), service, schema));
        return onlyBorrowed ? registered : different.isEmpty() ? claiming : different;
    }

    /// Whether a service declares all that another declares in a schema, and more.
    private static boolean covers(Service larger, Service smaller, String schema) {
        Set<String> more = tables(larger, schema);
        Set<String> less = tables(smaller, schema);
        return !less.isEmpty() && more.containsAll(less) && more.size() > less.size();
    }

    static Set<String> tables(Service service, String schema) {
        Set<String> tables = new TreeSet<>();
        service.declarations().tables().stream()
                .filter(table -> table.schema().equals(schema))
                .forEach(table -> tables.add(table.name()));
        return tables;
    }

    /// The schemas of the newest snapshot's tables.
    private static Set<String> inSnapshot(Service service) {
        Set<String> schemas = new TreeSet<>();
        List<Migration> migrations = MigrationFolders.read(service.migrations()).migrations();
        for (Migration migration : migrations.reversed()) {
            if (migration.snapshot() != null) {
                try {
                    JsonNode json = JsonMapper.shared()
                            .readTree(Files.readString(migration.snapshot().path()));
                    json.path("tables")
                            .valueStream()
                            .forEach(table ->
                                    schemas.add(orPublic(table.path("schema").asString(""))));
                    json.path("ddl")
                            .valueStream()
                            .filter(entity ->
                                    entity.path("entityType").asString("").equals("tables"))
                            .forEach(table ->
                                    schemas.add(orPublic(table.path("schema").asString(""))));
                } catch (IOException | JacksonException broken) {
                    // An older snapshot may do.
                }
                if (!schemas.isEmpty()) {
                    break;
                }
            }
        }
        return schemas;
    }

    private static String orPublic(String schema) {
        return schema.isEmpty() ? "public" : schema;
    }
}
