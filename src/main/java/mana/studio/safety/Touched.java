package mana.studio.safety;

import java.util.Comparator;
import mana.studio.schema.QualifiedName;

/// A relation that a statement locks, reads or rewrites, as it is called before the statement runs.
public record Touched(Kind kind, QualifiedName name) implements Comparable<Touched> {
    private static final Comparator<Touched> ORDER =
            Comparator.comparing(Touched::name).thenComparing(Touched::kind);

    /// `pg_class.relkind`: a partitioned or foreign table is a table.
    public enum Kind {
        TABLE,
        VIEW,
        MATERIALIZED_VIEW,
        SEQUENCE,
        INDEX,
        COMPOSITE_TYPE
    }

    @Override
    public int compareTo(Touched other) {
        return ORDER.compare(this, other);
    }
}
