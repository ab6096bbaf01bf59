package mana.studio.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.DataType;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Part.Kind;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import org.jspecify.annotations.Nullable;

/// What a part needs as far as the records say: its table, the type of a column, the columns of a key, the key that a
/// foreign key refers to. What stands in expressions is among the database's dependencies.
final class Needs {
    private final Lookup lookup;
    private final Set<Part> found = new LinkedHashSet<>();

    private Needs(Lookup lookup) {
        this.lookup = lookup;
    }

    static Set<Part> of(Part part, Lookup lookup) {
        Needs needs = new Needs(lookup);
        needs.add(part);
        return needs.found;
    }

    private void add(Part part) {
        if (part.kind() != Kind.WHOLE) {
            found.add(Part.whole(part.object()));
        }
        ObjectName name = part.object();
        if (name.kind() == ObjectName.Kind.OTHER) {
            schema(name.name().schema());
            return;
        }
        lookup.object(name).ifPresent(object -> {
            switch (part.kind()) {
                case WHOLE -> whole(object);
                case COLUMN -> column((Relation) object, part.name());
                case DEFAULT -> found.add(new Part(name, Kind.COLUMN, part.name()));
                case CONSTRAINT -> constraint(object, part.name());
                case INDEX -> index((Relation) object, part.name());
                case TRIGGER, POLICY -> {}
            }
        });
    }

    private void whole(SchemaObject object) {
        schema(object.name().schema());
        switch (object) {
            case Table table -> {
                table.inherits().forEach(parent -> found.add(Part.relation(parent)));
                if (table.ofType() != null) {
                    found.add(Part.type(table.ofType()));
                }
                if (table.foreign() != null) {
                    other("foreign server", "", table.foreign().server());
                }
                if (table.accessMethod() != null) {
                    other("access method", "", table.accessMethod());
                }
            }
            case CompositeType composite ->
                composite.attributes().forEach(attribute -> {
                    type(attribute.type());
                    collation(attribute.collation());
                });
            case DomainType domain -> {
                type(domain.baseType());
                collation(domain.collation());
            }
            case View _, Sequence _, EnumType _, Routine _ -> {}
        }
    }

    private void schema(String schema) {
        if (!schema.isEmpty()) {
            found.add(Part.schema(schema));
        }
    }

    private void column(Relation relation, String name) {
        if (!(relation instanceof Table table)) {
            return;
        }
        Optional<Column> column = table.column(name);
        column.ifPresent(found -> {
            type(found.type());
            collation(found.collation());
        });
        for (QualifiedName parent : (Iterable<QualifiedName>) Lookup.parents(table)::iterator) {
            if (table.partitionOf() == null
                    && lookup.table(parent).flatMap(of -> of.column(name)).isPresent()) {
                found.add(Part.column(parent, name));
            }
        }
    }

    private void type(DataType type) {
        if (type.named() != null) {
            QualifiedName name = type.named();
            if (lookup.type(name).isPresent()) {
                found.add(Part.type(name));
            } else if (lookup.relation(name).isPresent()) {
                found.add(Part.relation(name));
            } else {
                other("range type", name.schema(), name.name());
                other("base type", name.schema(), name.name());
            }
        }
    }

    private void collation(@Nullable QualifiedName collation) {
        if (collation != null) {
            other("collation", collation.schema(), collation.name());
        }
    }

    private void other(String kind, String schema, String name) {
        ObjectName other = new ObjectName(ObjectName.Kind.OTHER, new QualifiedName(schema, name), kind);
        if (lookup.other(other).isPresent()) {
            found.add(Part.whole(other));
        }
    }

    private void constraint(SchemaObject object, String name) {
        if (!(object instanceof Table table)) {
            return;
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint.name().equals(name)) {
                constraint.columns().forEach(column -> found.add(Part.column(table.name(), column)));
                switch (constraint) {
                    case ForeignKey key -> foreignKey(key);
                    case Constraint.PrimaryKey key ->
                        include(table, key.backing().include());
                    case Constraint.Unique key -> include(table, key.backing().include());
                    case Constraint.Check _, Constraint.Exclusion _ -> {}
                }
            }
        }
    }

    private void include(Table table, List<String> columns) {
        columns.forEach(column -> found.add(Part.column(table.name(), column)));
    }

    /// A foreign key leans on the key or unique index of just these columns.
    private void foreignKey(ForeignKey key) {
        QualifiedName target = key.referencedTable();
        found.add(Part.relation(target));
        key.referencedColumns().forEach(column -> found.add(Part.column(target, column)));
        lookup.table(target).ifPresent(table -> {
            Set<String> columns = Set.copyOf(key.referencedColumns());
            for (Constraint constraint : table.constraints()) {
                boolean isKey = constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
                if (isKey && Set.copyOf(constraint.columns()).equals(columns)) {
                    found.add(Part.of(target, Kind.CONSTRAINT, constraint.name()));
                    return;
                }
            }
            for (Index index : table.indexes()) {
                if (index.unique()
                        && index.predicate() == null
                        && columnsOf(index).equals(columns)) {
                    found.add(Part.of(target, Kind.INDEX, index.name()));
                    return;
                }
            }
        });
    }

    private static Set<String> columnsOf(Index index) {
        Set<String> columns = new LinkedHashSet<>();
        index.keys().forEach(key -> columns.add(key.column() == null ? "" : key.column()));
        return columns;
    }

    private void index(Relation relation, String name) {
        for (Index index : relation.indexes()) {
            if (index.name().equals(name)) {
                columnsOf(index).stream()
                        .filter(column -> !column.isEmpty())
                        .forEach(column -> found.add(Part.column(relation.name(), column)));
                index.include().forEach(column -> found.add(Part.column(relation.name(), column)));
                index.keys().forEach(key -> collation(key.collation()));
            }
        }
    }
}
