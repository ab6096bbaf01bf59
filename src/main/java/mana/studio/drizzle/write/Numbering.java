package mana.studio.drizzle.write;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.write.Refusal.Reason;
import org.jspecify.annotations.Nullable;

/// Gives new migrations their numbers and times: behind everything that the folder, and the database, have already.
///
/// drizzle-kit takes the journal's last `idx` plus one and overwrites what it finds under that number (issue #5774);
/// its migrator skips for ever what is not after the newest row. Neither happens to what is numbered here.
public final class Numbering {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NUMBER = Pattern.compile("([0-9]+)[^0-9].*");
    private static final int LAST_OF_FOUR = 9999;

    private final MigrationFolder folder;
    private final FolderContents contents;
    private final boolean journal;
    private final Prefix prefix;
    private final Instant now;
    private final @Nullable Long newestRow;

    /// @param journal   whether the layout of the stable line is written
    /// @param newestRow the newest `created_at` of the table that the migrator will ask; null where none is known
    public Numbering(MigrationFolder folder, boolean journal, Prefix prefix, Instant now, @Nullable Long newestRow) {
        this.folder = folder;
        this.contents = FolderContents.of(folder.root());
        this.journal = journal;
        this.prefix = prefix;
        this.now = now;
        this.newestRow = newestRow;
    }

    /// A place for each name, one behind the other.
    ///
    /// @throws Refusal where a name cannot be one, or no place would be found again by drizzle-kit
    public List<Stamp> stamps(List<String> names) throws Refusal {
        List<Stamp> stamps = new ArrayList<>();
        for (String name : names) {
            String problem = MigrationName.problem(name).orElse(null);
            if (problem != null) {
                throw new Refusal(Reason.NAME, problem);
            }
            Stamp last = stamps.isEmpty() ? null : stamps.getLast();
            Stamp stamp = journal ? ofJournal(name, last) : ofFolder(name, last);
            refuseTaken(stamp);
            stamps.add(stamp);
        }
        return List.copyOf(stamps);
    }

    private Stamp ofJournal(String name, @Nullable Stamp last) throws Refusal {
        int index = last == null ? nextIndex() : last.index() + 1;
        long earliest = last == null ? earliest() : last.when() + 1;
        long when = Math.max(now.toEpochMilli(), earliest);
        String text = prefixText(index, last);
        refuseUnseen(text);
        return new Stamp(index, text, text + "_" + name, when, last == null ? bent(when) : null);
    }

    /// drizzle-kit looks for the last snapshot in the order of the names.
    private void refuseUnseen(String text) throws Refusal {
        String file = text + "_snapshot.json";
        String newest = contents.newestSnapshot();
        if (newest != null && newest.compareTo(file) >= 0) {
            throw new Refusal(
                    Reason.PREFIX,
                    ("The snapshot %s would stand before %s, and drizzle-kit compares with the last by name: it would"
                                    + " write the same migration again. Keep the prefix that the folder has.")
                            .formatted(file, newest));
        }
    }

    private String prefixText(int index, @Nullable Stamp last) throws Refusal {
        return switch (prefix) {
            case INDEX -> {
                if (index > LAST_OF_FOUR) {
                    throw new Refusal(
                            Reason.PREFIX,
                            "Four digits are used up: 10000 would stand before 9999. Use the prefix timestamp.");
                }
                yield String.format(Locale.ROOT, "%04d", index);
            }
            case TIMESTAMP, SUPABASE -> laterThan(last, CLOCK::format);
            case UNIX -> laterThan(last, time -> Long.toString(time.getEpochSecond()));
            case NONE ->
                throw new Refusal(
                        Reason.PREFIX,
                        "With the prefix none drizzle-kit does not find its own snapshots (their names begin with _) "
                                + "and writes the whole schema again each time. Set migrations.prefix to index.");
        };
    }

    /// The time of day, or as many seconds later as it takes to stand behind the newest snapshot.
    private String laterThan(@Nullable Stamp last, java.util.function.Function<Instant, String> form) {
        String newest = last == null ? contents.newestSnapshotPrefix() : last.prefix();
        String text = form.apply(now);
        for (int seconds = 1; newest != null && text.compareTo(newest) <= 0 && seconds < 100_000; seconds++) {
            text = form.apply(now.plusSeconds(seconds));
        }
        return text;
    }

    private Stamp ofFolder(String name, @Nullable Stamp last) {
        long second = now.toEpochMilli() / 1000 * 1000;
        long earliest = last == null ? newestFolder() + 1000 : last.when() + 1000;
        long when = Math.max(second, earliest);
        String text = CLOCK.format(Instant.ofEpochMilli(when));
        String bent = when == second || last != null
                ? null
                : "The clock is behind the newest folder: the migration is dated %s after it."
                        .formatted(words(Duration.ofMillis(1000)));
        int index = last == null ? folder.migrations().size() : last.index() + 1;
        return new Stamp(index, text, text + "_" + name, when, bent);
    }

    private long newestFolder() {
        return folder.migrations().stream().mapToLong(Migration::when).max().orElse(Long.MIN_VALUE / 2);
    }

    private int nextIndex() {
        int ofJournal = folder.migrations().stream()
                .map(Migration::index)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(-1);
        boolean counted = prefix == Prefix.INDEX;
        int ofFiles = counted
                ? Stream.concat(contents.sqlFiles().stream(), contents.snapshots().stream())
                        .map(Numbering::number)
                        .flatMapToInt(OptionalInt::stream)
                        .filter(number -> number <= LAST_OF_FOUR)
                        .max()
                        .orElse(-1)
                : -1;
        return Math.max(ofJournal, ofFiles) + 1;
    }

    private static OptionalInt number(String file) {
        Matcher matcher = NUMBER.matcher(file);
        return matcher.matches() && matcher.group(1).length() <= 5
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    /// After the journal's latest, and after the newest row.
    private long earliest() {
        long ofJournal =
                folder.migrations().stream().mapToLong(Migration::when).max().orElse(Long.MIN_VALUE / 2);
        return Math.max(ofJournal, newestRow == null ? Long.MIN_VALUE / 2 : newestRow) + 1;
    }

    private @Nullable String bent(long when) {
        if (when <= now.toEpochMilli()) {
            return null;
        }
        boolean byRow = newestRow != null && newestRow + 1 == when;
        String by = byRow ? "the newest row of the migrations table" : "the journal's newest entry";
        return ("The time (when) was moved %s ahead of the clock: %s is dated %s, and the migrator skips what is not"
                        + " after it.")
                .formatted(words(Duration.ofMillis(when - now.toEpochMilli())), by, Instant.ofEpochMilli(when - 1));
    }

    private static String words(Duration span) {
        if (span.toDays() > 1) {
            return span.toDays() + " days";
        }
        if (span.toHours() > 1) {
            return span.toHours() + " hours";
        }
        if (span.toMinutes() > 1) {
            return span.toMinutes() + " minutes";
        }
        return span.toSeconds() > 1 ? span.toSeconds() + " s" : span.toMillis() + " ms";
    }

    private void refuseTaken(Stamp stamp) throws Refusal {
        Path root = folder.root();
        List<Path> paths = journal
                ? List.of(
                        root.resolve(stamp.tag() + ".sql"),
                        root.resolve(stamp.tag()),
                        root.resolve("meta").resolve(stamp.prefix() + "_snapshot.json"))
                : List.of(root.resolve(stamp.tag()));
        for (Path path : paths) {
            if (Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                throw new Refusal(Reason.TAKEN, path.getFileName() + " is there already. Choose another name.");
            }
        }
        boolean named =
                folder.migrations().stream().anyMatch(other -> other.tag().equalsIgnoreCase(stamp.tag()));
        if (named) {
            throw new Refusal(Reason.TAKEN, "The journal has " + stamp.tag() + " already. Choose another name.");
        }
    }

    /// The layout that the next migration of a folder is written in.
    ///
    /// @param ifEmpty for a folder that holds nothing yet
    /// @throws Refusal for a folder that neither line of drizzle reads
    public static boolean isJournal(MigrationFolder folder, Layout ifEmpty) throws Refusal {
        return switch (folder.layout()) {
            case JOURNAL -> true;
            case FOLDERS -> false;
            case EMPTY -> ifEmpty == Layout.JOURNAL;
            case HYBRID ->
                throw new Refusal(
                        Reason.LAYOUT,
                        "The folder has a journal whose migrations lie in folders: neither line of drizzle reads "
                                + "that, and nothing is added to it. Repair it in the history first.");
        };
    }
}
