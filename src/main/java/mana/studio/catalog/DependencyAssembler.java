package mana.studio.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mana.studio.catalog.CatalogRows.Member;
import mana.studio.catalog.SmallRows.DependencyRow;
import mana.studio.schema.Dependency;
import mana.studio.schema.ObjectName;
import mana.studio.schema.ObjectName.Kind;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// Names what depends on what.
final class DependencyAssembler {
    private final Map<Member, ObjectName> objects = new HashMap<>();
    private final List<DependencyRow> rows;

    DependencyAssembler(CatalogRows rows, Names names) {
        this.rows = rows.dependencies.result();
        for (RelationRow row : rows.relations.result()) {
            QualifiedName name = names.relation(row.oid());
            if (name != null) {
                ObjectName object = new ObjectName(Kind.RELATION, name, "");
                objects.put(new Member(SystemCatalog.RELATION, row.oid()), object);
                objects.put(new Member(SystemCatalog.TYPE, row.rowType()), object);
            }
        }
        for (SequenceRow row : rows.sequences.result()) {
            put(SystemCatalog.RELATION, row.oid(), Kind.RELATION, names.schema(row.schema()), row.name(), "");
        }
        for (TypeRow row : rows.types.result()) {
            put(SystemCatalog.TYPE, row.oid(), Kind.TYPE, names.schema(row.schema()), row.name(), "");
        }
        for (RoutineRow row : rows.routines.result()) {
            String schema = names.schema(row.schema());
            put(SystemCatalog.ROUTINE, row.oid(), Kind.ROUTINE, schema, row.name(), row.arguments());
        }
        rows.extensionMembers.result().forEach(objects::remove);
    }

    private void put(long catalog, long oid, Kind kind, @Nullable String schema, String name, String arguments) {
        if (schema != null) {
            objects.put(new Member(catalog, oid), new ObjectName(kind, new QualifiedName(schema, name), arguments));
        }
    }

    List<Dependency> dependencies() {
        return rows.stream()
                .map(row -> {
                    ObjectName dependent = objects.get(new Member(row.catalog(), row.oid()));
                    ObjectName on = objects.get(new Member(row.onCatalog(), row.onOid()));
                    return dependent == null || on == null
                            ? null
                            : new Dependency(Part.whole(dependent), Part.whole(on));
                })
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
