package mana.studio.drizzle.typescript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mana.studio.drizzle.model.DrizzleSchema;

/// The smallest change of existing schema files that makes them say another schema.
///
/// @param changes of files, each of which had this text when it was read
/// @param byHand  what cannot be done surely, each a sentence that says where and what to write
/// @param notes   what one should know about what is done
public record Patch(List<FileChange> changes, List<String> byHand, List<String> notes) {
    public Patch {
        changes = List.copyOf(changes);
        byHand = List.copyOf(byHand);
        notes = List.copyOf(notes);
    }

    /// @param name as the file was called when it was read
    public record FileChange(String name, String before, String after) {}

    /// What came of applying.
    public sealed interface Outcome {
        record Written(List<Path> files) implements Outcome {}

        /// Nothing was written: this file is no longer what was read.
        record Changed(Path file) implements Outcome {}
    }

    /// @param files   the service's schema files; their names tell how they import each other
    /// @param from    what they say now
    /// @param to      what they shall say
    /// @param renames what in the second is something of the first under another name
    /// @throws UnreadableTypeScript where a file cannot be cut into tokens
    public static Patch of(
            List<TypeScriptFile> files, DrizzleSchema from, DrizzleSchema to, List<Rename> renames, Options options)
            throws UnreadableTypeScript {
        SchemaCode code = SchemaCode.read(files, options.casing());
        DrizzleSchema renamed = Renamed.of(from, renames, new DefaultNames(options.line()));
        return new Patcher(code, renamed, to, renames, options).patch();
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /// Writes nothing where one of the files changed since it was read. Each is written beside its place first and then
    /// moved there, so that none is ever seen half written.
    ///
    /// @param folder where the names lead from
    public Outcome apply(Path folder) throws IOException {
        for (FileChange change : changes) {
            Path file = folder.resolve(change.name());
            if (!Files.exists(file) || !Files.readString(file).equals(change.before())) {
                return new Outcome.Changed(file);
            }
        }
        Map<Path, Path> written = new LinkedHashMap<>();
        try {
            for (FileChange change : changes) {
                Path file = folder.resolve(change.name()).toRealPath();
                Path beside = file.resolveSibling("." + file.getFileName() + ".new");
                written.put(beside, file);
                Files.copy(file, beside, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                Files.writeString(beside, change.after());
            }
            for (Map.Entry<Path, Path> move : written.entrySet()) {
                Files.move(
                        move.getKey(),
                        move.getValue(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            for (Path beside : written.keySet()) {
                Files.deleteIfExists(beside);
            }
        }
        return new Outcome.Written(new ArrayList<>(written.values()));
    }
}
