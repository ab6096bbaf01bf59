package mana.studio.drizzle.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.project.MigrationsTable;

/// What happens if services are migrated one after the other.
///
/// @param steps one a service, in their order
public record Simulation(List<Step> steps) {
    public Simulation {
        steps = List.copyOf(steps);
    }

    /// A service that takes part.
    public record Participant(String service, MigrationFolder folder, MigrationsTable table, Line line) {}

    /// @param newest    the row that stood as the newest when its turn came
    /// @param newestOf  whose it is
    public record Step(Participant participant, Outcome outcome, Optional<BooksRow> newest, Owner newestOf) {}

    /// @param books as they are now, by table; a table that is missing there is empty
    public static Simulation of(List<Participant> order, Map<MigrationsTable, Books> books, Attribution attribution) {
        Map<MigrationsTable, Books> now = new HashMap<>(books);
        List<Step> steps = new ArrayList<>();
        for (Participant one : order) {
            Books before = now.getOrDefault(one.table(), Books.none(one.table()));
            Outcome outcome = Migrator.next(one.service(), one.folder(), before, attribution, one.line());
            Optional<BooksRow> newest = before.newest();
            steps.add(new Step(one, outcome, newest, newest.map(attribution::of).orElse(new Owner.Unknown())));
            if (outcome instanceof Outcome.Runs(List<Migration> runs, List<Migration> _)) {
                now.put(one.table(), after(before, runs, one.line()));
            }
        }
        return new Simulation(steps);
    }

    /// The books after a run.
    public static Books after(Books before, List<Migration> runs, Line line) {
        Books books = before.with(List.of(), line == Line.V1);
        for (Migration migration : runs) {
            books = books.with(List.of(Migrator.row(migration, books, line)), line == Line.V1);
        }
        return books;
    }

    /// A chain applied migration by migration, as it grew: each run sees the journal up to there.
    ///
    /// @return the migrations that no run applied
    public static List<Migration> skippedStepByStep(MigrationFolder folder, Line line) {
        Books books = Books.none(MigrationsTable.DEFAULT);
        List<Migration> skipped = new ArrayList<>();
        for (Migration migration : folder.migrations()) {
            boolean runs = switch (line) {
                case STABLE -> Migrator.isLater(migration, books);
                case V1 ->
                    books.rows().stream().noneMatch(row -> migration.tag().equals(row.name()));
            };
            if (runs) {
                books = after(books, List.of(migration), line);
            } else {
                skipped.add(migration);
            }
        }
        return skipped;
    }
}
