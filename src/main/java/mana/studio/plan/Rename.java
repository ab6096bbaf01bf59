package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mana.studio.sql.Identifier;

/// A rename that a person has said, that the identity of a design tells, or that changes nothing but the name.
///
/// @param what whose name it is
/// @param from the whole old name, part by part, unquoted: `auth`, `users`, `name`
/// @param to   the new name; for what lives in a schema with its schema: `auth`, `people`
public record Rename(Kind what, List<String> from, List<String> to) {
    public Rename {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /// What can be renamed.
    public enum Kind {
        SCHEMA,
        /// A table, view or sequence.
        RELATION,
        TYPE,
        COLUMN,
        CONSTRAINT,
        INDEX,
        TRIGGER,
        POLICY,
        /// A value of an enum.
        LABEL
    }

    /// As the command line writes it: `auth.users.name=full_name`.
    @Override
    public String toString() {
        List<String> shown = new ArrayList<>(to);
        boolean sameSchema =
                (what == Kind.RELATION || what == Kind.TYPE) && to.getFirst().equals(from.getFirst());
        if (sameSchema) {
            shown.removeFirst();
        }
        return quoted(from) + "=" + quoted(shown);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(Identifier::quote).collect(Collectors.joining("."));
    }
}
