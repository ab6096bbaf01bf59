package mana.studio.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.plan.RowCounts;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.scratch.Scratch;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchFailure;

/// Two schemas, read so that what means the same is written the same.
///
/// @param live  the catalog of *from* with the sizes of its tables, as far as they are known
/// @param other likewise of *to*
record Compared(Database from, Database to, Snapshot live, Snapshot other) {
    static Compared read(Source from, Source to, PrintWriter err) throws CliException {
        Cancellation cancellation = Live.cancelledByTheSystem();
        // Each mostly waits for its server.
        FutureTask<Loaded> other = new FutureTask<>(() -> Loaded.of(to, err, cancellation));
        Thread.ofVirtual().name("read the other").start(other);
        Loaded first = Loaded.of(from, err, cancellation);
        Loaded second = awaited(other);
        if (first.isLive() && second.isLive() && first.major() == second.major()) {
            return new Compared(
                    first.snapshot().database(), second.snapshot().database(), first.snapshot(), second.snapshot());
        }
        return new Compared(
                first.onScratch(cancellation), second.onScratch(cancellation), first.snapshot(), second.snapshot());
    }

    /// What the servers estimate; nothing of scripts.
    RowCounts rows() {
        return new RowCounts(rows(live), rows(other));
    }

    private static Map<QualifiedName, Long> rows(Snapshot snapshot) {
        return snapshot.sizes().entrySet().stream()
                .filter(entry -> entry.getValue().rows() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().rows()));
    }

    private static Loaded awaited(FutureTask<Loaded> reading) throws CliException {
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNull(failed.getCause());
            switch (cause) {
                case CliException refused -> throw refused;
                case RuntimeException unexpected -> throw unexpected;
                default -> throw new IllegalStateException(cause);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /// @param source   where it is from
    /// @param snapshot as it was read there
    private record Loaded(Source source, Snapshot snapshot) {
        static Loaded of(Source source, PrintWriter err, Cancellation cancellation) throws CliException {
            return new Loaded(
                    source,
                    switch (source) {
                        case Source.Url url -> Live.read(url.connection(), "diff", err);
                        case Source.Script script -> script(script, cancellation);
                    });
        }

        boolean isLive() {
            return source instanceof Source.Url;
        }

        int major() {
            return snapshot.database().version() / 10_000;
        }

        Database onScratch(Cancellation cancellation) throws CliException {
            if (!isLive()) {
                return snapshot.database();
            }
            try {
                // Written as the scratch server writes it, and still a database of its own server.
                return Scratch.canonical(snapshot.database(), cancellation)
                        .withVersion(snapshot.database().version());
            } catch (ScratchException refused) {
                throw failed("The schema of " + source.shown() + " cannot be made on the built-in PostgreSQL", refused);
            }
        }
    }

    /// What a script creates, read on the scratch server.
    static Snapshot script(Source.Script script, Cancellation cancellation) throws CliException {
        try {
            return new Snapshot(
                    Scratch.read(script.sql(), cancellation), Map.of(), Instant.now());
        } catch (ScratchException refused) {
            throw failed(script.shown() + " cannot be loaded", refused);
        }
    }

    private static CliException failed(String what, ScratchException refused) {
        ScratchFailure failure = refused.failure();
        String detail = failure.detail() == null ? "" : " " + failure.detail();
        return new CliException(what + ": " + failure.text() + detail, advice(failure));
    }

    private static String advice(ScratchFailure failure) {
        if (failure.hint() != null && failure.kind() != ScratchFailure.Kind.MISSING_EXTENSION) {
            return failure.hint();
        }
        return switch (failure.kind()) {
            case NO_SERVER -> "Try again; the log says more.";
            case SYNTAX, REFUSED -> "Correct it, or load it with psql to see the same.";
            case MISSING_EXTENSION -> "Compare two databases of the same version instead: they are not loaded here.";
            case NOT_ON_SCRATCH -> "Leave it out.";
        };
    }
}
