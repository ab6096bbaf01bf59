package mana.studio.connection;

import org.jspecify.annotations.Nullable;

/// A saved connection.
///
/// @param id           stays when the rest changes
/// @param color        a colour's name in the interface (`blue`, `amber` …); null for the environment's own
/// @param readOnly     whether the server is told to refuse writes (`default_transaction_read_only`)
/// @param applyAllowed whether changes of the schema may be applied although the database is not a local one
public record Profile(
        String id,
        String name,
        Environment environment,
        @Nullable String color,
        boolean readOnly,
        boolean applyAllowed,
        Target target) {
    /// One whose schema is not changed where it is not local.
    public Profile(
            String id, String name, Environment environment, @Nullable String color, boolean readOnly, Target target) {
        this(id, name, environment, color, readOnly, false, target);
    }

    public Profile withApplyAllowed(boolean other) {
        return new Profile(id, name, environment, color, readOnly, other, target);
    }
}
