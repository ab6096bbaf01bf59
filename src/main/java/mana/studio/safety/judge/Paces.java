package mana.studio.safety.judge;

import java.util.Collection;
import java.util.Map;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.safety.Effects;
import mana.studio.safety.Pace;
import mana.studio.safety.Touched;
import mana.studio.schema.QualifiedName;

/// How long work takes, very roughly: a disk that reads 200 MB a second, and writes and indexes 30.
final class Paces {
    private static final long READ = 200L << 20;
    private static final long WRITE = 30L << 20;

    private Paces() {}

    static Pace of(Effects effects, Map<QualifiedName, RelationSize> sizes) {
        boolean works =
                !effects.scanned().isEmpty() || effects.rewritten().stream().anyMatch(Paces::hasRows);
        if (!works) {
            return Pace.INSTANT;
        }
        long read = bytes(effects.scanned(), sizes);
        long written = bytes(effects.rewritten(), sizes);
        if (read < 0 || written < 0) {
            return Pace.UNKNOWN;
        }
        long seconds = read / READ + written / WRITE;
        return seconds < 1 ? Pace.INSTANT : seconds < 60 ? Pace.SECONDS : seconds < 3600 ? Pace.MINUTES : Pace.HOURS;
    }

    private static boolean hasRows(Touched relation) {
        return relation.kind() == Touched.Kind.TABLE || relation.kind() == Touched.Kind.MATERIALIZED_VIEW;
    }

    /// -1 where one size is unknown.
    private static long bytes(Collection<Touched> relations, Map<QualifiedName, RelationSize> sizes) {
        long bytes = 0;
        for (Touched relation : relations) {
            if (hasRows(relation)) {
                RelationSize size = sizes.get(relation.name());
                if (size == null || size.rows() < 0) {
                    return -1;
                }
                bytes += size.bytes();
            }
        }
        return bytes;
    }
}
