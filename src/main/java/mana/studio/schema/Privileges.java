package mana.studio.schema;

import java.util.List;

/// Who may do what with an object.
///
/// @param defaults true where nothing was ever granted or revoked: the owner's and PUBLIC's built-in privileges hold
/// @param grants   otherwise, what holds, the owner's own included
public record Privileges(boolean defaults, List<Grant> grants) {
    public static final Privileges DEFAULT = new Privileges(true, List.of());

    public Privileges {
        grants = List.copyOf(grants);
    }

    /// @param grantee    a role's name; empty for PUBLIC
    /// @param privileges as the letters of `aclitem` spell them out: `SELECT`, `INSERT` …, in the server's order
    /// @param grantable  those of them held WITH GRANT OPTION
    /// @param grantor    who granted them
    public record Grant(String grantee, List<String> privileges, List<String> grantable, String grantor) {
        public Grant {
            privileges = List.copyOf(privileges);
            grantable = List.copyOf(grantable);
        }
    }
}
