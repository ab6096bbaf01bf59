package mana.studio.drizzle.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.drizzle.snapshot.UnreadableSnapshot;
import mana.studio.drizzle.typescript.Options.Casing;
import mana.studio.drizzle.typescript.Options.Layout;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The law: what is written compiles, by the real drizzle-kit, to the snapshot that it was written from.
class TypeScriptTest {
    private static final Path DATA =
            Path.of(System.getProperty("mana.shared", "../shared")).resolve("data");

    @Test
    void compilesToTheSnapshotThatItWasWrittenFrom() {
        Map<Path, DrizzleSchema> schemas = schemas();
        Compiled kit = new Compiled();
        schemas.values()
                .forEach(schema -> kit.add(
                        TypeScript.write(schema, Options.DEFAULT.withRelations(true)), "schema.ts", Casing.NAMED));
        compare(schemas, kit.run());
        assertThat(kit.typed()).isEmpty();
    }

    @Test
    void compilesInEveryLayoutAndCasing() {
        Map<Path, DrizzleSchema> schemas = new LinkedHashMap<>();
        Compiled kit = new Compiled();
        for (Layout layout : List.of(Layout.FILE_PER_SCHEMA, Layout.FILE_PER_TABLE)) {
            for (Map.Entry<Path, DrizzleSchema> each : few().entrySet()) {
                Options options =
                        Options.DEFAULT.withRelations(true).withLayout(layout).withCasing(Casing.SNAKE_CASE);
                kit.add(TypeScript.write(each.getValue(), options), "index.ts", Casing.SNAKE_CASE);
                schemas.put(each.getKey().resolve(layout.name()), each.getValue());
            }
        }
        compare(schemas, kit.run());
        assertThat(kit.typed()).isEmpty();
    }

    private static void compare(Map<Path, DrizzleSchema> schemas, List<String> snapshots) {
        SoftAssertions all = new SoftAssertions();
        List<Path> files = new ArrayList<>(schemas.keySet());
        for (int position = 0; position < files.size(); position++) {
            DrizzleSchema wanted = schemas.get(files.get(position));
            String text = snapshots.get(position);
            if (text.startsWith("{")) {
                all.assertThat(Compiled.unordered(Compiled.read(text)))
                        .as(files.get(position).toString())
                        .isEqualTo(Compiled.unordered(wanted));
            } else {
                all.fail(files.get(position) + ": " + text.lines().limit(6).toList());
            }
        }
        all.assertAll();
        System.out.println(files.size() + " schemas");
    }

    private static Map<Path, DrizzleSchema> few() {
        Map<Path, DrizzleSchema> few = new LinkedHashMap<>();
        schemas().forEach((file, schema) -> {
            if (file.toString().contains("mana-sample") || file.toString().contains("everything")) {
                few.put(file, schema);
            }
        });
        return few;
    }

    private static Map<Path, DrizzleSchema> schemas() {
        Map<Path, DrizzleSchema> schemas = new LinkedHashMap<>();
        for (Path file : files()) {
            try {
                schemas.put(DATA.relativize(file), Snapshots.read(file).schema());
            } catch (UnreadableSnapshot unreadable) {
                throw new AssertionError(unreadable);
            }
        }
        return schemas;
    }

    private static List<Path> files() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), DATA + " is not here");
        List<Path> files = new ArrayList<>(walk("drizzle-golden", "/stable/cur.json"));
        files.addAll(newest(walk("mana-sample/services", "_snapshot.json")));
        if (Boolean.getBoolean("mana.everything")) {
            files.addAll(newest(walk("migrations", "_snapshot.json")));
        }
        return files;
    }

    private static List<Path> newest(List<Path> snapshots) {
        Map<Path, Path> newest = new TreeMap<>();
        snapshots.forEach(
                file -> newest.merge(file.getParent(), file, (one, other) -> one.compareTo(other) > 0 ? one : other));
        return List.copyOf(newest.values());
    }

    private static List<Path> walk(String folder, String end) {
        try (Stream<Path> files = Files.walk(DATA.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(end))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
