package mana.studio.schema;

import org.jspecify.annotations.Nullable;

/// A function, procedure or window function. Aggregates are among the {@link OtherObject}s.
///
/// @param arguments  the identity arguments, as the server prints them: two routines may share a name
/// @param result     what it returns, as the server prints it; null for procedures
/// @param definition `pg_get_functiondef`, without a closing semicolon
public record Routine(
        Identity id,
        QualifiedName name,
        String owner,
        @Nullable String comment,
        Privileges privileges,
        Kind kind,
        String arguments,
        @Nullable String result,
        String language,
        String definition)
        implements SchemaObject {
    public enum Kind {
        FUNCTION,
        PROCEDURE,
        WINDOW
    }
}
