package mana.studio.safety.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mana.studio.safety.Effects;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.safety.Touched.Kind;
import org.jspecify.annotations.Nullable;

/// The effects of a statement as they are found, one after the other.
final class Footprint {
    private final Map<Touched, LockMode> locks = new TreeMap<>();
    private final Set<Touched> rewritten = new TreeSet<>();
    private final Set<Touched> scanned = new TreeSet<>();
    private final List<String> doubts = new ArrayList<>();
    private boolean inTransaction = true;
    private @Nullable String error;

    void lock(Touched relation, LockMode mode) {
        // Whatever plans a query takes ACCESS SHARE on indexes: it stops nobody but who drops them.
        if (relation.kind() != Kind.INDEX || mode != LockMode.ACCESS_SHARE) {
            locks.merge(relation, mode, LockMode::strongest);
        }
    }

    /// Takes the locks of another footprint, not its work.
    void lockAs(Footprint other) {
        other.locks.forEach(this::lock);
    }

    void rewrite(Touched relation) {
        rewritten.add(relation);
    }

    void scan(Touched relation) {
        scanned.add(relation);
    }

    /// Says that the server runs it only outside of a transaction block.
    void needsNoTransaction() {
        inTransaction = false;
    }

    /// The server refuses; the first reason stays.
    void refuse(String reason) {
        error = error == null ? reason : error;
    }

    /// Something the prediction had to assume.
    void doubt(String assumption) {
        if (!doubts.contains(assumption)) {
            doubts.add(assumption);
        }
    }

    /// What is refused leaves nothing behind.
    Prediction prediction() {
        Effects effects = error == null
                ? new Effects(locks, rewritten, scanned, inTransaction, null)
                : new Effects(Map.of(), Set.of(), Set.of(), inTransaction, error);
        return new Prediction(effects, doubts);
    }
}
