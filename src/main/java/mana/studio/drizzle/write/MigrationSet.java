package mana.studio.drizzle.write;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.drizzle.write.NewFile.Purpose;

/// Every file of one or more new migrations: written all together by {@link MigrationFiles}, or not at all.
///
/// @param root    the migrations folder
/// @param journal whether the folder has the layout of the stable line
/// @param read    the folder as it was when the set was made
/// @param files   in the order in which they come into place; the journal last
/// @param stamps  of the migrations, in order
/// @param remarks what a person should know about names and times
public record MigrationSet(
        Path root,
        boolean journal,
        FolderContents read,
        List<NewFile> files,
        List<Stamp> stamps,
        List<String> remarks) {
    public MigrationSet {
        files = List.copyOf(files);
        stamps = List.copyOf(stamps);
        remarks = List.copyOf(remarks);
    }

    public List<Path> paths() {
        return files.stream().map(file -> root.resolve(file.path())).toList();
    }

    MigrationSet withRemarks(List<String> others) {
        return new MigrationSet(root, journal, read, files, stamps, others);
    }

    public Stream<NewFile> files(Purpose purpose) {
        return files.stream().filter(file -> file.purpose() == purpose);
    }
}
