package mana.studio.schema;

import java.util.Comparator;

/// The name of an object, unlike every other's: a table, a type and a function may share a {@link QualifiedName}.
///
/// @param name      its schema is empty for what lives in none
/// @param arguments the identity arguments of a routine; of an {@link OtherObject} its kind; empty for others
public record ObjectName(Kind kind, QualifiedName name, String arguments) implements Comparable<ObjectName> {
    private static final Comparator<ObjectName> ORDER = Comparator.comparing(ObjectName::name)
            .thenComparing(ObjectName::kind)
            .thenComparing(ObjectName::arguments);

    /// The name spaces a database has.
    public enum Kind {
        EXTENSION,
        TYPE,
        ROUTINE,
        RELATION,
        /// See {@link OtherObject}.
        OTHER
    }

    /// The name of a table, view or sequence.
    public static ObjectName ofRelation(QualifiedName name) {
        return new ObjectName(Kind.RELATION, name, "");
    }

    public static ObjectName of(Extension extension) {
        return new ObjectName(Kind.EXTENSION, new QualifiedName("", extension.name()), "");
    }

    public static ObjectName of(OtherObject other) {
        String schema = other.schema() == null ? "" : other.schema();
        return new ObjectName(Kind.OTHER, new QualifiedName(schema, other.name()), other.kind());
    }

    public static ObjectName of(SchemaObject object) {
        return switch (object) {
            case Relation relation -> new ObjectName(Kind.RELATION, relation.name(), "");
            case Sequence sequence -> new ObjectName(Kind.RELATION, sequence.name(), "");
            case EnumType type -> new ObjectName(Kind.TYPE, type.name(), "");
            case DomainType type -> new ObjectName(Kind.TYPE, type.name(), "");
            case CompositeType type -> new ObjectName(Kind.TYPE, type.name(), "");
            case Routine routine -> new ObjectName(Kind.ROUTINE, routine.name(), routine.arguments());
        };
    }

    /// For people, not for SQL: `auth.users`, `public.touch(integer)`, `publication changes`.
    @Override
    public String toString() {
        String text = name.schema().isEmpty() ? name.name() : name.toString();
        return switch (kind) {
            case ROUTINE -> text + "(" + arguments + ")";
            case OTHER -> arguments + " " + text;
            case EXTENSION -> "extension " + text;
            case TYPE, RELATION -> text;
        };
    }

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }
}
