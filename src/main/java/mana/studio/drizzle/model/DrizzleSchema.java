package mana.studio.drizzle.model;

import java.util.List;
import java.util.Optional;
import mana.studio.schema.QualifiedName;

/// Everything that one service declares. The default schema is called `public` throughout.
///
/// @param schemas   every exported `pgSchema`, without public
/// @param policies  policies that are linked to tables which the service does not declare
public record DrizzleSchema(
        List<String> schemas,
        List<DrizzleEnum> enums,
        List<DrizzleTable> tables,
        List<DrizzleView> views,
        List<DrizzleSequence> sequences,
        List<DrizzleRole> roles,
        List<LinkedPolicy> policies) {
    public static final DrizzleSchema EMPTY =
            new DrizzleSchema(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public DrizzleSchema {
        schemas = List.copyOf(schemas);
        enums = List.copyOf(enums);
        tables = List.copyOf(tables);
        views = List.copyOf(views);
        sequences = List.copyOf(sequences);
        roles = List.copyOf(roles);
        policies = List.copyOf(policies);
    }

    public Optional<DrizzleTable> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    public Optional<DrizzleEnum> enumType(QualifiedName name) {
        return enums.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /// @param values in order
    public record DrizzleEnum(QualifiedName name, List<String> values) {
        public DrizzleEnum {
            values = List.copyOf(values);
        }
    }

    /// `pgSequence(…)`; a sequence behind an identity column is part of its column.
    public record DrizzleSequence(QualifiedName name, DrizzleColumn.Counter counter) {}

    /// `pgRole(…)` that is not `.existing()`.
    public record DrizzleRole(String name, boolean createDb, boolean createRole, boolean inherit) {}

    /// `pgPolicy(…).link(…)` on a table that is none of the service's own.
    public record LinkedPolicy(QualifiedName on, DrizzlePolicy policy) {}
}
