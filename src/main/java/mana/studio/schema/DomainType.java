package mana.studio.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A domain: a base type, narrowed.
///
/// @param collation null for the base type's own
public record DomainType(
        Identity id,
        QualifiedName name,
        String owner,
        @Nullable String comment,
        Privileges privileges,
        DataType baseType,
        boolean notNull,
        @Nullable String defaultExpression,
        @Nullable QualifiedName collation,
        List<DomainCheck> checks)
        implements SchemaObject {
    public DomainType {
        checks = List.copyOf(checks);
    }

    public record DomainCheck(
            Identity id, String name, String expression, boolean validated, @Nullable String comment) {}
}
