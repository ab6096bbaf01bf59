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

    public DomainType withName(QualifiedName other) {
        return new DomainType(
                id, other, owner, comment, privileges, baseType, notNull, defaultExpression, collation, checks);
    }

    public DomainType withComment(@Nullable String other) {
        return new DomainType(
                id, name, owner, other, privileges, baseType, notNull, defaultExpression, collation, checks);
    }

    public DomainType withDefaultExpression(@Nullable String other) {
        return new DomainType(id, name, owner, comment, privileges, baseType, notNull, other, collation, checks);
    }

    public DomainType withChecks(List<DomainCheck> other) {
        return new DomainType(
                id, name, owner, comment, privileges, baseType, notNull, defaultExpression, collation, other);
    }

    public record DomainCheck(
            Identity id,
            String name,
            String expression,
            boolean validated,
            @Nullable String comment) {}
}
