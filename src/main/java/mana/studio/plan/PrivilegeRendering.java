package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mana.studio.plan.PropertyChange.ChangePrivileges;
import mana.studio.schema.Privileges;
import mana.studio.schema.Privileges.Grant;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// Privileges as GRANT and REVOKE.
final class PrivilegeRendering {
    private PrivilegeRendering() {}

    static List<String> of(ChangePrivileges change) {
        List<String> statements = new ArrayList<>();
        if (change.column() == null && change.to().defaults()) {
            return statements;
        }
        for (String role : Roles.named(change.from())) {
            statements.add("REVOKE ALL" + columns(change.column()) + " ON " + change.address() + " FROM " + role(role));
        }
        for (Grant grant : grants(change.to())) {
            statements.add("GRANT "
                    + grant.privileges().stream()
                            .map(name -> name + columns(change.column()))
                            .collect(Collectors.joining(", "))
                    + " ON " + change.address() + " TO " + role(grant.grantee()));
        }
        return statements;
    }

    private static List<Grant> grants(Privileges privileges) {
        return privileges.grants();
    }

    private static String columns(@Nullable String column) {
        return column == null ? "" : " (" + Identifier.quote(column) + ")";
    }

    private static String role(String role) {
        return role.isEmpty() ? "PUBLIC" : Identifier.quote(role);
    }
}
