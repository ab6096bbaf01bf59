package mana.studio.schema;

import java.util.Comparator;

/// The name of an object in a schema, unquoted: `auth`, `users`.
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
    private static final Comparator<QualifiedName> ORDER =
            Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    /// For people, not for SQL: `auth.users`.
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
