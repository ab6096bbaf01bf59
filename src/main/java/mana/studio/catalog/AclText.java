package mana.studio.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.schema.Privileges;
import mana.studio.schema.Privileges.Grant;
import org.jspecify.annotations.Nullable;

/// Reads access control lists as the server prints them: `{owner=arwd/owner,=r/owner,"\"a b\"=r*/owner"}`.
final class AclText {
    private static final Comparator<Grant> ORDER =
            Comparator.comparing(Grant::grantee).thenComparing(Grant::grantor);

    private final int version;
    private final Map<String, Privileges> known = new HashMap<>();

    /// @param version the server's `server_version_num`
    AclText(int version) {
        this.version = version;
    }

    /// What an object's list protects, and what it means where the object has none (`acldefault`).
    enum Kind {
        RELATION("arwdDxt", ""),
        SEQUENCE("rwU", ""),
        SCHEMA("UC", ""),
        ROUTINE("X", "X"),
        TYPE("U", "U"),
        /// Foreign-data wrappers and servers.
        FOREIGN("U", ""),
        COLUMN("", "");

        private final String owners;
        private final String everyones;

        Kind(String owners, String everyones) {
            this.owners = owners;
            this.everyones = everyones;
        }
    }

    /// @param acl null where nothing was granted or revoked; a list that says the same counts as none
    synchronized Privileges read(@Nullable String acl, Kind kind, String owner) {
        return acl == null
                ? Privileges.DEFAULT
                : known.computeIfAbsent(kind + " " + owner + " " + acl, _ -> parse(acl, kind, owner));
    }

    private Privileges parse(String acl, Kind kind, String owner) {
        List<Grant> grants = ArrayText.texts(acl).stream()
                .map(AclText::grant)
                .sorted(ORDER)
                .toList();
        return Set.copyOf(grants).equals(Set.copyOf(builtIn(kind, owner)))
                ? Privileges.DEFAULT
                : new Privileges(false, grants);
    }

    private List<Grant> builtIn(Kind kind, String owner) {
        List<Grant> grants = new ArrayList<>();
        // MAINTAIN came with PostgreSQL 17.
        String owners = kind == Kind.RELATION && version >= 170_000 ? kind.owners + "m" : kind.owners;
        if (!owners.isEmpty()) {
            grants.add(grant(owners, owner, owner));
        }
        if (!kind.everyones.isEmpty()) {
            grants.add(grant(kind.everyones, "", owner));
        }
        return grants;
    }

    private static Grant grant(String item) {
        StringBuilder grantee = new StringBuilder();
        int equals = name(item, 0, '=', grantee);
        int slash = item.indexOf('/', equals);
        StringBuilder grantor = new StringBuilder();
        name(item, slash + 1, '\0', grantor);
        return grant(item.substring(equals + 1, slash), grantee.toString(), grantor.toString());
    }

    /// Reads a role's name, quoted where it needs to be; returns the position of what ends it.
    private static int name(String item, int from, char end, StringBuilder name) {
        boolean quoted = false;
        int at = from;
        for (; at < item.length() && (quoted || item.charAt(at) != end); at++) {
            char letter = item.charAt(at);
            if (letter != '"') {
                name.append(letter);
            } else if (quoted && at + 1 < item.length() && item.charAt(at + 1) == '"') {
                name.append(letter);
                at++;
            } else {
                quoted = !quoted;
            }
        }
        return at;
    }

    private static Grant grant(String letters, String grantee, String grantor) {
        List<String> privileges = new ArrayList<>();
        List<String> grantable = new ArrayList<>();
        for (int at = 0; at < letters.length(); at++) {
            if (letters.charAt(at) == '*') {
                grantable.add(privileges.getLast());
            } else {
                privileges.add(word(letters.charAt(at)));
            }
        }
        return new Grant(grantee, privileges, grantable, grantor);
    }

    /// The letters of `src/include/utils/acl.h`.
    private static String word(char letter) {
        return switch (letter) {
            case 'a' -> "INSERT";
            case 'r' -> "SELECT";
            case 'w' -> "UPDATE";
            case 'd' -> "DELETE";
            case 'D' -> "TRUNCATE";
            case 'x' -> "REFERENCES";
            case 't' -> "TRIGGER";
            case 'X' -> "EXECUTE";
            case 'U' -> "USAGE";
            case 'C' -> "CREATE";
            case 'T' -> "TEMPORARY";
            case 'c' -> "CONNECT";
            case 's' -> "SET";
            case 'A' -> "ALTER SYSTEM";
            case 'm' -> "MAINTAIN";
            default -> String.valueOf(letter);
        };
    }
}
