package mana.studio.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A free-standing composite type.
public record CompositeType(
        Identity id,
        QualifiedName name,
        String owner,
        @Nullable String comment,
        Privileges privileges,
        List<Attribute> attributes)
        implements SchemaObject {
    public CompositeType {
        attributes = List.copyOf(attributes);
    }

    public CompositeType withName(QualifiedName other) {
        return new CompositeType(id, other, owner, comment, privileges, attributes);
    }

    public CompositeType withComment(@Nullable String other) {
        return new CompositeType(id, name, owner, other, privileges, attributes);
    }

    public CompositeType withAttributes(List<Attribute> other) {
        return new CompositeType(id, name, owner, comment, privileges, other);
    }

    /// @param collation null for the type's own
    public record Attribute(
            Identity id,
            String name,
            DataType type,
            @Nullable QualifiedName collation,
            @Nullable String comment) {}
}
