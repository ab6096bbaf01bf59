package mana.studio.drizzle.migrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.history.Books;
import mana.studio.drizzle.history.BooksRow;
import org.jspecify.annotations.Nullable;

/// What a migrator would run now, decided as it decides: the stable line takes every entry whose `when` is after the
/// newest `created_at` and compares nothing else; 1.0 takes every folder whose name is not in the table.
///
/// @param run     in the order in which it runs
/// @param skipped entries that never ran and never will: older than the newest row
/// @param newest  the row that decides; null where there is none, or it is of 1.0
public record Pending(
        List<Migration> run,
        List<Migration> skipped,
        @Nullable BooksRow newest) {
    public Pending {
        run = List.copyOf(run);
        skipped = List.copyOf(skipped);
    }

    public static Pending of(MigrationFolder folder, Books books) {
        return folder.layout() == Layout.FOLDERS ? byName(folder, books) : byTime(folder, books);
    }

    /// `order by created_at desc limit 1`: a row without one comes first, and counts as 0.
    private static Pending byTime(MigrationFolder folder, Books books) {
        BooksRow newest = books.rows().stream()
                .max(Comparator.comparing(BooksRow::createdAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElse(null);
        List<Migration> run = new ArrayList<>();
        List<Migration> skipped = new ArrayList<>();
        for (Migration migration : folder.migrations()) {
            if (newest == null || Objects.requireNonNullElse(newest.createdAt(), 0L) < migration.when()) {
                run.add(migration);
            } else if (books.rows().stream().noneMatch(row -> isOf(row, migration))) {
                skipped.add(migration);
            }
        }
        return new Pending(run, skipped, newest);
    }

    /// Whether a row speaks of a migration, by its hash or else by its time.
    private static boolean isOf(BooksRow row, Migration migration) {
        MigrationFile file = migration.file();
        boolean same = file != null
                && List.of(file.hash(), file.hashWithLineFeeds(), file.hashWithCarriageReturns())
                        .contains(row.hash());
        return same || Objects.equals(row.createdAt(), migration.when());
    }

    private static Pending byName(MigrationFolder folder, Books books) {
        Set<String> names = Upgrade.of(folder, books).named().rows().stream()
                .map(BooksRow::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Migration> run = folder.migrations().stream()
                .filter(migration -> !names.contains(migration.tag()))
                .toList();
        return new Pending(run, List.of(), null);
    }
}
