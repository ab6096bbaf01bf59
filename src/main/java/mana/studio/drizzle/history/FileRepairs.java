package mana.studio.drizzle.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import mana.studio.drizzle.files.Flaw;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Repairs of files. A migration that ran is never edited: its SQL is touched only to be what ran again, and its place
/// and time in the journal not at all.
final class FileRepairs {
    private final History history;
    private final Path journal;

    FileRepairs(History history) {
        this.history = history;
        this.journal = history.folder().root().resolve("meta").resolve("_journal.json");
    }

    List<Repair> of(Entry entry) {
        List<Repair> repairs = new ArrayList<>();
        Migration migration = entry.migration();
        switch (entry.state()) {
            case State.Skipped _ -> restamp(migration).ifPresent(repairs::add);
            case State.OtherLineEnds(BooksRow row, boolean _) ->
                lineEnds(entry, row).ifPresent(repairs::add);
            case State.FileMissing(BooksRow row)
            when row == null && migration != null -> {
                unjournal(migration).ifPresent(repairs::add);
            }
            case State.NotInJournal(BooksRow row) -> journal(entry, row).ifPresent(repairs::add);
            case State.Pending _ -> {
                if (entry.flaws().stream().anyMatch(Flaw.OutOfOrder.class::isInstance)) {
                    restamp(migration).ifPresent(repairs::add);
                }
            }
            case State.Applied _,
                    State.Edited _,
                    State.Rewritten _,
                    State.RunsAgain _,
                    State.FileMissing _,
                    State.RowOnly _,
                    State.OfOther _,
                    State.NotRead _ -> {}
        }
        for (Flaw flaw : entry.flaws()) {
            switch (flaw) {
                case Flaw.DuplicateNumber twice
                when migration != null && isFree(entry) ->
                    renumber(entry, migration, twice).ifPresent(repairs::add);
                case Flaw.Collision collision
                when migration != null && collision.children().getLast().equals(migration) -> {
                    SnapshotRepair.joined(history, migration).ifPresent(repairs::add);
                    relink(migration).ifPresent(repairs::add);
                }
                case Flaw.MissingSnapshot _
                when migration != null ->
                    SnapshotRepair.missing(history, migration).ifPresent(repairs::add);
                case Flaw.BrokenChain _
                when migration != null -> relink(migration).ifPresent(repairs::add);
                case Flaw.Collision _,
                        Flaw.BrokenChain _,
                        Flaw.DuplicateNumber _,
                        Flaw.MissingFile _,
                        Flaw.Stray _,
                        Flaw.MissingSnapshot _,
                        Flaw.OutOfOrder _,
                        Flaw.Unreadable _,
                        Flaw.Hybrid _,
                        Flaw.NoJournal _ -> {}
            }
        }
        return repairs;
    }

    List<Repair> of(Trouble trouble) {
        if (trouble instanceof Trouble.OfFiles(Flaw.Hybrid hybrid)) {
            return flat(hybrid).stream().toList();
        }
        return List.of();
    }

    /// Whether no database that is known has run it.
    private static boolean isFree(Entry entry) {
        return entry.state().ran() == null;
    }

    private @Nullable String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private Optional<JournalText> journal() {
        String text = text(journal);
        try {
            return text == null ? Optional.empty() : Optional.of(JournalText.of(text));
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private FileChange changed(JournalText before, JournalText after) {
        return new FileChange(journal, before.text(), after.text());
    }

    /// Whatever has not run and is not late enough becomes later than the newest row, in the order of the journal.
    private Optional<Repair> restamp(@Nullable Migration asked) {
        if (asked == null || history.folder().layout() != Layout.JOURNAL) {
            return Optional.empty();
        }
        return journal().map(before -> {
            JournalText after = before;
            long now = history.setting().now().toEpochMilli();
            long latest = Math.max(now - 1, history.newest().map(Books::time).orElse(0L));
            List<String> moved = new ArrayList<>();
            boolean behind = false;
            for (Entry entry : history.entries()) {
                Migration migration = entry.migration();
                if (migration == null || !isFree(entry)) {
                    continue;
                }
                behind |= entry.state() instanceof State.Skipped || migration.equals(asked);
                if (behind) {
                    latest++;
                    after = after.withWhen(migration.position(), latest);
                    moved.add(migration.tag());
                }
            }
            return new Repair.OfFiles(
                    moved.size() == 1 ? "Give it a later when" : "Give " + moved.size() + " migrations a later when",
                    "The next migrate then runs " + String.join(", ", moved)
                            + ". A database that has run it under the old when, such as one made fresh since, runs it"
                            + " again: there mark it as applied under the new one first.",
                    List.of(changed(before, after)));
        });
    }

    private Optional<Repair> lineEnds(Entry entry, BooksRow row) {
        Migration migration = entry.migration();
        MigrationFile file = migration == null ? null : migration.file();
        if (file == null) {
            return Optional.empty();
        }
        String feeds = file.text().replace("\r\n", "\n");
        String as = file.hashWithLineFeeds().equals(row.hash()) ? feeds : feeds.replace("\n", "\r\n");
        String ends = as.equals(feeds) ? "LF" : "CRLF";
        return Optional.of(new Repair.OfFiles(
                "Restore " + ends + " line ends",
                "The file becomes what ran, to the byte. So that the next checkout does not undo it, add a line"
                        + " “*.sql text eol=" + ends.toLowerCase(java.util.Locale.ROOT) + "” to .gitattributes.",
                List.of(new FileChange(file.path(), file.text(), as))));
    }

    private Optional<Repair> unjournal(Migration migration) {
        return journal()
                .map(before -> new Repair.OfFiles(
                        "Take it out of the journal",
                        "Only where the migration was given up. If its file was lost, restore it from version control"
                                + " instead.",
                        List.of(changed(before, before.without(migration.position())))));
    }

    /// What ran goes back to its old place; what did not run becomes the last.
    private Optional<Repair> journal(Entry entry, @Nullable BooksRow row) {
        if (history.setting().line() == Line.V1 || entry.tag().endsWith(".down")) {
            return Optional.empty();
        }
        List<Migration> migrations = history.folder().migrations();
        JournalText before = journal().orElse(null);
        JournalText base = before == null ? JournalText.empty() : before;
        long now = history.setting().now().toEpochMilli();
        Long time = row == null ? null : row.createdAt();
        int position = time == null
                ? migrations.size()
                : (int) migrations.stream().filter(one -> one.when() < time).count();
        int index = migrations.stream()
                        .map(Migration::index)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(-1)
                + 1;
        long latest = Math.max(
                history.newest().map(Books::time).orElse(0L),
                migrations.stream().mapToLong(Migration::when).max().orElse(0));
        long when = time == null ? Math.max(now, latest + 1) : time;
        JournalText after = base.with(Math.min(position, base.size()), index, when, entry.tag());
        return Optional.of(new Repair.OfFiles(
                "Add it to the journal",
                time == null
                        ? "It becomes the last migration, and the next migrate runs it. It has no snapshot, so what it"
                                + " changes the next generate writes again, unless the schema in TypeScript is left as"
                                + " it is."
                        : "It gets the time of its row, and counts as run.",
                List.of(before == null ? new FileChange(journal, null, after.text()) : changed(before, after))));
    }

    private Optional<Repair> renumber(Entry entry, Migration migration, Flaw.DuplicateNumber twice) {
        MigrationFile file = migration.file();
        boolean later = history.folder().migrations().stream()
                .anyMatch(other ->
                        other.position() < migration.position() && twice.tags().contains(other.tag()));
        if (file == null || !later || !migration.tag().matches("\\d{4}_.*")) {
            return Optional.empty();
        }
        int number = IntStream.concat(
                                history.folder().migrations().stream()
                                        .map(Migration::tag)
                                        .flatMapToInt(FileRepairs::number),
                                history.folder().strays().stream()
                                        .map(path -> path.getFileName().toString())
                                        .flatMapToInt(FileRepairs::number))
                        .max()
                        .orElse(-1)
                + 1;
        String prefix = String.format(java.util.Locale.ROOT, "%04d", number);
        String tag = prefix + migration.tag().substring(4);
        return journal().map(before -> {
            JournalText after = before.withTag(migration.position(), tag);
            boolean last = migration.position() == history.folder().migrations().size() - 1;
            after = last ? after.withIndex(migration.position(), number) : after;
            List<FileChange> changes = new ArrayList<>();
            changes.add(new FileChange(file.path(), file.text(), null));
            changes.add(new FileChange(file.path().resolveSibling(tag + ".sql"), null, file.text()));
            Migration.SnapshotFile snapshot = migration.snapshot();
            String json = snapshot == null ? null : text(snapshot.path());
            if (snapshot != null && json != null && isOwn(migration, snapshot)) {
                changes.add(new FileChange(snapshot.path(), json, null));
                changes.add(new FileChange(snapshot.path().resolveSibling(prefix + "_snapshot.json"), null, json));
            }
            changes.add(changed(before, after));
            return new Repair.OfFiles(
                    "Number it " + prefix,
                    "The file, its snapshot and its line in the journal get the next free number. Hash and time stay,"
                            + " so a database that has run it elsewhere still knows it.",
                    changes);
        });
    }

    private static IntStream number(String tag) {
        return tag.matches("\\d{4}_.*") ? IntStream.of(Integer.parseInt(tag.substring(0, 4))) : IntStream.empty();
    }

    /// Whether no other migration has the same snapshot.
    private boolean isOwn(Migration migration, Migration.SnapshotFile snapshot) {
        return history.folder().migrations().stream()
                .noneMatch(other -> other != migration
                        && other.snapshot() != null
                        && other.snapshot().path().equals(snapshot.path()));
    }

    /// The snapshot names the one before it as its parent.
    private Optional<Repair> relink(Migration migration) {
        Migration.SnapshotFile snapshot = migration.snapshot();
        Migration.SnapshotFile parent = history.folder().migrations().stream()
                .filter(other -> other.position() < migration.position())
                .map(Migration::snapshot)
                .filter(Objects::nonNull)
                .reduce((_, last) -> last)
                .orElse(null);
        String json = snapshot == null ? null : text(snapshot.path());
        if (snapshot == null
                || parent == null
                || json == null
                || snapshot.parents().size() != 1
                || parent.path().equals(snapshot.path())
                || snapshot.parents().contains(parent.id())
                || history.folder().layout() != Layout.JOURNAL) {
            return Optional.empty();
        }
        String linked = json.replaceFirst(
                "(\"prevId\"\\s*:\\s*\")[^\"]*\"", "$1" + java.util.regex.Matcher.quoteReplacement(parent.id()) + "\"");
        return Optional.of(new Repair.OfFiles(
                "Hang its snapshot on the one before",
                "drizzle-kit check is content then. The snapshot still does not hold what the other branch changed, so"
                        + " run generate afterwards and look at what it writes.",
                List.of(new FileChange(snapshot.path(), json, linked))));
    }

    /// The layout that the journal asks for.
    private Optional<Repair> flat(Flaw.Hybrid hybrid) {
        Map<Path, FileChange> changes = new LinkedHashMap<>();
        for (Migration migration : history.folder().migrations()) {
            MigrationFile file = migration.file();
            if (file == null || !hybrid.folders().contains(migration.tag())) {
                continue;
            }
            Path root = history.folder().root();
            changes.put(file.path(), new FileChange(file.path(), file.text(), null));
            Path flat = root.resolve(migration.tag() + ".sql");
            changes.put(flat, new FileChange(flat, null, file.text()));
            Migration.SnapshotFile snapshot = migration.snapshot();
            String json = snapshot == null ? null : text(snapshot.path());
            if (snapshot != null && json != null && !snapshot.path().startsWith(root.resolve("meta"))) {
                Path meta = root.resolve("meta").resolve(migration.tag().replaceFirst("_.*", "") + "_snapshot.json");
                changes.put(snapshot.path(), new FileChange(snapshot.path(), json, null));
                changes.put(meta, new FileChange(meta, null, json));
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Repair.OfFiles(
                        "Lay it out as the journal says",
                        "Each migration.sql becomes <name>.sql beside meta, each snapshot.json goes into meta: what the"
                                + " stable migrator reads. Nothing in them changes.",
                        List.copyOf(changes.values())));
    }
}
