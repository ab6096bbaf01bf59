package mana.studio.drizzle.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mana.studio.drizzle.project.MigrationsTable;
import org.jspecify.annotations.Nullable;

/// A migrator's books as they were found.
///
/// @param exists  whether the table is there
/// @param named   whether it has the column `name` that 1.0 adds
/// @param rows    in the order of their ids
/// @param problem why it could not be read; null where it could
public record Books(
        MigrationsTable table,
        boolean exists,
        boolean named,
        List<BooksRow> rows,
        @Nullable String problem) {
    public Books {
        rows = List.copyOf(rows);
    }

    /// Books of a database that no migrator has seen.
    public static Books none(MigrationsTable table) {
        return new Books(table, false, false, List.of(), null);
    }

    /// What `order by created_at desc limit 1` answers: a row without a time comes before all others.
    public Optional<BooksRow> newest() {
        Optional<BooksRow> timeless =
                rows.stream().filter(row -> row.createdAt() == null).findFirst();
        return timeless.isPresent() ? timeless : rows.stream().max(Comparator.comparingLong(Books::time));
    }

    /// What the stable migrator compares with: JavaScript's `Number(null)` is 0.
    static long time(BooksRow row) {
        return row.createdAt() == null ? 0 : row.createdAt();
    }

    /// The books after some more rows were written, which is also when the table is made.
    public Books with(List<BooksRow> more, boolean withNames) {
        List<BooksRow> all = new ArrayList<>(rows);
        all.addAll(more);
        return new Books(table, true, named || withNames, all, problem);
    }
}
