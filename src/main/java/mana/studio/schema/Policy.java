package mana.studio.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row-level security policy.
///
/// @param roles role names; `PUBLIC` for everyone
/// @param using as the server deparses it; null for none
/// @param check `WITH CHECK`, as the server deparses it; null for none
public record Policy(
        Identity id,
        String name,
        @Nullable String comment,
        Command command,
        boolean permissive,
        List<String> roles,
        @Nullable String using,
        @Nullable String check) {
    public Policy {
        roles = List.copyOf(roles);
    }

    public enum Command {
        ALL,
        SELECT,
        INSERT,
        UPDATE,
        DELETE
    }
}
