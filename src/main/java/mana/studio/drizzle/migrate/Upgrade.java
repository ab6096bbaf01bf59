package mana.studio.drizzle.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.history.Books;
import mana.studio.drizzle.history.BooksRow;
import org.jspecify.annotations.Nullable;

/// What 1.0 does to a table of the stable line on its first run: each row gets the name of the folder whose time is
/// its own to the second; where several folders have that time, or none, the one of the same hash.
///
/// @param needed    whether the table is one of the stable line
/// @param named     the table with the names
/// @param unmatched ids of rows that are nobody's: 1.0 refuses to go on
record Upgrade(boolean needed, Books named, List<Long> unmatched) {
    static Upgrade of(MigrationFolder folder, Books books) {
        if (!books.exists() || books.named()) {
            return new Upgrade(false, books, List.of());
        }
        List<BooksRow> rows = new ArrayList<>();
        List<Long> unmatched = new ArrayList<>();
        for (BooksRow row : books.rows()) {
            Migration match = match(folder.migrations(), row);
            if (match == null) {
                unmatched.add(Objects.requireNonNull(row.id(), "every migrator's table has ids"));
            } else {
                rows.add(new BooksRow(row.id(), row.hash(), row.createdAt(), match.tag(), row.appliedAt()));
            }
        }
        return new Upgrade(true, new Books(books.table(), true, true, rows, null), List.copyOf(unmatched));
    }

    private static @Nullable Migration match(List<Migration> migrations, BooksRow row) {
        Long createdAt = row.createdAt();
        // JavaScript cuts the last three digits off the text and puts zeros there.
        long second = createdAt == null ? Long.MIN_VALUE : createdAt / 1000 * 1000;
        List<Migration> sameTime = migrations.stream()
                .filter(migration -> migration.when() == second)
                .toList();
        return switch (sameTime.size()) {
            case 0 -> byHash(migrations, row).reversed().stream().findFirst().orElse(null);
            case 1 -> sameTime.getFirst();
            default -> byHash(sameTime, row).stream().findFirst().orElse(null);
        };
    }

    private static List<Migration> byHash(List<Migration> migrations, BooksRow row) {
        return migrations.stream()
                .filter(migration -> migration.file() instanceof MigrationFile file
                        && file.hash().equals(row.hash()))
                .toList();
    }
}
