package mana.studio.schema;

import org.jspecify.annotations.Nullable;

/// A trigger a person made (not those behind foreign keys).
///
/// @param definition `pg_get_triggerdef`, without a closing semicolon
/// @param inherited  cloned from a partitioned parent's trigger
public record Trigger(
        Identity id, String name, @Nullable String comment, String definition, Firing firing, boolean inherited) {
    /// `pg_trigger.tgenabled`.
    public enum Firing {
        ORIGIN,
        DISABLED,
        REPLICA,
        ALWAYS
    }
}
