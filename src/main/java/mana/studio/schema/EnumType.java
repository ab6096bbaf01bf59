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

    public EnumType withName(QualifiedName other) {
        return new EnumType(id, other, owner, comment, privileges, labels);
    }

    public EnumType withComment(@Nullable String other) {
        return new EnumType(id, name, owner, other, privileges, labels);
    }

    public EnumType withLabels(List<String> other) {
        return new EnumType(id, name, owner, comment, privileges, other);
    }
}
