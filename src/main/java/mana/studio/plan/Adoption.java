package mana.studio.plan;

import java.util.Set;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;

/// A database as if another role owned it. Whoever owns the one database stands for whoever owns the other: a script
/// loaded by the superuser of a scratch server means no change of owners.
final class Adoption {
    private static final Set<String> ROLES = Set.of("owner", "grantee", "grantor");

    private Adoption() {}

    static Database of(Database database, String owner) {
        String old = database.owner();
        return old.equals(owner)
                ? database
                : new Rewriting() {
                    @Override
                    QualifiedName name(QualifiedName name) {
                        return name;
                    }

                    @Override
                    String string(Object record, String component, String value) {
                        return ROLES.contains(component) && value.equals(old) ? owner : value;
                    }
                }.rewrite(database);
    }
}
