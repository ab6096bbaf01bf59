package mana.studio.drizzle.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import org.jspecify.annotations.Nullable;

/// Brings migrations and rows together: by hash, whatever line ends the file has, else by time, else by name. Rows of
/// other services match nothing.
final class Matching {
    private final Map<Migration, Found> found = new HashMap<>();
    private final Set<BooksRow> taken = new HashSet<>();

    /// @param otherLineEnds whether the hash agrees only with other line ends
    record Found(BooksRow row, Match match, boolean otherLineEnds) {}

    Matching(String service, MigrationFolder folder, Books books, Attribution attribution, Line line) {
        List<BooksRow> own = books.rows().stream()
                .filter(row -> !attribution.isOfOther(row, service))
                .toList();
        List<Migration> migrations = folder.migrations();
        if (line == Line.V1 && books.named()) {
            match(migrations, own, Match.NAME, false, (one, row) -> one.tag().equals(row.name()));
        }
        match(migrations, own, Match.HASH, false, (one, row) -> hasHash(one, row) && hasTime(one, row));
        match(migrations, own, Match.HASH, false, Matching::hasHash);
        match(migrations, own, Match.HASH, true, Matching::hasHashOtherwise);
        match(migrations, own, Match.CREATED_AT, false, Matching::hasTime);
        if (line == Line.V1 && !books.named()) {
            match(
                    migrations,
                    own,
                    Match.CREATED_AT,
                    false,
                    (one, row) -> one.tag().equals(Migrator.upgraded(folder, row)));
        }
    }

    private void match(
            List<Migration> migrations,
            List<BooksRow> rows,
            Match match,
            boolean otherLineEnds,
            BiPredicate<Migration, BooksRow> same) {
        for (Migration migration : migrations) {
            if (!found.containsKey(migration)) {
                rows.stream()
                        .filter(row -> !taken.contains(row) && same.test(migration, row))
                        .findFirst()
                        .ifPresent(row -> {
                            taken.add(row);
                            found.put(migration, new Found(row, match, otherLineEnds));
                        });
            }
        }
    }

    static boolean hasHash(Migration migration, BooksRow row) {
        MigrationFile file = migration.file();
        return file != null && file.hash().equals(row.hash());
    }

    static boolean hasHashOtherwise(Migration migration, BooksRow row) {
        MigrationFile file = migration.file();
        return file != null
                && (file.hashWithLineFeeds().equals(row.hash())
                        || file.hashWithCarriageReturns().equals(row.hash()));
    }

    private static boolean hasTime(Migration migration, BooksRow row) {
        return Objects.equals(row.createdAt(), migration.when());
    }

    Optional<Found> of(Migration migration) {
        return Optional.ofNullable(found.get(migration));
    }

    @Nullable
    BooksRow rowOf(Migration migration) {
        Found one = found.get(migration);
        return one == null ? null : one.row();
    }

    boolean isTaken(BooksRow row) {
        return taken.contains(row);
    }
}
