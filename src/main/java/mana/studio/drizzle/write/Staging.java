package mana.studio.drizzle.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The hidden folder in which new files wait, on the same disk, until all of them are there.
///
/// A write goes through these states, each left by one step of the disk:
///
/// 1. files come into the hidden folder: nothing is to be seen;
/// 2. the record of what goes where is there, whole: files come into place, one by one, the journal last;
/// 3. the last is in place: the write is done, whatever happens now;
/// 4. the record goes, then the rest of the folder.
///
/// Whoever finds a hidden folder that nobody holds takes back what came into place in state 2, and only cleans up in
/// the others. The migrator never sees half of it: it goes by the journal, which changes in one step. `drizzle-kit
/// generate` can see the new snapshot without the journal's entry for as long as the system takes for two renames, or,
/// after a kill, until the folder is looked at here again.
final class Staging {
    /// What the names of our own begin with.
    static final String MARK = ".mana-studio";

    private static final String RECORD = "record.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path root;
    private final Path folder;
    private final Disk disk;

    Staging(Path root, Disk disk) {
        this.root = root;
        this.folder = root.resolve(MARK + ".writing");
        this.disk = disk;
    }

    /// What goes where.
    ///
    /// @param made folders that the write made, outermost first
    /// @param tags of the migrations
    record Record(List<Placement> placements, List<String> made, List<String> tags) {}

    /// @param staged      the name in the hidden folder
    /// @param target      the path below the root
    /// @param replaces    whether something is there that gives way: the journal
    record Placement(String staged, String target, String fingerprint, boolean replaces) {}

    boolean isThere() {
        return Files.isDirectory(folder);
    }

    /// State 1.
    List<Placement> stage(MigrationSet set) throws IOException {
        disk.makeDirectory(folder);
        List<Placement> placements = new ArrayList<>();
        for (List<NewFile> together : inPlacements(set)) {
            String staged = "new-" + placements.size();
            String target;
            if (set.journal()) {
                NewFile file = together.getFirst();
                target = file.path();
                disk.write(folder.resolve(staged), file.text().getBytes(StandardCharsets.UTF_8));
            } else {
                target = parent(together.getFirst());
                disk.makeDirectory(folder.resolve(staged));
                for (NewFile file : together) {
                    String name = file.path().substring(target.length() + 1);
                    disk.write(folder.resolve(staged).resolve(name), file.text().getBytes(StandardCharsets.UTF_8));
                }
                disk.sync(folder.resolve(staged));
            }
            String fingerprint = Objects.requireNonNull(Fingerprint.of(folder.resolve(staged)));
            placements.add(new Placement(
                    staged, target, fingerprint, Files.exists(root.resolve(target)) && target.equals(journal())));
        }
        disk.sync(folder);
        return placements;
    }

    private static String journal() {
        return FolderContents.JOURNAL;
    }

    /// What comes into place in one step: a file, or a folder with its files.
    private static List<List<NewFile>> inPlacements(MigrationSet set) {
        if (set.journal()) {
            return set.files().stream().map(List::of).toList();
        }
        List<String> folders =
                set.files().stream().map(Staging::parent).distinct().toList();
        return folders.stream()
                .map(name -> set.files().stream()
                        .filter(file -> parent(file).equals(name))
                        .toList())
                .toList();
    }

    private static String parent(NewFile file) {
        return file.path().substring(0, file.path().indexOf('/'));
    }

    /// From state 1 to 2.
    void record(Record record) throws IOException {
        Path draft = folder.resolve(RECORD + ".draft");
        disk.write(draft, MAPPER.writeValueAsBytes(record));
        disk.move(draft, folder.resolve(RECORD));
        disk.sync(folder);
    }

    /// From state 2 to 3.
    void place(Record record) throws IOException {
        for (String made : record.made()) {
            disk.makeDirectory(root.resolve(made));
        }
        for (Placement placement : record.placements()) {
            Path target = root.resolve(placement.target());
            if (placement.replaces()) {
                disk.replace(folder.resolve(placement.staged()), target);
            } else {
                disk.move(folder.resolve(placement.staged()), target);
            }
            disk.sync(Objects.requireNonNull(target.getParent()));
        }
    }

    Optional<Record> record() throws IOException {
        Path record = folder.resolve(RECORD);
        if (!Files.exists(record)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(record), Record.class));
        } catch (JacksonException impossible) {
            // It came into place whole: somebody else's hand was here.
            throw new IOException("The record of an unfinished write cannot be read: " + record, impossible);
        }
    }

    /// Whether the last of a record is in place.
    boolean isDone(Record record) throws IOException {
        Placement last = record.placements().getLast();
        Path target = root.resolve(last.target());
        return last.fingerprint().equals(Fingerprint.of(target))
                || (last.target().equals(journal()) && isNamed(record, target));
    }

    /// The journal may have grown since.
    private static boolean isNamed(Record record, Path journal) throws IOException {
        String text = Files.exists(journal) ? Files.readString(journal) : "";
        return record.tags().stream().allMatch(tag -> text.contains("\"" + tag + "\""));
    }

    /// Out of state 2: what came into place goes back, where it still is what we wrote.
    List<String> takeBack(Record record) throws IOException {
        List<String> back = new ArrayList<>();
        for (Placement placement : record.placements().reversed()) {
            Path target = root.resolve(placement.target());
            if (!placement.replaces() && placement.fingerprint().equals(Fingerprint.of(target))) {
                disk.move(target, folder.resolve("back-" + placement.staged()));
                back.add(placement.target());
            }
        }
        for (String made : record.made().reversed()) {
            if (isEmpty(root.resolve(made))) {
                disk.delete(root.resolve(made));
            }
        }
        return back.reversed();
    }

    private static boolean isEmpty(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.findAny().isEmpty();
        }
    }

    /// State 4; the record first, for without it the rest says nothing.
    void clean() throws IOException {
        disk.delete(folder.resolve(RECORD));
        for (Path path : inside()) {
            disk.delete(path);
        }
        disk.sync(root);
    }

    private List<Path> inside() throws IOException {
        if (!isThere()) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
