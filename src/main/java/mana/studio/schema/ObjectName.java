package mana.studio.schema;

import java.util.Comparator;

/// The name of anything that lives in a schema, unlike every other's: a table, a type and a function may share a
/// {@link QualifiedName}.
///
/// @param arguments the identity arguments of a routine; empty for others
public record ObjectName(Kind kind, QualifiedName name, String arguments) implements Comparable<ObjectName> {
    private static final Comparator<ObjectName> ORDER = Comparator.comparing(ObjectName::name)
            .thenComparing(ObjectName::kind)
            .thenComparing(ObjectName::arguments);

    /// The name spaces a schema has.
    public enum Kind {
        RELATION,
        TYPE,
        ROUTINE
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

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }
}
