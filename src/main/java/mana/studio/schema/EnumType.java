package mana.studio.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An enum; its labels in their sort order.
public record EnumType(
        Identity id,
        QualifiedName name,
        String owner,
        @Nullable String comment,
        Privileges privileges,
        List<String> labels)
        implements SchemaObject {
    public EnumType {
        labels = List.copyOf(labels);
    }
}
