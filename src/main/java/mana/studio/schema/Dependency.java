package mana.studio.schema;

import java.util.Comparator;

/// One object needs another: a view the table it reads, a default the function it calls, a function the type it takes.
/// Only what stands inside expressions, queries and signatures: foreign keys, parents and column types are in the
/// records themselves.
///
/// @param dependent what breaks without the other
/// @param on        what must exist first
public record Dependency(ObjectName dependent, ObjectName on) implements Comparable<Dependency> {
    private static final Comparator<Dependency> ORDER =
            Comparator.comparing(Dependency::dependent).thenComparing(Dependency::on);

    @Override
    public int compareTo(Dependency other) {
        return ORDER.compare(this, other);
    }
}
