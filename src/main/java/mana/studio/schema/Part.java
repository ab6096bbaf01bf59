package mana.studio.schema;

import java.util.Comparator;

/// What PostgreSQL can drop by itself: an object, or a named part of a table, a view, a domain or a composite type.
///
/// @param name of the part; empty for the whole
public record Part(ObjectName object, Kind kind, String name) implements Comparable<Part> {
    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::object).thenComparing(Part::kind).thenComparing(Part::name);

    /// What a part is of its object.
    public enum Kind {
        WHOLE,
        COLUMN,
        /// The default of the column of that name.
        DEFAULT,
        CONSTRAINT,
        INDEX,
        TRIGGER,
        POLICY
    }

    /// A part of a table or view.
    public static Part of(QualifiedName relation, Kind kind, String name) {
        return new Part(new ObjectName(ObjectName.Kind.RELATION, relation, ""), kind, name);
    }

    public static Part column(QualifiedName relation, String name) {
        return of(relation, Kind.COLUMN, name);
    }

    public static Part relation(QualifiedName relation) {
        return of(relation, Kind.WHOLE, "");
    }

    public static Part type(QualifiedName type) {
        return whole(new ObjectName(ObjectName.Kind.TYPE, type, ""));
    }

    public static Part schema(String name) {
        return whole(new ObjectName(ObjectName.Kind.OTHER, new QualifiedName("", name), "schema"));
    }

    public static Part whole(ObjectName object) {
        return new Part(object, Kind.WHOLE, "");
    }

    /// For people, not for SQL: `auth.users`, `auth.users.email`, `public.touch(integer)`.
    @Override
    public String toString() {
        return kind == Kind.WHOLE ? object.toString() : object + "." + name;
    }

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }
}
