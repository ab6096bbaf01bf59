package mana.studio.drizzle.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.ddl.Ddl;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.Migration.SnapshotFile;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.ServiceScope;
import mana.studio.drizzle.snapshot.Snapshot;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.drizzle.snapshot.Translation;
import mana.studio.drizzle.snapshot.UnreadableSnapshot;
import mana.studio.schema.Database;
import mana.studio.schema.Schema;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchFailure;
import mana.studio.scratch.ScratchServer;
import org.jspecify.annotations.Nullable;

/// Makes snapshots that are not there, and those of a merged branch anew, on top of what the other branch left: what a
/// migration does to the schema of the snapshot before it is seen by running it there, on the scratch server. Where it
/// does not run there, a missing snapshot is made of what the whole chain leads to.
public final class SnapshotRepair {
    private final MigrationFolder folder;
    private final List<Integer> positions;
    private final List<String> owns;
    private final Collection<MigrationFolder> others;
    private final Cancellation cancellation;

    private SnapshotRepair(
            Repair.OfReplay wanted, List<String> owns, Collection<MigrationFolder> others, Cancellation cancellation) {
        this.folder = wanted.folder();
        this.positions = wanted.positions();
        this.owns = owns;
        this.others = others;
        this.cancellation = cancellation;
    }

    /// Why snapshots cannot be made.
    public static final class Impossible extends Exception {
        Impossible(String sentence) {
            super(sentence);
        }

        Impossible(String sentence, Throwable cause) {
            super(sentence, cause);
        }

        /// A sentence for a person.
        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    /// The snapshot of a migration that has none, with those that are missing right before it.
    static Optional<Repair.OfReplay> missing(History history, Migration migration) {
        MigrationFolder folder = history.folder();
        List<Migration> all = folder.migrations();
        int first = migration.position();
        while (first > 0 && all.get(first - 1).snapshot() == null) {
            first--;
        }
        List<Integer> positions =
                IntStream.rangeClosed(first, migration.position()).boxed().toList();
        boolean possible = positions.stream()
                .allMatch(position -> all.get(position).file() != null
                        && place(folder, all.get(position))
                                .filter(path -> !Files.exists(path))
                                .isPresent());
        boolean apart = positions.stream()
                        .map(position -> place(folder, all.get(position)))
                        .distinct()
                        .count()
                == positions.size();
        if (!possible
                || !apart
                || !(version(folder).equals("7") || version(folder).equals("8"))) {
            return Optional.empty();
        }
        String label = positions.size() == 1 ? "Make its snapshot" : "Make " + positions.size() + " snapshots";
        return Optional.of(new Repair.OfReplay(
                label,
                "What the migration leads to, found by running it on the scratch server, in drizzle-kit's words. The"
                        + " one from version control is better where it still exists: it has the words of the code.",
                folder,
                positions));
    }

    /// The snapshots of a merged branch, from the migration on that comes second.
    static Optional<Repair.OfReplay> joined(History history, Migration migration) {
        MigrationFolder folder = history.folder();
        List<Migration> rest = folder.migrations()
                .subList(migration.position(), folder.migrations().size());
        boolean possible = folder.layout() == Layout.JOURNAL
                && migration.position() > 0
                && folder.migrations().get(migration.position() - 1).snapshot() != null
                && rest.stream().allMatch(one -> one.file() != null && one.snapshot() != null)
                && folder.migrations().stream()
                                .flatMap(one -> Stream.ofNullable(one.snapshot()))
                                .map(SnapshotFile::path)
                                .distinct()
                                .count()
                        == folder.migrations().stream()
                                .filter(one -> one.snapshot() != null)
                                .count();
        return possible
                ? Optional.of(new Repair.OfReplay(
                        "Join the branches in its snapshot",
                        "The snapshot hangs on the one before, and holds what the other branch changed too: found by"
                                + " running the migration on that one's schema, on the scratch server. The next"
                                + " generate has nothing to write again.",
                        folder,
                        rest.stream().map(Migration::position).toList()))
                : Optional.empty();
    }

    /// What is to be written.
    ///
    /// @param owns   the schemas of the service
    /// @param others the chains of other services, which may have to run first
    /// @throws Impossible       where the migrations do not run, or a snapshot cannot be read
    /// @throws ScratchException where there is no scratch server
    public static Repair.OfFiles compute(
            Repair.OfReplay wanted, List<String> owns, Collection<MigrationFolder> others, Cancellation cancellation)
            throws Impossible, ScratchException {
        SnapshotRepair repair = new SnapshotRepair(wanted, owns, others, cancellation);
        try {
            return new Repair.OfFiles(wanted.label(), wanted.explanation(), repair.changes());
        } catch (UnreadableSnapshot | IOException unreadable) {
            throw new Impossible(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private List<FileChange> changes() throws Impossible, ScratchException, UnreadableSnapshot, IOException {
        @Nullable Snapshot last = before();
        @Nullable Database described = last == null ? null : Snapshots.toDatabase(last.schema(), cancellation);
        Map<Integer, Database> states = states(described);
        List<FileChange> changes = new ArrayList<>();
        for (int position : positions) {
            Migration migration = folder.migrations().get(position);
            Database reached = Objects.requireNonNull(states.get(position));
            Snapshot made = snapshot(migration, last, described, reached);
            Path path = place(folder, migration).orElseThrow();
            String text = Files.exists(path) ? Files.readString(path) : null;
            changes.add(new FileChange(path, text, Snapshots.write(made)));
            last = made;
            described = reached;
        }
        return changes;
    }

    private @Nullable Snapshot before() throws UnreadableSnapshot {
        int first = positions.getFirst();
        return first == 0 ? null : Snapshots.stateOf(folder, folder.migrations().get(first - 1));
    }

    private Snapshot snapshot(
            Migration migration, @Nullable Snapshot last, @Nullable Database described, Database reached)
            throws UnreadableSnapshot {
        SnapshotFile there = migration.snapshot();
        Snapshot old = there == null ? null : Snapshots.read(there.path());
        Snapshot before = last == null
                ? new Snapshot(version(folder), Snapshot.ORIGIN, List.of(), DrizzleSchema.EMPTY, List.of(), List.of())
                : last;
        DrizzleSchema schema = Translation.of(reached, scope(before, reached), before.schema(), described)
                .schema();
        String parent = last == null ? Snapshot.ORIGIN : last.id();
        return old == null
                ? new Snapshot(before.version(), id(migration), List.of(parent), schema, List.of(), before.rows())
                : new Snapshot(old.version(), old.id(), List.of(parent), schema, old.extras(), old.rows());
    }

    /// What the next snapshot calls its parent, where none of the folder is that.
    private String id(Migration migration) {
        List<Migration> all = folder.migrations();
        Set<String> known = all.stream()
                .flatMap(one -> Stream.ofNullable(one.snapshot()))
                .map(SnapshotFile::id)
                .collect(Collectors.toSet());
        SnapshotFile next = migration.position() + 1 < all.size()
                ? all.get(migration.position() + 1).snapshot()
                : null;
        return next != null
                        && next.parents().size() == 1
                        && !known.contains(next.parents().getFirst())
                        && !next.parents().getFirst().equals(Snapshot.ORIGIN)
                ? next.parents().getFirst()
                : UUID.randomUUID().toString();
    }

    /// The schemas of the service, and those that it had.
    private ServiceScope scope(Snapshot last, Database reached) {
        Set<String> schemas = new TreeSet<>(owns);
        schemas.addAll(last.schema().schemas());
        last.schema().tables().forEach(table -> schemas.add(table.name().schema()));
        last.schema().enums().forEach(type -> schemas.add(type.name().schema()));
        if (schemas.isEmpty() || others.isEmpty()) {
            reached.schemas().stream()
                    .map(Schema::name)
                    .filter(name -> !name.equals("drizzle"))
                    .forEach(schemas::add);
        }
        return ServiceScope.of(schemas);
    }

    /// By position, what the migrations lead to.
    private Map<Integer, Database> states(@Nullable Database described) throws Impossible, ScratchException {
        Map<Integer, Database> states = new HashMap<>();
        String refused = run(described, states);
        if (refused == null) {
            return states;
        }
        if (folder.migrations().get(positions.getFirst()).snapshot() != null) {
            throw new Impossible("On top of what the other branch left it does not run: " + refused);
        }
        List<Integer> points = positions.stream().map(position -> position + 1).toList();
        Replay.States replayed = Replay.of(folder, others, points, cancellation);
        for (int position : positions) {
            Database state = replayed.at().get(position + 1);
            if (state == null) {
                throw new Impossible("The migrations do not run up to it: "
                        + Objects.requireNonNullElse(replayed.problem(), refused));
            }
            states.put(position, state);
        }
        return states;
    }

    /// On what the snapshot before describes; on nothing where there is none.
    ///
    /// @return where it stops
    private @Nullable String run(@Nullable Database described, Map<Integer, Database> states) throws ScratchException {
        try (ScratchDatabase scratch = ScratchServer.shared().create()) {
            String at = "the snapshot before";
            try {
                if (described != null) {
                    scratch.load(Ddl.of(described), cancellation);
                }
                for (int position : positions) {
                    Migration migration = folder.migrations().get(position);
                    at = migration.tag();
                    MigrationFile file = Objects.requireNonNull(migration.file());
                    scratch.load(file.text(), cancellation);
                    states.put(position, scratch.read(cancellation));
                }
                return null;
            } catch (ScratchException refused) {
                if (refused.failure().kind() == ScratchFailure.Kind.NO_SERVER) {
                    throw refused;
                }
                return at + ", " + refused.failure().text();
            }
        }
    }

    /// Where the snapshot of a migration lies, or belongs.
    private static Optional<Path> place(MigrationFolder folder, Migration migration) {
        SnapshotFile there = migration.snapshot();
        if (there != null) {
            return Optional.of(there.path());
        }
        return switch (folder.layout()) {
            case JOURNAL -> {
                String prefix = migration.tag().replaceFirst("_.*", "");
                yield Optional.of(folder.root().resolve("meta").resolve(prefix + "_snapshot.json"));
            }
            case FOLDERS -> Optional.of(folder.root().resolve(migration.tag()).resolve("snapshot.json"));
            case HYBRID, EMPTY -> Optional.empty();
        };
    }

    /// In which the folder's snapshots are written.
    private static String version(MigrationFolder folder) {
        return folder.migrations().stream()
                .flatMap(one -> Stream.ofNullable(one.snapshot()))
                .map(SnapshotFile::version)
                .reduce((_, newest) -> newest)
                .map(version -> version.equals("5") || version.equals("6") ? "7" : version)
                .orElse(folder.layout() == Layout.JOURNAL ? "7" : "");
    }
}
