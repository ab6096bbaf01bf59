package mana.studio.drizzle.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.snapshot.SchemaSql;
import mana.studio.drizzle.snapshot.Snapshot;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.drizzle.snapshot.UnreadableSnapshot;
import mana.studio.drizzle.write.Wish.Options;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchException;

/// A project that is where a golden case starts, and the migration that our writer makes for it.
record GoldenProject(GoldenCase golden, Path root, Database base, Database design) {
    static final Instant BEFORE = Instant.parse("2026-11-01T10:00:00Z");

    static GoldenProject in(Path root, GoldenCase golden) throws IOException, UnreadableSnapshot, ScratchException {
        Path out = Files.createDirectories(root.resolve("drizzle/meta")).getParent();
        Snapshot before = golden.before();
        Files.writeString(
                out.resolve("0000_init.sql"),
                String.join(MigrationFile.BREAKPOINT + "\n", SchemaSql.statements(before.schema())));
        Files.writeString(out.resolve("meta/0000_snapshot.json"), Snapshots.write(before));
        try {
            Files.writeString(
                    out.resolve("meta/_journal.json"),
                    JournalText.with(
                            null, List.of(new Stamp(0, "0000", "0000_init", BEFORE.toEpochMilli(), null)), true));
        } catch (Refusal impossible) {
            throw new IllegalStateException(impossible);
        }
        Files.copy(golden.folder().resolve("to.ts"), root.resolve("schema.ts"));
        Files.writeString(
                root.resolve("drizzle.config.ts"),
                "export default { dialect: 'postgresql', schema: './schema.ts', out: './drizzle' };\n");
        return new GoldenProject(golden, root, golden.base(), golden.design());
    }

    Path out() {
        return root.resolve("drizzle");
    }

    MigrationFolder folder() {
        return MigrationFolders.read(out());
    }

    Composition composition() throws IOException {
        return Composer.compose(new Wish(
                base, design, golden.renames(base, design), GoldenCase.schemas(base, design), "change", Options.PLAIN));
    }

    MigrationSet assemble(Composition composition, Assembly.Words words) throws Refusal {
        Place place = new Place(
                folder(), Layout.JOURNAL, Prefix.INDEX, true, null, "drizzle.__drizzle_migrations", Folders.NOW);
        return Assembly.of(composition, place, words);
    }
}
