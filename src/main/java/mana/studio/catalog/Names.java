package mana.studio.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mana.studio.catalog.SmallRows.NameRow;
import mana.studio.catalog.SmallRows.SchemaRow;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// What oids in a catalog's rows stand for.
final class Names {
    private final Map<Long, String> schemas = new HashMap<>();
    private final Map<Long, String> plain = new HashMap<>();
    private final Map<Long, QualifiedName> operatorClasses = new HashMap<>();
    private final Map<Long, QualifiedName> usualClasses = new HashMap<>();
    private final Map<Long, QualifiedName> relations = new HashMap<>();
    private final Map<Long, QualifiedName> collations;

    Names(CatalogRows rows, Map<Long, QualifiedName> collations) {
        this.collations = collations;
        for (SchemaRow schema : rows.schemas.result()) {
            schemas.put(schema.oid(), schema.name());
        }
        for (NameRow name : rows.names.result()) {
            if (name.schema() == null) {
                plain.put(key(name.kind(), name.oid()), name.name());
            } else if (name.kind().startsWith("default")) {
                usualClasses.put(name.oid(), new QualifiedName(name.schema(), name.name()));
            } else {
                operatorClasses.put(name.oid(), new QualifiedName(name.schema(), name.name()));
            }
        }
        for (RelationRow relation : rows.relations.result()) {
            addRelation(relation.oid(), relation.schema(), relation.name());
        }
        for (SequenceRow sequence : rows.sequences.result()) {
            addRelation(sequence.oid(), sequence.schema(), sequence.name());
        }
    }

    private void addRelation(long oid, long schema, String name) {
        String schemaName = schemas.get(schema);
        if (schemaName != null) {
            relations.put(oid, new QualifiedName(schemaName, name));
        }
    }

    /// Roles, access methods and tablespaces have oids of their own each: the kind keeps them apart.
    private static long key(String kind, long oid) {
        return (long) kind.charAt(0) << 32 | oid;
    }

    /// The schema of a relation or type; null where it is the system's own, or temporary.
    @Nullable String schema(long oid) {
        return schemas.get(oid);
    }

    /// The name of what lives in a schema; null where that is the system's own, or temporary.
    @Nullable QualifiedName qualified(long schema, String name) {
        String schemaName = schemas.get(schema);
        return schemaName == null ? null : new QualifiedName(schemaName, name);
    }

    String role(long oid) {
        return plain.getOrDefault(key("role", oid), Long.toString(oid));
    }

    /// Null for 0.
    @Nullable String accessMethod(long oid) {
        return plain.get(key("access method", oid));
    }

    /// Null for 0, the database's default.
    @Nullable String tablespace(long oid) {
        return plain.get(key("tablespace", oid));
    }

    /// Null for a class that is its type's default.
    @Nullable QualifiedName operatorClass(long oid) {
        return operatorClasses.get(oid);
    }

    /// Also of a class that is its type's default: options stand behind its name only.
    @Nullable QualifiedName operatorClassWithOptions(long oid) {
        return operatorClasses.getOrDefault(oid, usualClasses.get(oid));
    }

    @Nullable QualifiedName collation(long oid) {
        return collations.get(oid);
    }

    /// The name of a table, view or sequence; null where it is the system's own, or temporary.
    @Nullable QualifiedName relation(long oid) {
        return relations.get(oid);
    }

    List<String> roles(long[] oids) {
        return java.util.Arrays.stream(oids)
                .mapToObj(oid -> oid == 0 ? "PUBLIC" : role(oid))
                .sorted()
                .toList();
    }
}
