package mana.studio.drizzle.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mana.studio.drizzle.files.Flaw;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import org.jspecify.annotations.Nullable;

/// What drizzle-orm's `migrate()` would do, by its own rule and no other (`pg-core/dialect.ts`, `migrator.ts`). Whether
/// the SQL succeeds is not its question.
public final class Migrator {
    private static final long SECOND = 1000;

    private Migrator() {}

    /// A run of a service's migrator against some books.
    public static Outcome next(
            String service, MigrationFolder folder, Books books, Attribution attribution, Line line) {
        String refusal = refusal(folder, line);
        if (refusal != null) {
            return new Outcome.Refuses(refusal);
        }
        Matching matching = new Matching(service, folder, books, attribution, line);
        List<Migration> runs = new ArrayList<>();
        List<Migration> skipped = new ArrayList<>();
        if (line == Line.V1 && books.exists() && !books.named() && !books.rows().isEmpty()) {
            Optional<BooksRow> stranger = books.rows().stream()
                    .filter(row -> upgraded(folder, row) == null)
                    .findFirst();
            if (stranger.isPresent()) {
                return new Outcome.Refuses("The table " + books.table() + " cannot be upgraded to 1.0: "
                        + stranger.get().shown() + " belongs to no migration of this folder.");
            }
        }
        Set<String> names = names(folder, books);
        for (Migration migration : folder.migrations()) {
            boolean pending = switch (line) {
                case STABLE -> isLater(migration, books);
                case V1 -> !names.contains(migration.tag());
            };
            if (pending) {
                runs.add(migration);
            } else if (matching.rowOf(migration) == null) {
                skipped.add(migration);
            }
        }
        return new Outcome.Runs(runs, skipped);
    }

    /// Whether the stable migrator takes a migration for new.
    static boolean isLater(Migration migration, Books books) {
        return books.newest().map(row -> Books.time(row) < migration.when()).orElse(true);
    }

    private static @Nullable String refusal(MigrationFolder folder, Line line) {
        boolean journal = folder.layout() == Layout.JOURNAL || folder.layout() == Layout.HYBRID;
        boolean none = folder.flaws().stream().anyMatch(Flaw.NoJournal.class::isInstance);
        return switch (line) {
            case STABLE -> {
                if (folder.layout() == Layout.FOLDERS || none) {
                    yield "Can't find meta/_journal.json file";
                }
                yield folder.migrations().stream()
                        .filter(migration -> migration.file() == null || folder.layout() == Layout.HYBRID)
                        .findFirst()
                        .map(migration -> "No file " + migration.tag() + ".sql found in the migrations folder")
                        .orElse(null);
            }
            case V1 -> {
                if (journal && !none) {
                    yield "We detected that you have old drizzle-kit migration folders."
                            + " You must upgrade drizzle-kit and run \"drizzle-kit up\"";
                }
                yield folder.flaws().stream()
                        .filter(flaw -> flaw instanceof Flaw.Unreadable unreadable
                                && unreadable.reason().contains("NaN"))
                        .findFirst()
                        .map(_ -> "A folder's name does not begin with a time (NaN)")
                        .orElse(null);
            }
        };
    }

    /// The names that 1.0 takes for run: the column's, or those it writes into an older table at its first run.
    private static Set<String> names(MigrationFolder folder, Books books) {
        Set<String> names = new HashSet<>();
        for (BooksRow row : books.rows()) {
            String name = books.named() && row.name() != null ? row.name() : upgraded(folder, row);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /// The folder that 1.0 takes an older row for: the one of the same second; of several, or none, the one of the
    /// hash.
    static @Nullable String upgraded(MigrationFolder folder, BooksRow row) {
        List<Migration> sameSecond = folder.migrations().stream()
                .filter(migration -> row.createdAt() != null && migration.when() / SECOND == row.createdAt() / SECOND)
                .toList();
        if (sameSecond.size() == 1) {
            return sameSecond.getFirst().tag();
        }
        return (sameSecond.isEmpty() ? folder.migrations() : sameSecond)
                .stream()
                        .filter(migration -> Matching.hasHash(migration, row))
                        .map(Migration::tag)
                        .findFirst()
                        .orElse(null);
    }

    /// The row that the migrator writes for a migration.
    static BooksRow row(Migration migration, Books books, Line line) {
        long id = books.rows().stream()
                        .map(BooksRow::id)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0)
                + 1;
        String hash = migration.file() == null ? null : migration.file().hash();
        return new BooksRow(id, hash, migration.when(), line == Line.V1 ? migration.tag() : null, null);
    }
}
