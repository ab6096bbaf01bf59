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

    public Policy withName(String other) {
        return new Policy(id, other, comment, command, permissive, roles, using, check);
    }

    public Policy withComment(@Nullable String other) {
        return new Policy(id, name, other, command, permissive, roles, using, check);
    }

    public Policy withCommand(Command other) {
        return new Policy(id, name, comment, other, permissive, roles, using, check);
    }

    public Policy withPermissive(boolean other) {
        return new Policy(id, name, comment, command, other, roles, using, check);
    }

    public Policy withRoles(List<String> other) {
        return new Policy(id, name, comment, command, permissive, other, using, check);
    }

    public Policy withUsing(@Nullable String other) {
        return new Policy(id, name, comment, command, permissive, roles, other, check);
    }

    public Policy withCheck(@Nullable String other) {
        return new Policy(id, name, comment, command, permissive, roles, using, other);
    }
}
