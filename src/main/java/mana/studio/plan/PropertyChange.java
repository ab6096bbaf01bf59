package mana.studio.plan;

import mana.studio.ddl.GrantKind;
import mana.studio.schema.Part;
import mana.studio.schema.Privileges;
import org.jspecify.annotations.Nullable;

/// What is said of an object, whose it is, and who may use it.
public sealed interface PropertyChange extends Change {
    /// What it is about.
    Part part();

    /// @param address how a statement names it: `COLUMN auth.users.email`
    /// @param comment null to take the comment away
    record SetComment(Part part, String address, @Nullable String comment) implements PropertyChange {}

    record SetOwner(Part part, String address, String from, String owner) implements PropertyChange {}

    /// @param address as GRANT names it: `TABLE auth.users`
    /// @param column  the column whose privileges they are; null for the whole
    record ChangePrivileges(
            Part part,
            GrantKind kind,
            String address,
            @Nullable String column,
            String owner,
            Privileges from,
            Privileges to)
            implements PropertyChange {}
}
