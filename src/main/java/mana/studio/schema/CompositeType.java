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

    /// @param collation null for the type's own
    public record Attribute(
            Identity id, String name, DataType type, @Nullable QualifiedName collation, @Nullable String comment) {}
}
