package mana.studio.plan;

/// A rename that a person has said, or the identity of a design tells.
///
/// @param what whose name it is
/// @param from the whole old name, part by part, unquoted: `auth`, `users`, `name`
/// @param to   the new name of the last part; for a table that moves `schema.name`
public record Rename(Kind what, java.util.List<String> from, java.util.List<String> to) {
    public Rename {
        from = java.util.List.copyOf(from);
        to = java.util.List.copyOf(to);
    }

    /// What can be renamed.
    public enum Kind {
        SCHEMA,
        RELATION,
        COLUMN,
        CONSTRAINT,
        INDEX,
        TYPE,
        LABEL,
        TRIGGER,
        POLICY,
        ROUTINE
    }
}
