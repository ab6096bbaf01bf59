package mana.studio.plan;

import java.util.List;
import java.util.stream.Stream;
import mana.studio.schema.Privileges;
import mana.studio.schema.Privileges.Grant;

/// The same privileges with one role in another's place.
final class Roles {
    private Roles() {}

    static Privileges replaced(Privileges privileges, String from, String to) {
        return privileges.defaults()
                ? privileges
                : new Privileges(
                        false,
                        privileges.grants().stream().map(grant -> replaced(grant, from, to)).toList());
    }

    private static Grant replaced(Grant grant, String from, String to) {
        return new Grant(
                grant.grantee().equals(from) ? to : grant.grantee(),
                grant.privileges(),
                grant.grantable(),
                grant.grantor().equals(from) ? to : grant.grantor());
    }

    /// Everyone who is named in privileges.
    static List<String> named(Privileges privileges) {
        return privileges.grants().stream()
                .flatMap(grant -> Stream.of(grant.grantee(), grant.grantor()))
                .distinct()
                .toList();
    }
}
