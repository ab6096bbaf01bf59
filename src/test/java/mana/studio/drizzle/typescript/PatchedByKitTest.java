package mana.studio.drizzle.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.drizzle.snapshot.UnreadableSnapshot;
import mana.studio.drizzle.typescript.Options.Casing;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Changes at random, patched into real schema files: what the real drizzle-kit then reads is what was wanted.
class PatchedByKitTest {
    private static final Path SERVICES =
            Path.of(System.getProperty("mana.shared", "../shared")).resolve("data/mana-sample/services");
    private static final int SEEDS = Integer.getInteger("mana.seeds", 4);

    private record Tried(String name, DrizzleSchema wanted, Patch patch, int at) {}

    @Test
    void patchedFilesSayWhatWasWanted() {
        Assumptions.assumeTrue(Files.isDirectory(SERVICES), SERVICES + " is not here");
        Compiled kit = new Compiled();
        List<Tried> tried = new ArrayList<>();
        for (Path service : list(SERVICES)) {
            DrizzleSchema from = newest(service);
            List<TypeScriptFile> files = files(service.resolve("src/db/schema"));
            for (int seed = 0; seed < SEEDS; seed++) {
                tried.add(attempt(kit, service.getFileName() + " " + seed, files, from, seed));
            }
        }
        List<String> snapshots = kit.run();
        SoftAssertions all = new SoftAssertions();
        for (Tried each : tried) {
            String snapshot = snapshots.get(each.at());
            all.assertThat(each.patch().byHand()).as(each.name()).isEmpty();
            all.assertThat(snapshot).as(each.name()).startsWith("{");
            if (snapshot.startsWith("{")) {
                all.assertThat(Compiled.unordered(Compiled.read(snapshot)))
                        .as(each.name())
                        .isEqualTo(Compiled.unordered(each.wanted()));
            }
        }
        all.assertAll();
        // One file of the sample imports pgSchema without need.
        assertThat(kit.typed().lines().filter(line -> !line.contains("'pgSchema' is declared but")))
                .isEmpty();
        System.out.println(tried.size() + " patches");
    }

    private static Tried attempt(Compiled kit, String name, List<TypeScriptFile> files, DrizzleSchema from, int seed) {
        RandomEdits edits = new RandomEdits(from, seed);
        DrizzleSchema to = edits.make(1 + seed % 4);
        try {
            Patch patch = Patch.of(files, from, to, edits.renames, Options.DEFAULT);
            List<TypeScriptFile> patched = files.stream()
                    .map(file -> patch.changes().stream()
                            .filter(change -> change.name().equals(file.name()))
                            .map(change -> new TypeScriptFile(file.name(), change.after()))
                            .findFirst()
                            .orElse(file))
                    .toList();
            int at = kit.add(patched, "index.ts", Casing.NAMED);
            return new Tried(name + " (case" + at + ") " + edits.done + patch.byHand(), to, patch, at);
        } catch (UnreadableTypeScript unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static DrizzleSchema newest(Path service) {
        try {
            Path newest = list(service.resolve("src/db/migrations/meta")).stream()
                    .filter(file -> file.toString().endsWith("_snapshot.json"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return Snapshots.read(newest).schema();
        } catch (UnreadableSnapshot unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<TypeScriptFile> files(Path folder) {
        return list(folder).stream()
                .map(file -> {
                    try {
                        return new TypeScriptFile(file.getFileName().toString(), Files.readString(file));
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                })
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
