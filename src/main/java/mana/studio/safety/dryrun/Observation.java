package mana.studio.safety.dryrun;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mana.studio.safety.Effects;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import org.jspecify.annotations.Nullable;

/// What one statement did. Relations that the run itself made are not among those touched: nobody else knows them yet.
///
/// @param effects   the locks are those the statement took beside what earlier ones held; of indexes, those that
///                  readers and writers of its table take as well are left out
/// @param held      locks that earlier statements of the same transaction took, kept until it ends
/// @param rowsRead  of each relation that was there, more than once where it was read several times
/// @param recreated indexes dropped and made again on the same file, which costs nothing
/// @param created   in order of name
/// @param gone      in order of name; what was only renamed is not
/// @param renamed   what is called otherwise now
/// @param invalid   indexes that are not valid and constraints not validated, which were not so before
/// @param walBytes  written to the write-ahead log meanwhile, by whomever
/// @param messages  notices of the server, and what it says of its decisions on table scans
/// @param error     null where the statement ran
public record Observation(
        String sql,
        Outcome outcome,
        Effects effects,
        Map<Touched, LockMode> held,
        Map<Touched, Long> rowsRead,
        Set<Touched> recreated,
        List<CatalogObject> created,
        List<CatalogObject> gone,
        SortedMap<CatalogObject, CatalogObject> renamed,
        List<CatalogObject> invalid,
        long walBytes,
        Duration time,
        List<String> messages,
        @Nullable ServerError error) {
    public Observation {
        held = Collections.unmodifiableMap(new TreeMap<>(held));
        rowsRead = Collections.unmodifiableMap(new TreeMap<>(rowsRead));
        recreated = Collections.unmodifiableSet(new TreeSet<>(recreated));
        created = List.copyOf(created);
        gone = List.copyOf(gone);
        renamed = Collections.unmodifiableSortedMap(new TreeMap<>(renamed));
        invalid = List.copyOf(invalid);
        messages = List.copyOf(messages);
    }

    /// How far a statement came.
    public enum Outcome {
        RAN,
        /// The server refused it: see the error.
        FAILED,
        /// It was not tried, as a rollback would not undo it: see the messages.
        REFUSED,
        /// An earlier one of its transaction failed.
        NOT_REACHED
    }

    static Observation without(String sql, Outcome outcome, boolean inTransaction, List<String> why) {
        return nothing(sql, outcome, new Effects(Map.of(), Set.of(), Set.of(), inTransaction, null), why, null);
    }

    static Observation failed(String sql, boolean inTransaction, List<String> messages, ServerError error) {
        Effects none = new Effects(Map.of(), Set.of(), Set.of(), inTransaction, error.text());
        return nothing(sql, Outcome.FAILED, none, messages, error);
    }

    private static Observation nothing(
            String sql, Outcome outcome, Effects effects, List<String> messages, @Nullable ServerError error) {
        return new Observation(
                sql,
                outcome,
                effects,
                Map.of(),
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                List.of(),
                0,
                Duration.ZERO,
                messages,
                error);
    }
}
