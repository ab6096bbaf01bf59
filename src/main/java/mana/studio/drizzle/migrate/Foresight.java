package mana.studio.drizzle.migrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.catalog.Snapshot;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.history.Books;
import mana.studio.drizzle.history.BooksRow;
import mana.studio.drizzle.migrate.Foreseen.Gravity;
import mana.studio.drizzle.migrate.Foreseen.Kind;
import mana.studio.drizzle.migrate.Pieces.How;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.safety.Verdict;
import org.jspecify.annotations.Nullable;

/// Says what a run will do, before it does anything: what is pending, in which transactions, and what cannot go well.
public final class Foresight {
    private static final Comparator<Foreseen> WORST_FIRST = Comparator.comparing(Foreseen::gravity);

    private final MigrationFolder folder;
    private final MigrationsTable table;
    private final Mode mode;
    private final Known known;

    /// What is known of the database.
    ///
    /// @param half     what an earlier run has left half done; null for nothing
    /// @param snapshot the catalog; null where none was read
    /// @param major    the server's major version
    public record Known(
            Books books, @Nullable HalfDone half, @Nullable Snapshot snapshot, int major) {}

    private Foresight(MigrationFolder folder, MigrationsTable table, Mode mode, Known known) {
        this.folder = folder;
        this.table = table;
        this.mode = mode;
        this.known = known;
    }

    public static Proposal of(MigrationFolder folder, MigrationsTable table, Mode mode, Known known) {
        return new Foresight(folder, table, mode, known).propose();
    }

    private Proposal propose() {
        Pending pending = Pending.of(folder, known.books());
        Obstacle obstacle = Obstacles.of(folder, known.books());
        if (obstacle == null && mode == Mode.COMMIT_BETWEEN) {
            obstacle = Obstacles.ofHalf(pending, known.half());
        }
        if (obstacle != null) {
            return new Proposal(folder, table, mode, List.of(), List.of(), about(pending), obstacle);
        }
        List<PendingFile> files = files(pending);
        Legs legs = mode == Mode.ONE_TRANSACTION
                ? Legs.inOne(files, known.snapshot(), known.major())
                : Legs.between(files, known.snapshot(), known.major());
        List<Foreseen> foreseen = Stream.of(about(pending), half(pending), legs.handled(), ofStatements(legs.files()))
                .flatMap(List::stream)
                .sorted(WORST_FIRST)
                .toList();
        return new Proposal(folder, table, mode, legs.files(), legs.legs(), foreseen, null);
    }

    private List<PendingFile> files(Pending pending) {
        HalfDone half = mode == Mode.COMMIT_BETWEEN ? known.half() : null;
        How how = mode == Mode.COMMIT_BETWEEN ? How.STATEMENTS : How.IN_TRANSACTION;
        List<PendingFile> files = new ArrayList<>();
        for (Migration migration : pending.run()) {
            if (migration.file() instanceof MigrationFile file) {
                int done = half != null && half.tag().equals(migration.tag()) ? half.done() : 0;
                files.add(new PendingFile(migration, file, pieces(file, how), done));
            }
        }
        // A COMMIT of the file's own ends the one transaction: from there on it matters what is sent at once.
        boolean controlled = mode == Mode.ONE_TRANSACTION
                && files.stream()
                        .anyMatch(file -> Pieces.of(file.file(), How.STATEMENTS).stream()
                                .flatMap(cut -> cut.statements().stream())
                                .anyMatch(Pieces::isControl));
        return controlled
                ? files.stream()
                        .map(file -> new PendingFile(
                                file.migration(), file.file(), pieces(file.file(), How.CHUNKS), file.done()))
                        .toList()
                : files;
    }

    /// Without what a person should know of them: that comes with the transactions.
    private static List<Piece> pieces(MigrationFile file, How how) {
        List<Piece> pieces = new ArrayList<>();
        for (Pieces.Cut cut : Pieces.of(file, how)) {
            pieces.add(new Piece(
                    pieces.size() + 1,
                    cut.sql(),
                    cut.start(),
                    cut.line(),
                    cut.statements().stream().map(Verdicts::unread).toList()));
        }
        return pieces;
    }

    private List<Foreseen> about(Pending pending) {
        List<Foreseen> foreseen = new ArrayList<>();
        BooksRow newest = pending.newest();
        if (newest != null && newest.createdAt() == null) {
            foreseen.add(new Foreseen(
                    Kind.NO_TIME,
                    Gravity.WARNING,
                    "",
                    0,
                    null,
                    "Row " + newest.id() + " of " + table + " has no created_at: the migrator takes it for the newest"
                            + " and runs every migration again.",
                    "Give the row the time of its migration before anything runs."));
        }
        for (Migration migration : pending.skipped()) {
            foreseen.add(new Foreseen(
                    Kind.SKIPPED,
                    Gravity.WARNING,
                    migration.tag(),
                    0,
                    null,
                    "It is passed by without a word, now and ever after: its time (" + migration.when()
                            + ") is not after that of the newest row ("
                            + (newest == null ? "" : newest.createdAt()) + ").",
                    "Give its journal entry a later time, if it never ran."));
        }
        return foreseen;
    }

    private List<Foreseen> half(Pending pending) {
        HalfDone half = known.half();
        if (half == null || pending.run().stream().noneMatch(one -> one.tag().equals(half.tag()))) {
            return List.of();
        }
        String done = switch (half.done()) {
            case 0 -> "An earlier run stopped in it.";
            case 1 -> "The first statement of it is committed by an earlier run that stopped half-way.";
            default ->
                "The first " + half.done() + " statements of it are committed by an earlier run that stopped half-way.";
        };
        return List.of(
                mode == Mode.COMMIT_BETWEEN
                        ? new Foreseen(
                                Kind.HALF_DONE,
                                Gravity.HANDLED,
                                half.tag(),
                                0,
                                null,
                                (done + " " + half.note()).strip(),
                                "It goes on behind them.")
                        : new Foreseen(
                                Kind.HALF_DONE,
                                Gravity.FAILS,
                                half.tag(),
                                0,
                                null,
                                done + " In one transaction all of it would run again.",
                                "Go on in the mode that commits between."));
    }

    private List<Foreseen> ofStatements(List<PendingFile> files) {
        List<Foreseen> foreseen = new ArrayList<>();
        for (PendingFile file : files) {
            String tag = file.migration().tag();
            for (Piece piece : file.pieces().subList(file.done(), file.pieces().size())) {
                for (Verdict verdict : piece.verdicts()) {
                    foreseen.addAll(Verdicts.foreseen(tag, verdict));
                    foreseen.addAll(Verdicts.makesSchema(tag, verdict, table.schema()));
                }
            }
        }
        return foreseen;
    }
}
