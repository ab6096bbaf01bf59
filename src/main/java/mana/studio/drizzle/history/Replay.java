package mana.studio.drizzle.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.drizzle.snapshot.UnreadableSnapshot;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchServer;
import org.jspecify.annotations.Nullable;

/// What the schema looks like along a chain of migrations: the chain is run, statement by statement, in an empty
/// database of the studio's own. Where it does not run by itself the other services' chains run before it; where it
/// still does not, the snapshots say what drizzle-kit believed.
public final class Replay {
    private final MigrationFolder folder;
    private final List<MigrationFolder> others;
    private final Cancellation cancellation;

    private Replay(MigrationFolder folder, Collection<MigrationFolder> others, Cancellation cancellation) {
        this.folder = folder;
        this.others = List.copyOf(others);
        this.cancellation = cancellation;
    }

    /// How a state was found.
    public enum Source {
        REPLAYED,
        /// After the chains of other services: something of theirs is needed.
        REPLAYED_WITH_OTHERS,
        SNAPSHOT
    }

    /// @param at      the states by the number of migrations that have run
    /// @param sources how each was found
    /// @param problem where the chain stops, in the server's words; null where it does not
    public record States(
            Map<Integer, Database> at,
            Map<Integer, Source> sources,
            @Nullable String problem) {}

    /// @param points numbers of migrations that have run, from 0
    /// @param others the chains of other services
    /// @throws ScratchException where there is no scratch server
    public static States of(
            MigrationFolder folder,
            Collection<MigrationFolder> others,
            Collection<Integer> points,
            Cancellation cancellation)
            throws ScratchException {
        return new Replay(folder, others, cancellation).states(new TreeSet<>(points));
    }

    private States states(TreeSet<Integer> points) throws ScratchException {
        Map<Integer, Database> at = new HashMap<>();
        Map<Integer, Source> sources = new HashMap<>();
        String problem = run(points, List.of(), at);
        at.keySet().forEach(point -> sources.put(point, Source.REPLAYED));
        if (problem != null && !others.isEmpty()) {
            Map<Integer, Database> again = new HashMap<>();
            String still = run(points, others, again);
            if (again.size() > at.size()) {
                problem = still;
                at.clear();
                sources.clear();
                again.forEach((point, database) -> {
                    at.put(point, database);
                    sources.put(point, Source.REPLAYED_WITH_OTHERS);
                });
            }
        }
        for (int point : points) {
            Database known = at.containsKey(point) ? null : fromSnapshot(point);
            if (known != null) {
                at.put(point, known);
                sources.put(point, Source.SNAPSHOT);
            }
        }
        return new States(at, sources, problem);
    }

    /// @return where it stops; null where it reaches the last point
    private @Nullable String run(TreeSet<Integer> points, List<MigrationFolder> first, Map<Integer, Database> at)
            throws ScratchException {
        try (ScratchDatabase scratch = ScratchServer.shared().create()) {
            others(scratch, first);
            List<Migration> migrations = folder.migrations();
            int last = points.isEmpty() ? -1 : points.last();
            for (int point = 0; point <= last && point <= migrations.size(); point++) {
                cancellation.check();
                if (points.contains(point)) {
                    at.put(point, scratch.read(cancellation));
                }
                if (point < Math.min(last, migrations.size())) {
                    String refused = load(scratch, migrations.get(point));
                    if (refused != null) {
                        return refused;
                    }
                }
            }
            return null;
        }
    }

    private @Nullable String load(ScratchDatabase scratch, Migration migration) {
        MigrationFile file = migration.file();
        if (file == null) {
            return migration.tag() + " has no file.";
        }
        try {
            scratch.load(file.text(), cancellation);
            return null;
        } catch (ScratchException refused) {
            return migration.tag() + ", " + refused.failure().text();
        }
    }

    /// In the order in which they were made; what fails of them is left out.
    private void others(ScratchDatabase scratch, List<MigrationFolder> first) {
        List<Migration> all = new ArrayList<>();
        first.forEach(other -> all.addAll(other.migrations()));
        all.sort(Comparator.comparingLong(Migration::when));
        for (Migration migration : all) {
            cancellation.check();
            load(scratch, migration);
        }
    }

    private @Nullable Database fromSnapshot(int point) throws ScratchException {
        if (point == 0 || point > folder.migrations().size()) {
            return null;
        }
        Migration.SnapshotFile snapshot = folder.migrations().get(point - 1).snapshot();
        if (snapshot == null) {
            return null;
        }
        try {
            return Snapshots.toDatabase(Snapshots.read(snapshot.path()).schema(), cancellation);
        } catch (UnreadableSnapshot unreadable) {
            return null;
        }
    }
}
