package mana.studio.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A view or a materialised view.
///
/// @param definition the query as the server deparses it, without the closing semicolon
/// @param options    `security_barrier=true`, `check_option=local`, storage parameters …, as `name=value`
/// @param populated  false for a materialised view that was never refreshed
/// @param tablespace of a materialised view; null for the default
/// @param accessMethod of a materialised view; null for views
public record View(
        Identity id,
        QualifiedName name,
        String owner,
        @Nullable String comment,
        Privileges privileges,
        boolean materialized,
        List<Column> columns,
        String definition,
        List<Index> indexes,
        List<Trigger> triggers,
        List<String> options,
        boolean populated,
        @Nullable String tablespace,
        @Nullable String accessMethod)
        implements Relation {
    public View {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
        options = List.copyOf(options);
    }

    public View withName(QualifiedName other) {
        return new View(
                id, other, owner, comment, privileges, materialized, columns, definition, indexes, triggers, options,
                populated, tablespace, accessMethod);
    }

    public View withComment(@Nullable String other) {
        return new View(
                id, name, owner, other, privileges, materialized, columns, definition, indexes, triggers, options,
                populated, tablespace, accessMethod);
    }

    public View withColumns(List<Column> other) {
        return new View(
                id, name, owner, comment, privileges, materialized, other, definition, indexes, triggers, options,
                populated, tablespace, accessMethod);
    }

    public View withDefinition(String other) {
        return new View(
                id, name, owner, comment, privileges, materialized, columns, other, indexes, triggers, options,
                populated, tablespace, accessMethod);
    }

    public View withIndexes(List<Index> other) {
        return new View(
                id, name, owner, comment, privileges, materialized, columns, definition, other, triggers, options,
                populated, tablespace, accessMethod);
    }

    public View withOptions(List<String> other) {
        return new View(
                id, name, owner, comment, privileges, materialized, columns, definition, indexes, triggers, other,
                populated, tablespace, accessMethod);
    }

    /// @param handed what becomes of the privileges with it
    public View withOwner(String other, Privileges handed) {
        return new View(
                id, name, other, comment, handed, materialized, columns, definition, indexes, triggers,
                options, populated, tablespace, accessMethod);
    }

    public View withPopulated(boolean other) {
        return new View(
                id, name, owner, comment, privileges, materialized, columns, definition, indexes, triggers,
                options, other, tablespace, accessMethod);
    }

    public View withTablespace(@Nullable String other) {
        return new View(
                id, name, owner, comment, privileges, materialized, columns, definition, indexes, triggers,
                options, populated, other, accessMethod);
    }
}
