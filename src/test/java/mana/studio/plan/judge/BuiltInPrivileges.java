package mana.studio.plan.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mana.studio.schema.Privileges.Grant;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;

/// What holds where nothing was granted or revoked, as `acldefault` gives it (`src/backend/utils/adt/acl.c`).
final class BuiltInPrivileges {
    private static final List<String> TABLE =
            List.of("INSERT", "SELECT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");
    private static final List<String> SEQUENCE = List.of("SELECT", "UPDATE", "USAGE");
    private static final int WITH_MAINTAIN = 170_000;

    private BuiltInPrivileges() {}

    /// @param path of the privileges within the object; those of a column are none
    static Set<Object> of(Record object, String path, int version) {
        if (!path.equals("privileges")) {
            boolean sequence = path.endsWith("identity.privileges");
            return sequence ? owner(((Relation) object).owner(), SEQUENCE) : Set.of();
        }
        return switch (object) {
            case Schema schema -> owner(schema.owner(), List.of("USAGE", "CREATE"));
            case Relation relation -> owner(relation.owner(), table(version));
            case Sequence sequence -> owner(sequence.owner(), SEQUENCE);
            case Routine routine -> everyone(routine.owner(), "EXECUTE");
            case SchemaObject type -> everyone(type.owner(), "USAGE");
            default -> Set.of();
        };
    }

    private static List<String> table(int version) {
        if (version < WITH_MAINTAIN) {
            return TABLE;
        }
        List<String> all = new ArrayList<>(TABLE);
        all.add("MAINTAIN");
        return all;
    }

    private static Set<Object> owner(String owner, List<String> privileges) {
        return Set.of(new Grant(owner, privileges, List.of(), owner));
    }

    private static Set<Object> everyone(String owner, String privilege) {
        Set<Object> grants = new LinkedHashSet<>();
        grants.add(new Grant("", List.of(privilege), List.of(), owner));
        grants.add(new Grant(owner, List.of(privilege), List.of(), owner));
        return grants;
    }
}
