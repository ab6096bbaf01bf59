package mana.studio.schema;

import java.util.Comparator;

/// One thing needs another: a view the columns it reads, a default the function it calls, a policy the table it asks,
/// a function the type it takes. Only what stands inside expressions, queries and signatures: foreign keys, parents,
/// the columns of a key and the types of columns are in the records themselves.
///
/// @param dependent what breaks without the other
/// @param on        what must exist first
public record Dependency(Part dependent, Part on) implements Comparable<Dependency> {
    private static final Comparator<Dependency> ORDER =
            Comparator.comparing(Dependency::dependent).thenComparing(Dependency::on);

    @Override
    public int compareTo(Dependency other) {
        return ORDER.compare(this, other);
    }
}
