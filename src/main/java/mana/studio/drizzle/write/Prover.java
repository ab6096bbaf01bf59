package mana.studio.drizzle.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mana.studio.connection.Cancellation;
import mana.studio.ddl.Ddl;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.write.Composition.Part;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchFailure;
import mana.studio.scratch.ScratchServer;
import org.jspecify.annotations.Nullable;

/// Replays a folder's migrations and new ones behind them as the migrator would, and compares what comes out with the
/// design. What the folder's migrations lead to is kept between two proofs. Safe for use by several threads, one of
/// which waits.
public final class Prover implements AutoCloseable {
    private final Ground ofChain = new Ground();
    private final Ground ofDatabase = new Ground();
    private @Nullable Asked asked;
    private @Nullable Proof answered;

    /// All that a proof depends on: a migration of another name is proven already.
    private record Asked(
            Object chain, Database base, Database goal, List<String> schemas, List<List<String>> statements) {
        boolean isLike(@Nullable Asked other) {
            return other != null
                    && chain.equals(other.chain)
                    && base == other.base
                    && schemas.equals(other.schemas)
                    && statements.equals(other.statements)
                    && goal.equals(other.goal);
        }
    }

    /// A database from which a proof starts, kept as long as the same is asked for.
    private static final class Ground {
        private @Nullable Object key;
        private @Nullable ScratchDatabase database;
        private @Nullable Database read;
        private @Nullable String failure;

        void drop() throws ScratchException {
            ScratchDatabase old = database;
            key = null;
            database = null;
            read = null;
            failure = null;
            if (old != null) {
                old.close();
            }
        }
    }

    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    /// @throws ScratchException where there is no scratch server
    public synchronized Proof prove(MigrationFolder folder, Composition composition, Cancellation cancellation)
            throws ScratchException {
        Asked now = new Asked(
                key(folder),
                composition.wish().base(),
                composition.goal(),
                composition.wish().schemas(),
                composition.parts().stream().map(Part::statements).toList());
        Proof before = answered;
        if (before != null && now.isLike(asked)) {
            return before;
        }
        Proof proof = replay(folder, composition, cancellation);
        asked = now;
        answered = proof;
        return proof;
    }

    private static Object key(MigrationFolder folder) {
        return folder.migrations().stream()
                .map(migration -> migration.file() == null
                        ? migration.tag()
                        : migration.file().hash())
                .toList();
    }

    private Proof replay(MigrationFolder folder, Composition composition, Cancellation cancellation)
            throws ScratchException {
        long start = System.nanoTime();
        List<String> schemas = composition.wish().schemas();
        Database base = composition.wish().base();
        chain(folder, cancellation);
        String why = ofChain.failure;
        List<String> missing = List.of();
        if (why == null) {
            Attempt attempt = attempt(ofChain, composition, cancellation);
            if (attempt.differences().isEmpty() && attempt.failure() == null) {
                return new Proof.Proven(folder.migrations().size(), millis(start));
            }
            missing = drift(base, schemas, cancellation);
            if (missing.isEmpty() && attempt.failure() == null) {
                return attempt.asProof();
            }
            why = attempt.failure() == null ? null : needs(attempt.failure());
        }
        database(base, cancellation);
        if (ofDatabase.failure != null) {
            return new Proof.Impossible(why == null ? ofDatabase.failure : why + " " + ofDatabase.failure);
        }
        Attempt attempt = attempt(ofDatabase, composition, cancellation);
        if (attempt.failure() != null || !attempt.differences().isEmpty()) {
            return attempt.asProof();
        }
        return missing.isEmpty()
                ? new Proof.ProvenFromDatabase(Objects.requireNonNull(why), millis(start))
                : new Proof.Drifted(missing, millis(start));
    }

    private static String needs(ScratchFailure failure) {
        return "the new migration needs what the files do not make (" + failure.message() + ").";
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /// What came of one replay.
    private record Attempt(
            List<String> differences, @Nullable ScratchFailure failure) {
        Proof asProof() {
            if (failure == null) {
                return new Proof.Different(differences);
            }
            ScratchFailure.Place place = failure.place();
            return new Proof.Fails(place == null ? null : place.statement(), failure.message());
        }
    }

    private static Attempt attempt(Ground ground, Composition composition, Cancellation cancellation)
            throws ScratchException {
        try (ScratchDatabase copy = Objects.requireNonNull(ground.database).copy()) {
            for (Part part : composition.parts()) {
                copy.load(transaction(chunks(part)), cancellation);
            }
            Database reached = copy.read(cancellation);
            return new Attempt(
                    Likeness.differences(
                            reached, composition.goal(), composition.wish().schemas(), copy, cancellation),
                    null);
        } catch (Refusal uncuttable) {
            throw new IllegalStateException(uncuttable);
        } catch (ScratchException refused) {
            if (refused.failure().kind() == ScratchFailure.Kind.NO_SERVER) {
                throw refused;
            }
            return new Attempt(List.of(), refused.failure());
        }
    }

    private static List<String> chunks(Part part) throws Refusal {
        return List.of(part.sql().split(MigrationFile.BREAKPOINT, -1));
    }

    private static String transaction(List<String> chunks) {
        StringBuilder script = new StringBuilder("BEGIN;\n");
        // A chunk may end in a comment, or without its semicolon.
        chunks.forEach(chunk -> script.append(chunk).append("\n;\n"));
        return script.append("COMMIT;\n").toString();
    }

    /// What the chain's result lacks of the database, before anything new.
    private List<String> drift(Database base, List<String> schemas, Cancellation cancellation) throws ScratchException {
        try (ScratchDatabase copy = Objects.requireNonNull(ofChain.database).copy()) {
            return Likeness.differences(Objects.requireNonNull(ofChain.read), base, schemas, copy, cancellation);
        } catch (ScratchException refused) {
            if (refused.failure().kind() == ScratchFailure.Kind.NO_SERVER) {
                throw refused;
            }
            return List.of(refused.failure().text());
        }
    }

    /// All files in one transaction, as on a fresh database.
    private void chain(MigrationFolder folder, Cancellation cancellation) throws ScratchException {
        Object key = key(folder);
        if (key.equals(ofChain.key)) {
            return;
        }
        ofChain.drop();
        String gap = gap(folder);
        if (gap != null) {
            ofChain.failure = gap;
            ofChain.key = key;
            return;
        }
        ScratchDatabase fresh = ScratchServer.shared().create();
        ofChain.database = fresh;
        List<String> chunks = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int length = "BEGIN;\n".length();
        for (Migration migration : folder.migrations()) {
            for (String chunk : Objects.requireNonNull(migration.file()).chunks()) {
                chunks.add(chunk);
                length += chunk.length() + "\n;\n".length();
            }
            ends.add(length);
        }
        try {
            fresh.load(transaction(chunks), cancellation);
            ofChain.read = fresh.read(cancellation);
        } catch (ScratchException refused) {
            if (refused.failure().kind() == ScratchFailure.Kind.NO_SERVER) {
                throw refused;
            }
            ofChain.failure = failed(folder, ends, refused.failure());
        }
        ofChain.key = key;
    }

    private static @Nullable String gap(MigrationFolder folder) {
        return folder.migrations().stream()
                .filter(migration -> migration.file() == null)
                .findFirst()
                .map(migration -> "the file of " + migration.tag() + " is missing.")
                .orElse(null);
    }

    private static String failed(MigrationFolder folder, List<Integer> ends, ScratchFailure failure) {
        ScratchFailure.Place place = failure.place();
        if (place == null) {
            return "the files do not replay on an empty database (" + failure.message() + ").";
        }
        int at = 0;
        while (at < ends.size() - 1 && place.offset() >= ends.get(at)) {
            at++;
        }
        return folder.migrations().get(at).tag() + " does not replay on an empty database (" + failure.message() + ").";
    }

    private void database(Database base, Cancellation cancellation) throws ScratchException {
        if (ofDatabase.key == base) {
            return;
        }
        ofDatabase.drop();
        ScratchDatabase fresh = ScratchServer.shared().create();
        ofDatabase.database = fresh;
        try {
            fresh.load(Ddl.of(base), cancellation);
        } catch (ScratchException refused) {
            if (refused.failure().kind() == ScratchFailure.Kind.NO_SERVER) {
                throw refused;
            }
            ofDatabase.failure = "The database as it is cannot be made on the scratch server: "
                    + refused.failure().text();
        }
        ofDatabase.key = base;
    }

    @Override
    public synchronized void close() throws ScratchException {
        ofChain.drop();
        ofDatabase.drop();
    }
}
