package mana.studio.drizzle.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mana.studio.drizzle.files.Migration;
import mana.studio.sql.Literal;

/// Repairs of the books.
final class RowRepairs {
    private final History history;
    private final String table;

    RowRepairs(History history) {
        this.history = history;
        this.table = history.books().table().sql();
    }

    List<Repair> of(Entry entry) {
        List<Repair> repairs = new ArrayList<>();
        Migration migration = entry.migration();
        switch (entry.state()) {
            case State.Pending _ -> {
                if (migration != null && isNextPending(migration) && migration.file() != null) {
                    repairs.add(markAsApplied(
                            migration,
                            "Only where what it does is in the database already, as after"
                                    + " a push. It then never runs here."));
                }
            }
            case State.Skipped _ -> {
                if (migration != null
                        && migration.file() != null
                        && history.setting().line() == Line.STABLE) {
                    repairs.add(runAndRecord(migration));
                    repairs.add(markAsApplied(
                            migration,
                            "Only where what it does is in the database already. It will"
                                    + " be passed over as before, but nobody will wonder."));
                }
            }
            case State.Edited(BooksRow row, Match _) -> {
                if (row.id() != null && migration != null && migration.file() != null) {
                    repairs.add(acceptHash(migration, row));
                }
            }
            case State.Rewritten(BooksRow row) -> {
                if (row.id() != null && migration != null && migration.file() != null) {
                    repairs.add(acceptHash(migration, row));
                }
            }
            case State.RunsAgain(BooksRow row, Match _, State.Again why) -> {
                if (row.id() != null && migration != null && why instanceof State.Again.MovedOn) {
                    repairs.add(rows(
                            "Move the row's time as well",
                            "The row gets the time that the journal has now, so the migration counts as run.",
                            "UPDATE " + table + "\nSET \"created_at\" = " + migration.when() + "\nWHERE \"id\" = "
                                    + row.id() + " AND \"created_at\" = " + row.createdAt()));
                }
                if (row.id() != null && migration != null && why instanceof State.Again.Renamed) {
                    repairs.add(rows(
                            "Record the new name",
                            "The row gets the folder's name of today, so the migration counts as run.",
                            "UPDATE " + table + "\nSET \"name\" = "
                                    + Literal.quote(migration.tag()).strip() + "\nWHERE \"id\" = " + row.id()));
                }
            }
            case State.RowOnly(BooksRow row) -> {
                if (row.id() != null) {
                    repairs.add(delete(
                            row,
                            "Delete the row",
                            "Only where what it did is not in the database, or no longer matters." + freed(row)));
                }
            }
            case State.Applied _,
                    State.OtherLineEnds _,
                    State.FileMissing _,
                    State.NotInJournal _,
                    State.OfOther _,
                    State.NotRead _ -> {}
        }
        return repairs;
    }

    List<Repair> of(Trouble trouble) {
        return switch (trouble) {
            case Trouble.NoTime(List<BooksRow> rows) ->
                rows.stream().flatMap(this::timed).toList();
            case Trouble.Twice twice
            when twice.again().id() != null ->
                List.of(delete(
                        twice.again(),
                        "Delete the second row",
                        "The first goes on saying that the migration ran. Look first whether what it did was done"
                                + " twice: rows inserted, values added."));
            case Trouble.Future(BooksRow row) -> future(row).toList();
            case Trouble.Twice _,
                    Trouble.OfFiles _,
                    Trouble.NoTable _,
                    Trouble.Unread _,
                    Trouble.Shared _,
                    Trouble.OldLayout _,
                    Trouble.Stops _ -> List.of();
        };
    }

    /// A row without a time gets that of its migration; where it has none, it goes.
    private Stream<Repair> timed(BooksRow row) {
        if (row.id() == null) {
            return Stream.empty();
        }
        return history.entries().stream()
                .filter(entry -> row.equals(entry.state().ran()) && entry.migration() != null)
                .map(entry -> Objects.requireNonNull(entry.migration()))
                .findFirst()
                .map(migration -> rows(
                        "Give " + row.shown() + " its time",
                        "It gets the when of " + migration.tag() + ", whose hash it has.",
                        "UPDATE " + table + "\nSET \"created_at\" = " + migration.when() + "\nWHERE \"id\" = "
                                + row.id() + " AND \"created_at\" IS NULL"))
                .or(() -> java.util.Optional.of(
                        delete(row, "Delete " + row.shown(), "No file that is known has its hash.")))
                .stream();
    }

    private Stream<Repair> future(BooksRow row) {
        return history.entries().stream()
                .filter(entry -> row.equals(entry.state().ran()) && entry.migration() != null && row.id() != null)
                .map(entry -> Objects.requireNonNull(entry.migration()))
                .filter(migration -> !Objects.equals(migration.when(), row.createdAt())
                        && migration.when() <= history.setting().now().toEpochMilli())
                .map(migration -> rows(
                        "Give " + row.shown() + " the time of its migration",
                        "It gets the when of " + migration.tag() + ".",
                        "UPDATE " + table + "\nSET \"created_at\" = " + migration.when() + "\nWHERE \"id\" = "
                                + row.id() + " AND \"created_at\" = " + row.createdAt()));
    }

    private boolean isNextPending(Migration migration) {
        return history.here() instanceof Outcome.Runs(List<Migration> runs, List<Migration> _)
                && !runs.isEmpty()
                && runs.getFirst().equals(migration);
    }

    private Repair markAsApplied(Migration migration, String explanation) {
        List<String> statements = new ArrayList<>();
        List<Integer> touches = new ArrayList<>();
        if (!history.books().exists()) {
            statements.addAll(table());
            touches.addAll(List.of(-1, -1));
        }
        statements.add(insert(migration));
        touches.add(1);
        return new Repair.OfRows("Mark as applied", explanation, statements, touches);
    }

    /// What it does now, and the row that says so, in one transaction.
    private Repair runAndRecord(Migration migration) {
        List<String> statements = new ArrayList<>();
        List<Integer> touches = new ArrayList<>();
        for (String chunk : Objects.requireNonNull(migration.file()).chunks()) {
            if (!chunk.isBlank()) {
                statements.add(chunk.strip());
                touches.add(-1);
            }
        }
        statements.add(insert(migration));
        touches.add(1);
        return new Repair.OfRows(
                "Run it here, and record it",
                "Its statements run now, in one transaction with the row. Other databases that had "
                        + history.newest().map(BooksRow::shown).orElse("a newer row") + " first need the same.",
                statements,
                touches);
    }

    private List<String> table() {
        String schema = mana.studio.sql.Identifier.quote(history.books().table().schema());
        String more = history.setting().line() == Line.V1
                ? ", name text, applied_at timestamp with time zone DEFAULT now()"
                : "";
        return List.of(
                "CREATE SCHEMA IF NOT EXISTS " + schema,
                "CREATE TABLE IF NOT EXISTS " + table + " (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint"
                        + more + ")");
    }

    private String insert(Migration migration) {
        String hash = Literal.quote(Objects.requireNonNull(migration.file()).hash());
        return history.setting().line() == Line.V1
                        && (history.books().named() || !history.books().exists())
                ? "INSERT INTO " + table + " (\"hash\", \"created_at\", \"name\")\nVALUES (" + hash + ", "
                        + migration.when() + ", "
                        + Literal.quote(migration.tag()).strip() + ")"
                : "INSERT INTO " + table + " (\"hash\", \"created_at\")\nVALUES (" + hash + ", " + migration.when()
                        + ")";
    }

    private Repair acceptHash(Migration migration, BooksRow row) {
        boolean sameTime = Objects.equals(row.createdAt(), migration.when());
        String time = sameTime ? "" : ", \"created_at\" = " + migration.when();
        String hash = Literal.quote(Objects.requireNonNull(migration.file()).hash());
        return rows(
                "Record the file as it is now",
                "Only where the database has what the file says today; the migrator itself never compares hashes."
                        + (sameTime ? "" : freed(row)),
                "UPDATE " + table + "\nSET \"hash\" = " + hash + time + "\nWHERE \"id\" = " + row.id()
                        + (row.hash() == null
                                ? ""
                                : " AND \"hash\" = " + Literal.quote(row.hash()).strip()));
    }

    /// What a change of the newest row lets run.
    private String freed(BooksRow row) {
        if (history.setting().line() == Line.V1
                || history.newest().filter(row::equals).isEmpty()) {
            return "";
        }
        long freed = history.entries().stream()
                .filter(entry -> entry.state() instanceof State.Skipped)
                .count();
        return freed == 0
                ? " It is the newest row: look afterwards what is pending."
                : " It is the newest row: without it what was passed over may become pending.";
    }

    private Repair delete(BooksRow row, String label, String explanation) {
        return rows(label, explanation, "DELETE FROM " + table + "\nWHERE \"id\" = " + row.id());
    }

    private static Repair rows(String label, String explanation, String statement) {
        return new Repair.OfRows(label, explanation, List.of(statement), List.of(1));
    }
}
