package mana.studio.apply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the journal knows of an order that runs.
///
/// @param profile        the id of the connection
/// @param database       the name of the database
/// @param place          where it is, for people
/// @param startedAt      by the clock of this machine
/// @param process        the studio's process
/// @param processStarted when that began, as process numbers are used again; null where the system does not say
/// @param lost           whether the server was lost while the studio lived
/// @param system         `system_identifier` of the server; null where it is not told
/// @param backend        the server's process that runs it
/// @param backendStarted when that began, in the server's words
/// @param before         how many parts of a plan of several phases were applied before these; null where they are none
///                       of such
public record Entry(
        String profile,
        String database,
        String place,
        Instant startedAt,
        long process,
        @Nullable Instant processStarted,
        boolean lost,
        @Nullable String system,
        int backend,
        String backendStarted,
        @Nullable Integer before,
        List<Part> parts) {
    public Entry {
        parts = List.copyOf(Objects.requireNonNullElse(parts, List.of()));
        backendStarted = Objects.requireNonNullElse(backendStarted, "");
        place = Objects.requireNonNullElse(place, "");
    }

    /// What kind of leg a part is.
    public enum Kind {
        TRANSACTION,
        ALONE,
        BATCHES,
        CHECK
    }

    /// How far a part has come, as far as it was written down.
    public enum State {
        PENDING,
        /// It was begun.
        RUNNING,
        /// Its COMMIT was about to be sent.
        COMMITTING,
        /// The server has said that it is committed.
        APPLIED
    }

    /// A leg.
    ///
    /// @param left        a query for how much is left to do; null where there is none
    /// @param transaction its `xid8`; null until it is about to be committed
    public record Part(
            Kind kind,
            List<String> statements,
            @Nullable String left,
            State state,
            @Nullable String transaction) {
        public Part {
            statements = List.copyOf(Objects.requireNonNullElse(statements, List.of()));
        }

        static Part of(Leg leg) {
            List<String> statements = leg.lines().stream().map(Line::sql).toList();
            return switch (leg) {
                case Leg.Transaction _ -> new Part(Kind.TRANSACTION, statements, null, State.PENDING, null);
                case Leg.Alone _ -> new Part(Kind.ALONE, statements, null, State.PENDING, null);
                case Leg.Batches batches -> new Part(Kind.BATCHES, statements, batches.left(), State.PENDING, null);
                case Leg.Check _ -> new Part(Kind.CHECK, statements, null, State.PENDING, null);
            };
        }
    }

    Entry with(int part, State state, @Nullable String transaction) {
        List<Part> changed = new ArrayList<>(parts);
        Part old = changed.get(part);
        changed.set(
                part,
                new Part(
                        old.kind(),
                        old.statements(),
                        old.left(),
                        state,
                        transaction == null ? old.transaction() : transaction));
        return with(changed, lost);
    }

    Entry asLost() {
        return with(parts, true);
    }

    private Entry with(List<Part> newParts, boolean nowLost) {
        return new Entry(
                profile,
                database,
                place,
                startedAt,
                process,
                processStarted,
                nowLost,
                system,
                backend,
                backendStarted,
                before,
                newParts);
    }
}
