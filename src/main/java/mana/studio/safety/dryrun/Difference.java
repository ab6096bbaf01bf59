package mana.studio.safety.dryrun;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mana.studio.safety.Effects;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.safety.dryrun.State.Part;
import mana.studio.safety.dryrun.State.Relation;
import mana.studio.sql.Identifier;

/// What a statement did, from the moments before and after it.
final class Difference {
    private final Set<Long> base;
    private final Set<Long> checked;
    private final State before;
    private final State after;

    /// @param base    oids of the relations that others know
    /// @param checked oids of the tables of foreign keys that were validated, however the rows were read
    Difference(Set<Long> base, Set<Long> checked, State before, State after) {
        this.base = base;
        this.checked = checked;
        this.before = before;
        this.after = after;
    }

    Observation observation(String sql, boolean inTransaction, Duration time, List<String> messages) {
        Map<Touched, LockMode> locks = new TreeMap<>();
        Map<Touched, LockMode> held = new TreeMap<>();
        locks(locks, held);
        Set<Touched> recreated = new TreeSet<>();
        Set<Touched> rewritten = new TreeSet<>();
        files(rewritten, recreated);
        Map<Touched, Long> rows = new TreeMap<>();
        Set<Touched> scanned = new TreeSet<>();
        reads(rows, scanned);
        // The indexes of a table that was emptied are built, of nothing, which counts as a scan of it.
        if (sql.stripLeading().regionMatches(true, 0, "TRUNCATE", 0, "TRUNCATE".length())) {
            scanned.clear();
        }
        Map<Object, CatalogObject> old = objects(before);
        Map<Object, CatalogObject> now = objects(after);
        return new Observation(
                sql,
                Observation.Outcome.RAN,
                new Effects(locks, rewritten, scanned, inTransaction, null),
                held,
                rows,
                recreated,
                missing(now, old),
                missing(old, now),
                renamed(),
                invalid(),
                after.wal() - before.wal(),
                time,
                messages,
                null);
    }

    private void locks(Map<Touched, LockMode> taken, Map<Touched, LockMode> held) {
        for (long oid : base) {
            Relation relation = before.relations().get(oid);
            if (relation == null) {
                continue;
            }
            for (LockMode mode : before.locksOn(oid)) {
                add(held, relation.touched(), mode);
            }
            for (LockMode mode : after.locksOn(oid)) {
                if (!before.locksOn(oid).contains(mode)) {
                    add(taken, relation.touched(), mode);
                }
            }
        }
    }

    static void add(Map<Touched, LockMode> locks, Touched touched, LockMode mode) {
        boolean everyday = touched.kind() == Touched.Kind.INDEX && mode.compareTo(LockMode.ROW_EXCLUSIVE) <= 0;
        if (!everyday) {
            locks.merge(touched, mode, LockMode::strongest);
        }
    }

    private void files(Set<Touched> rewritten, Set<Touched> recreated) {
        Map<IndexName, Long> made = new HashMap<>();
        after.relations().forEach((oid, relation) -> {
            if (!before.relations().containsKey(oid)) {
                made.put(new IndexName(relation), relation.file());
            }
        });
        for (long oid : base) {
            Relation old = before.relations().get(oid);
            if (old == null || old.file() == 0 || old.touched().kind() == Touched.Kind.SEQUENCE) {
                continue;
            }
            Relation now = after.relations().get(oid);
            Long file = now != null ? (Long) now.file() : made.get(new IndexName(old));
            if (file == null) {
                continue;
            }
            if (file != old.file()) {
                rewritten.add(old.touched());
            } else if (now == null) {
                recreated.add(old.touched());
            }
        }
    }

    /// An index that is dropped and made again has another oid, the same table and the same name.
    private record IndexName(Touched touched, long table) {
        IndexName(Relation relation) {
            this(relation.touched(), relation.table());
        }
    }

    private void reads(Map<Touched, Long> rows, Set<Touched> scanned) {
        for (long oid : base) {
            Relation old = before.relations().get(oid);
            Relation now = after.relations().get(oid);
            if (old == null || now == null) {
                continue;
            }
            boolean index = old.touched().kind() == Touched.Kind.INDEX;
            long read = now.fetched() - old.fetched() + (index ? 0 : now.rows() - old.rows());
            Relation table = index ? before.relations().get(old.table()) : old;
            if (read > 0 && table != null) {
                rows.merge(table.touched(), read, Long::sum);
            }
            if (!index && (now.scans() > old.scans() || checked.contains(oid))) {
                scanned.add(old.touched());
            }
        }
    }

    private static Map<Object, CatalogObject> objects(State state) {
        Map<Object, CatalogObject> objects = new HashMap<>();
        state.relations().forEach((oid, relation) -> objects.put(oid, object(relation)));
        state.parts().forEach((key, part) -> objects.put(key, part.object()));
        return objects;
    }

    private static CatalogObject object(Relation relation) {
        var name = relation.touched().name();
        return new CatalogObject(relation.label(), Identifier.quote(name.schema(), name.name()));
    }

    /// Those of the one that the other has not, neither by identity nor by name.
    private static List<CatalogObject> missing(Map<Object, CatalogObject> one, Map<Object, CatalogObject> other) {
        Set<CatalogObject> names = new HashSet<>(other.values());
        Set<CatalogObject> missing = new TreeSet<>();
        one.forEach((key, object) -> {
            if (!other.containsKey(key) && !names.contains(object)) {
                missing.add(object);
            }
        });
        return List.copyOf(missing);
    }

    private TreeMap<CatalogObject, CatalogObject> renamed() {
        TreeMap<CatalogObject, CatalogObject> renamed = new TreeMap<>();
        before.relations().forEach((oid, old) -> {
            Relation now = after.relations().get(oid);
            if (now != null && !now.touched().equals(old.touched())) {
                renamed.put(object(old), object(now));
            }
        });
        // What is in a table that is renamed keeps its own name.
        before.parts().forEach((key, old) -> {
            Part now = after.parts().get(key);
            if (now != null && !now.own().equals(old.own())) {
                renamed.put(old.object(), now.object());
            }
        });
        return renamed;
    }

    private List<CatalogObject> invalid() {
        List<CatalogObject> invalid = new ArrayList<>();
        after.relations().forEach((oid, relation) -> {
            Relation old = before.relations().get(oid);
            if (relation.invalid() && (old == null || !old.invalid())) {
                invalid.add(object(relation));
            }
        });
        after.parts().forEach((key, part) -> {
            var old = before.parts().get(key);
            if (part.invalid() && (old == null || !old.invalid())) {
                invalid.add(part.object());
            }
        });
        invalid.sort(null);
        return invalid;
    }
}
