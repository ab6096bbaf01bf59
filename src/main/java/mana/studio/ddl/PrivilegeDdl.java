package mana.studio.ddl;

import java.util.List;
import java.util.Set;
import mana.studio.ddl.Script.Phase;
import mana.studio.schema.Privileges;
import mana.studio.schema.Privileges.Grant;
import mana.studio.sql.Identifier;

/// Who may do what, as GRANT and REVOKE from what a new object starts with.
final class PrivilegeDdl {
    private final Script script;

    PrivilegeDdl(Script script) {
        this.script = script;
    }

    /// What a new object allows by itself (`acldefault`).
    enum Kind {
        /// MAINTAIN came with PostgreSQL 17: before, the owner's privileges are spelled out.
        RELATION(
                Set.of("INSERT", "SELECT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN"),
                Set.of()),
        SEQUENCE(Set.of("SELECT", "UPDATE", "USAGE"), Set.of()),
        SCHEMA(Set.of("USAGE", "CREATE"), Set.of()),
        ROUTINE(Set.of("EXECUTE"), Set.of("EXECUTE")),
        /// Types and languages.
        TYPE(Set.of("USAGE"), Set.of("USAGE")),
        /// Foreign-data wrappers and servers.
        FOREIGN(Set.of("USAGE"), Set.of()),
        COLUMN(Set.of(), Set.of()),
        /// A schema that is there before the script runs.
        UNKNOWN(Set.of("?"), Set.of("?"));

        private final Set<String> owners;
        private final Set<String> everyones;

        Kind(Set<String> owners, Set<String> everyones) {
            this.owners = owners;
            this.everyones = everyones;
        }
    }

    /// @param object `TABLE auth.users`
    void write(Kind kind, String object, String owner, Privileges privileges) {
        if (!privileges.defaults() || kind == Kind.UNKNOWN) {
            start(object, owner, owner, kind.owners, privileges);
            start(object, owner, "", kind.everyones, privileges);
        }
        for (Grant grant : inOrder(privileges.grants(), owner)) {
            boolean builtIn = grant.grantor().equals(owner)
                    && isBuiltIn(grant, grant.grantee().equals(owner) ? kind.owners : kind.everyones)
                    && (grant.grantee().equals(owner) || grant.grantee().isEmpty());
            if (!builtIn) {
                grant(object, grant, owner);
            }
        }
    }

    /// The same for one column.
    ///
    /// @param relation `auth.users`
    void writeColumn(String relation, String column, String owner, Privileges privileges) {
        for (Grant grant : inOrder(privileges.grants(), owner)) {
            grant(grant, owner, " (" + Identifier.quote(column) + ")", "TABLE " + relation);
        }
    }

    /// Takes away what a role starts with, unless that is what it is to have.
    private void start(String object, String owner, String role, Set<String> builtIn, Privileges privileges) {
        boolean kept = privileges.grants().stream()
                .anyMatch(grant -> grant.grantee().equals(role)
                        && grant.grantor().equals(owner)
                        && isBuiltIn(grant, builtIn));
        if (!builtIn.isEmpty() && !kept) {
            script.add(Phase.GRANT, "REVOKE ALL ON " + object + " FROM " + role(role));
        }
    }

    private static boolean isBuiltIn(Grant grant, Set<String> builtIn) {
        return grant.grantable().isEmpty() && Set.copyOf(grant.privileges()).equals(builtIn);
    }

    /// What others granted needs what the owner granted them.
    private static List<Grant> inOrder(List<Grant> grants, String owner) {
        return grants.stream()
                .sorted((a, b) -> Boolean.compare(!a.grantor().equals(owner), !b.grantor().equals(owner)))
                .toList();
    }

    private void grant(String object, Grant grant, String owner) {
        grant(grant, owner, "", object);
    }

    private void grant(Grant grant, String owner, String columns, String object) {
        List<String> plain = grant.privileges().stream()
                .filter(privilege -> !grant.grantable().contains(privilege))
                .toList();
        boolean byOther = !grant.grantor().equals(owner);
        if (byOther) {
            script.add(Phase.GRANT, "SET SESSION AUTHORIZATION " + Identifier.quote(grant.grantor()));
        }
        grant(plain, columns, object, grant.grantee(), "");
        grant(grant.grantable(), columns, object, grant.grantee(), " WITH GRANT OPTION");
        if (byOther) {
            script.add(Phase.GRANT, "RESET SESSION AUTHORIZATION");
        }
    }

    private void grant(List<String> privileges, String columns, String object, String role, String ending) {
        if (!privileges.isEmpty()) {
            String list = String.join(", ", privileges.stream().map(name -> name + columns).toList());
            script.add(Phase.GRANT, "GRANT " + list + " ON " + object + " TO " + role(role) + ending);
        }
    }

    private static String role(String role) {
        return role.isEmpty() ? "PUBLIC" : Identifier.quote(role);
    }
}
