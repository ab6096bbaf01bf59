package mana.studio.drizzle.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import mana.studio.connection.Target;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;

/// How far the second mode came in a migration, on disk, so that after a failure or a crash the next run goes on
/// behind what is committed. A file for each database and migrations table; gone when the migration is done.
public final class RunJournal {
    private static final Entry NONE = new Entry("", "", "", 0, 0, false, null, null);

    private final Path folder;

    public RunJournal(Places places) {
        this.folder = places.state().resolve("migrate");
    }

    /// @param tag         of the migration
    /// @param hash        of its file
    /// @param system      which cluster; empty where nobody says
    /// @param done        how many pieces are committed
    /// @param running     how many will be when what runs now is; equal to `done` where nothing runs
    /// @param alone       whether that runs outside of a transaction
    /// @param transaction its `xid8`, written down before COMMIT is sent; null before
    record Entry(
            String tag,
            String hash,
            String system,
            int done,
            int running,
            boolean alone,
            @Nullable String transaction,
            @Nullable Instant at) {
        Entry running(int pieces, boolean outside) {
            return new Entry(tag, hash, system, done, pieces, outside, null, Instant.now());
        }

        Entry committing(@Nullable String xid) {
            return new Entry(tag, hash, system, done, running, alone, xid, Instant.now());
        }

        Entry done(int pieces) {
            return new Entry(tag, hash, system, pieces, pieces, false, null, Instant.now());
        }
    }

    Optional<Entry> read(Target target, MigrationsTable table) {
        Entry entry = file(target, table).load();
        return entry.tag().isEmpty() ? Optional.empty() : Optional.of(entry);
    }

    /// @throws UncheckedIOException where the disk refuses: then nothing is to run
    void write(Target target, MigrationsTable table, Entry entry) {
        file(target, table).save(entry);
    }

    void forget(Target target, MigrationsTable table) {
        try {
            Files.deleteIfExists(file(target, table).path());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private JsonFile<Entry> file(Target target, MigrationsTable table) {
        String name = URLEncoder.encode(target + " " + table, StandardCharsets.UTF_8);
        return new JsonFile<>(folder.resolve(name + ".json"), Entry.class, NONE);
    }
}
