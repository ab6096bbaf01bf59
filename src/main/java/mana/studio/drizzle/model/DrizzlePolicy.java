package mana.studio.drizzle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param command    ALL, SELECT, INSERT, UPDATE or DELETE
/// @param roles      sorted, as a snapshot has them
/// @param using      verbatim; null for none
/// @param withCheck  verbatim; null for none
public record DrizzlePolicy(
        String name,
        boolean permissive,
        String command,
        List<String> roles,
        @Nullable String using,
        @Nullable String withCheck) {
    public DrizzlePolicy {
        roles = List.copyOf(roles);
    }
}
