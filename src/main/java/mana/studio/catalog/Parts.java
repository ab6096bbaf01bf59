package mana.studio.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import mana.studio.catalog.CatalogRows.Member;
import mana.studio.catalog.SmallRows.DependencyRow;
import mana.studio.catalog.SmallRows.ExtensionRow;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Part.Kind;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// What the oids in dependencies stand for. What belongs to an extension stands for the extension, the sequence behind
/// an identity column for the column, the index behind a constraint for the constraint.
final class Parts {
    private final Map<Member, Part> parts = new HashMap<>();
    private final Names names;
    private final ColumnAssembler columns;

    Parts(CatalogRows rows, Names names, ColumnAssembler columns) {
        this.names = names;
        this.columns = columns;
        extensions(rows);
        relations(rows);
        objects(rows);
        partsOfRelations(rows);
    }

    /// @param column the number of a column; 0 for a whole object, negative for the system's own columns
    /// @return null for what is not in the model: the system's own, temporary
    @Nullable Part of(long catalog, long oid, int column) {
        if (column <= 0) {
            return parts.get(new Member(catalog, oid));
        }
        Part relation = parts.get(new Member(SystemCatalog.RELATION, oid));
        boolean isDefault = catalog == SystemCatalog.DEFAULT && !columns.isGenerated(oid, column);
        return relation == null ? null : column(relation, isDefault ? Kind.DEFAULT : Kind.COLUMN, oid, column);
    }

    private Part column(Part relation, Kind kind, long oid, int column) {
        return isExtension(relation) ? relation : new Part(relation.object(), kind, columns.name(oid, column));
    }

    private static boolean isExtension(Part part) {
        return part.object().kind() == ObjectName.Kind.EXTENSION;
    }

    private void extensions(CatalogRows rows) {
        Map<Long, Part> extensions = new HashMap<>();
        for (ExtensionRow row : rows.extensions.result()) {
            QualifiedName name = new QualifiedName("", row.name());
            extensions.put(row.oid(), add(SystemCatalog.EXTENSION, row.oid(), ObjectName.Kind.EXTENSION, name, ""));
        }
        rows.extensionMembers.result().forEach((member, extension) -> {
            Part part = extensions.get(extension);
            if (part != null) {
                parts.put(member, part);
            }
        });
    }

    private void relations(CatalogRows rows) {
        for (RelationRow row : rows.relations.result()) {
            Part relation = addRelation(row.oid());
            if (relation != null) {
                parts.put(new Member(SystemCatalog.TYPE, row.rowType()), relation);
            }
        }
        for (SequenceRow row : rows.sequences.result()) {
            Part table = parts.get(new Member(SystemCatalog.RELATION, row.table()));
            if (row.ownership() == 'i' && table != null) {
                Part column = column(table, Kind.COLUMN, row.table(), row.column());
                parts.put(new Member(SystemCatalog.RELATION, row.oid()), column);
            } else {
                addRelation(row.oid());
            }
        }
    }

    private @Nullable Part addRelation(long oid) {
        QualifiedName name = names.relation(oid);
        return name == null ? null : add(SystemCatalog.RELATION, oid, ObjectName.Kind.RELATION, name, "");
    }

    private void objects(CatalogRows rows) {
        for (TypeRow row : rows.types.result()) {
            QualifiedName name = names.qualified(row.schema(), row.name());
            if (name != null) {
                Part type = add(SystemCatalog.TYPE, row.oid(), ObjectName.Kind.TYPE, name, "");
                // What holds the attributes of a composite type.
                parts.put(new Member(SystemCatalog.RELATION, row.relation()), type);
            }
        }
        for (RoutineRow row : rows.routines.result()) {
            QualifiedName name = names.qualified(row.schema(), row.name());
            if (name != null) {
                add(SystemCatalog.ROUTINE, row.oid(), ObjectName.Kind.ROUTINE, name, row.arguments());
            }
        }
        rows.others().forEach(row -> {
            QualifiedName name = new QualifiedName(row.schema() == null ? "" : row.schema(), row.name());
            add(row.catalog(), row.oid(), ObjectName.Kind.OTHER, name, row.kind());
        });
    }

    private Part add(long catalog, long oid, ObjectName.Kind kind, QualifiedName name, String arguments) {
        return parts.computeIfAbsent(
                new Member(catalog, oid), _ -> Part.whole(new ObjectName(kind, name, arguments)));
    }

    /// Indexes, constraints, triggers and policies, but only those that some dependency names: there may be many.
    private void partsOfRelations(CatalogRows rows) {
        Set<Member> named = new HashSet<>();
        for (DependencyRow row : rows.dependencies.result()) {
            named.add(new Member(row.catalog(), row.oid()));
            named.add(new Member(row.onCatalog(), row.onOid()));
        }
        rows.indexes.result().all().forEach(group -> group.forEach(
                row -> add(named, SystemCatalog.RELATION, row.oid(), row.table(), Kind.INDEX, row.name())));
        rows.constraints.result().all().forEach(group -> group.forEach(row -> {
            if (row.kind() == 'c' || row.kind() == 'x') {
                named.add(new Member(SystemCatalog.CONSTRAINT, row.oid()));
            }
            add(named, SystemCatalog.CONSTRAINT, row.oid(), row.table(), Kind.CONSTRAINT, row.name());
            add(named, SystemCatalog.RELATION, row.index(), row.table(), Kind.CONSTRAINT, row.name());
            if (row.domain() != 0) {
                Part domain = parts.get(new Member(SystemCatalog.TYPE, row.domain()));
                add(named, SystemCatalog.CONSTRAINT, row.oid(), domain, Kind.CONSTRAINT, row.name());
            }
        }));
        rows.triggers.result().all().forEach(group -> group.forEach(
                row -> add(named, SystemCatalog.TRIGGER, row.oid(), row.relation(), Kind.TRIGGER, row.name())));
        rows.policies.result().all().forEach(group -> group.forEach(
                row -> add(named, SystemCatalog.POLICY, row.oid(), row.table(), Kind.POLICY, row.name())));
    }

    private void add(Set<Member> named, long catalog, long oid, long relation, Kind kind, String name) {
        add(named, catalog, oid, parts.get(new Member(SystemCatalog.RELATION, relation)), kind, name);
    }

    private void add(Set<Member> named, long catalog, long oid, @Nullable Part whole, Kind kind, String name) {
        Member member = new Member(catalog, oid);
        if (whole != null && named.contains(member)) {
            parts.put(member, isExtension(whole) ? whole : new Part(whole.object(), kind, name));
        }
    }
}
