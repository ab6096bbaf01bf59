package mana.studio.plan;

import java.util.List;
import mana.studio.schema.Privileges;
import mana.studio.schema.Privileges.Grant;

/// The same privileges with one role in another's place.
public final class Roles {
    private Roles() {}

    /// What `ALTER … OWNER TO` makes of them: the new owner has what the old one had, and has granted it.
    public static Privileges replaced(Privileges privileges, String from, String to) {
        return privileges.defaults()
                ? privileges
                : new Privileges(
                        false,
                        privileges.grants().stream()
                                .map(grant -> replaced(grant, from, to))
                                .toList());
    }

    private static Grant replaced(Grant grant, String from, String to) {
        return new Grant(
                grant.grantee().equals(from) ? to : grant.grantee(),
                grant.privileges(),
                grant.grantable(),
                grant.grantor().equals(from) ? to : grant.grantor());
    }

    /// Without what a server of that version does not know: MAINTAIN came with PostgreSQL 17.
    static Privileges known(Privileges privileges, int version) {
        return version >= 17 || privileges.defaults()
                ? privileges
                : new Privileges(
                        false,
                        privileges.grants().stream()
                                .map(grant -> new Grant(
                                        grant.grantee(),
                                        withoutMaintain(grant.privileges()),
                                        withoutMaintain(grant.grantable()),
                                        grant.grantor()))
                                .filter(grant -> !grant.privileges().isEmpty())
                                .toList());
    }

    private static List<String> withoutMaintain(List<String> privileges) {
        return privileges.stream().filter(name -> !name.equals("MAINTAIN")).toList();
    }
}
