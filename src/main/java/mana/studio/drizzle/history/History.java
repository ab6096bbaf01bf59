package mana.studio.drizzle.history;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mana.studio.drizzle.files.Flaw;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import org.jspecify.annotations.Nullable;

/// The truth about a service's migrations in one database.
///
/// @param entries the migrations in the migrator's order, then the files that it does not know, then rows without a
/// file
/// @param here    what the next run of the migrator does in this database
/// @param fresh   what it does in an empty one
public record History(Setting setting, List<Entry> entries, List<Trouble> troubles, Outcome here, Outcome fresh) {
    public History {
        entries = List.copyOf(entries);
        troubles = List.copyOf(troubles);
    }

    /// What the history is made of.
    ///
    /// @param sharing     the other services that keep their books in the same table
    /// @param drizzleOrm  the version that the service asks for; null where it is not known
    /// @param now         by which a row is of the future
    public record Setting(
            String service,
            MigrationFolder folder,
            Books books,
            Attribution attribution,
            Line line,
            List<String> sharing,
            @Nullable String drizzleOrm,
            Instant now) {
        public Setting {
            sharing = List.copyOf(sharing);
        }
    }

    /// Puts files, journal and rows side by side.
    public static History of(Setting setting) {
        return new Writer(setting).write();
    }

    public MigrationFolder folder() {
        return setting.folder();
    }

    public Books books() {
        return setting.books();
    }

    public String service() {
        return setting.service();
    }

    /// Whether another, older reading of the same service says the same: only time has passed.
    public boolean isStill(History other) {
        return service().equals(other.service())
                && folder().equals(other.folder())
                && books().equals(other.books())
                && entries.equals(other.entries)
                && troubles.equals(other.troubles)
                && here.equals(other.here)
                && fresh.equals(other.fresh);
    }

    /// The row that the next run compares with.
    public Optional<BooksRow> newest() {
        return setting.books().newest();
    }

    public long count(Class<? extends State> state) {
        return entries.stream().filter(entry -> state.isInstance(entry.state())).count();
    }

    /// Whether a person should look at it.
    public boolean needsAttention() {
        return entries.stream().anyMatch(Entry::needsAttention)
                || troubles.stream().anyMatch(trouble -> !(trouble instanceof Trouble.NoTable));
    }

    private static final class Writer {
        private final Setting setting;
        private final MigrationFolder folder;
        private final Books books;
        private final Matching matching;

        Writer(Setting setting) {
            this.setting = setting;
            this.folder = setting.folder();
            this.books = setting.books();
            this.matching = new Matching(setting.service(), folder, books, setting.attribution(), setting.line());
        }

        History write() {
            List<Entry> entries = new ArrayList<>();
            List<BooksRow> guessed = new ArrayList<>();
            for (Migration migration : folder.migrations()) {
                State state = state(migration);
                if (state instanceof State.Rewritten(BooksRow row)) {
                    guessed.add(row);
                }
                entries.add(entry(migration, state));
            }
            folder.strays().forEach(stray -> entries.add(stray(stray)));
            List<BooksRow> told = entries.stream()
                    .map(entry -> entry.state().ran())
                    .filter(row -> row != null)
                    .toList();
            books.rows().stream()
                    .filter(row -> !told.contains(row) && !guessed.contains(row))
                    .sorted(Comparator.comparingLong(Books::time))
                    .forEach(row -> entries.add(alone(row)));
            return new History(setting, entries, troubles(), next(books), next(Books.none(books.table())));
        }

        private Outcome next(Books some) {
            return Migrator.next(setting.service(), folder, some, setting.attribution(), setting.line());
        }

        private State state(Migration migration) {
            Optional<Matching.Found> found = matching.of(migration);
            BooksRow row = found.map(Matching.Found::row).orElse(null);
            if (migration.file() == null) {
                return new State.FileMissing(row);
            }
            if (isUnreadLayout() && row == null) {
                return new State.NotRead(
                        folder.layout() == Layout.HYBRID
                                ? "It lies in a folder of its own and is named in a journal: neither line of drizzle"
                                        + " reads that."
                                : "drizzle-orm " + setting.drizzleOrm()
                                        + " reads folders of 1.0 and refuses a journal.");
            }
            if (found.isPresent()) {
                return ran(migration, found.get());
            }
            return switch (setting.line()) {
                case STABLE -> Migrator.isLater(migration, books) ? new State.Pending() : passedOver(migration);
                case V1 -> unnamed(migration);
            };
        }

        private boolean isUnreadLayout() {
            return folder.layout() == Layout.HYBRID || (setting.line() == Line.V1 && folder.layout() == Layout.JOURNAL);
        }

        private State ran(Migration migration, Matching.Found found) {
            BooksRow row = found.row();
            State.Again again = again(migration, row);
            if (again != null) {
                return new State.RunsAgain(row, found.match(), again);
            }
            if (found.otherLineEnds()
                    || (found.match() == Match.NAME
                            && Matching.hasHashOtherwise(migration, row)
                            && !Matching.hasHash(migration, row))) {
                boolean returns =
                        migration.file() != null && migration.file().text().contains("\r\n");
                return new State.OtherLineEnds(row, returns);
            }
            boolean same = found.match() == Match.HASH || Matching.hasHash(migration, row);
            return same ? new State.Applied(row, found.match()) : new State.Edited(row, found.match());
        }

        private State.@Nullable Again again(Migration migration, BooksRow row) {
            return switch (setting.line()) {
                case STABLE -> {
                    if (!Migrator.isLater(migration, books)) {
                        yield null;
                    }
                    BooksRow newest = books.newest().orElse(row);
                    yield newest.createdAt() == null
                            ? new State.Again.NoTime(newest)
                            : new State.Again.MovedOn(migration.when());
                }
                case V1 ->
                    books.named() && row.name() != null && !migration.tag().equals(row.name())
                            ? new State.Again.Renamed(row.name())
                            : null;
            };
        }

        private State passedOver(Migration migration) {
            BooksRow cause = books.newest().orElseThrow();
            BooksRow inItsPlace = setting.sharing().isEmpty()
                            && migration.position() < books.rows().size()
                    ? books.rows().get(migration.position())
                    : null;
            if (inItsPlace != null
                    && !matching.isTaken(inItsPlace)
                    && setting.attribution().of(inItsPlace) instanceof Owner.Unknown) {
                return new State.Rewritten(inItsPlace);
            }
            return new State.Skipped(cause, setting.attribution().of(cause));
        }

        /// 1.0: another service's folder may have taken the name.
        private State unnamed(Migration migration) {
            return books.rows().stream()
                    .filter(row -> migration.tag().equals(row.name()))
                    .findFirst()
                    .<State>map(
                            row -> new State.Skipped(row, setting.attribution().of(row)))
                    .orElse(new State.Pending());
        }

        private Entry entry(Migration migration, State state) {
            List<Flaw> own = folder.flaws().stream()
                    .filter(flaw -> Flaws.concerns(flaw, migration))
                    .toList();
            boolean last = migration.position() == folder.migrations().size() - 1;
            return new Entry(migration.tag(), migration, migration.file(), state, own, last);
        }

        private Entry stray(Path file) {
            String name = file.getFileName().toString();
            String tag = name.equals("migration.sql")
                    ? file.resolveSibling("").getFileName().toString()
                    : name.replaceFirst("\\.sql$", "");
            MigrationFile text = Strays.read(file);
            String hash = text.hash();
            BooksRow row = books.rows().stream()
                    .filter(one -> hash.equals(one.hash()) && !matching.isTaken(one))
                    .findFirst()
                    .orElse(null);
            List<Flaw> own = folder.flaws().stream()
                    .filter(flaw -> flaw instanceof Flaw.DuplicateNumber twice
                            && twice.tags().contains(tag))
                    .toList();
            return new Entry(tag, null, text, new State.NotInJournal(row), own, false);
        }

        private Entry alone(BooksRow row) {
            State state = setting.attribution().of(row) instanceof Owner.Of owner
                            && !owner.service().equals(setting.service())
                    ? new State.OfOther(row, owner)
                    : new State.RowOnly(row);
            String tag = state instanceof State.OfOther other
                    ? other.owner().tag()
                    : row.name() != null ? row.name() : row.shown();
            return new Entry(tag, null, null, state, List.of(), false);
        }

        private List<Trouble> troubles() {
            List<Trouble> troubles = new ArrayList<>();
            if (next(books) instanceof Outcome.Refuses(String message)) {
                troubles.add(new Trouble.Stops(message));
            }
            if (setting.line() == Line.V1 && folder.layout() == Layout.JOURNAL && setting.drizzleOrm() != null) {
                troubles.add(new Trouble.OldLayout(setting.drizzleOrm()));
            }
            if (books.problem() != null) {
                troubles.add(new Trouble.Unread(books.problem()));
            } else if (!books.exists()) {
                troubles.add(new Trouble.NoTable());
            }
            List<BooksRow> timeless =
                    books.rows().stream().filter(row -> row.createdAt() == null).toList();
            if (!timeless.isEmpty()) {
                troubles.add(new Trouble.NoTime(timeless));
            }
            books.newest()
                    .filter(row -> Books.time(row) > setting.now().toEpochMilli())
                    .ifPresent(row -> troubles.add(new Trouble.Future(row)));
            twice(troubles);
            if (!setting.sharing().isEmpty()) {
                troubles.add(new Trouble.Shared(setting.sharing()));
            }
            folder.flaws().stream().filter(Flaws::isOfAll).forEach(flaw -> troubles.add(new Trouble.OfFiles(flaw)));
            return troubles;
        }

        private void twice(List<Trouble> troubles) {
            List<BooksRow> rows = books.rows();
            for (int later = 1; later < rows.size(); later++) {
                BooksRow again = rows.get(later);
                rows.subList(0, later).stream()
                        .filter(first -> first.hash() != null
                                && first.hash().equals(again.hash())
                                && java.util.Objects.equals(first.createdAt(), again.createdAt()))
                        .findFirst()
                        .ifPresent(first -> troubles.add(new Trouble.Twice(first, again)));
            }
        }
    }
}
