package mana.studio.safety;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a statement does to the relations that were there before it, predicted or observed. All in order of name.
///
/// @param locks     the strongest lock on each
/// @param rewritten those that get new files: tables whose rows are written anew, indexes built anew
/// @param scanned   tables and materialised views read from end to end
/// @param inTransaction false where the server refuses to run it inside a transaction block
/// @param error     what the server answers where it refuses the statement altogether; null where it runs
public record Effects(
        Map<Touched, LockMode> locks,
        Set<Touched> rewritten,
        Set<Touched> scanned,
        boolean inTransaction,
        @Nullable String error) {
    public static final Effects NONE = new Effects(Map.of(), Set.of(), Set.of(), true, null);

    public Effects {
        locks = Collections.unmodifiableMap(new TreeMap<>(locks));
        rewritten = Collections.unmodifiableSet(new TreeSet<>(rewritten));
        scanned = Collections.unmodifiableSet(new TreeSet<>(scanned));
    }
}
