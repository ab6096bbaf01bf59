package mana.studio.drizzle.typescript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleView;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.drizzle.snapshot.UnreadableSnapshot;
import mana.studio.testing.DrizzleKit;
import mana.studio.testing.DrizzleKit.Said;

/// What the real drizzle-kit makes of schema files: many in one process.
final class Compiled {
    private final Path folder = DrizzleKit.folder("typescript");
    private final List<String> lines = new ArrayList<>();
    private final List<Path> outs = new ArrayList<>();

    /// Files to be compiled, of which the one called so is the entry.
    int add(List<TypeScriptFile> files, String entry, Options.Casing casing) {
        try {
            Path own = Files.createDirectory(folder.resolve("case" + lines.size()));
            for (TypeScriptFile file : files) {
                Files.createDirectories(own.resolve(file.name()).getParent());
                Files.writeString(own.resolve(file.name()), file.text());
            }
            return add(own.resolve(entry), casing);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int add(Path entry, Options.Casing casing) {
        Path out = folder.resolve("out" + lines.size() + ".json");
        outs.add(out);
        lines.add(entry + "\t" + out + "\t" + (casing == Options.Casing.SNAKE_CASE ? "snake_case" : ""));
        return lines.size() - 1;
    }

    /// The snapshot's text of each, or what was said instead of it.
    List<String> run() {
        try {
            Path list = Files.writeString(folder.resolve("list.txt"), String.join("\n", lines));
            Path script = folder.resolve("snapshots.ts");
            Files.copy(
                    Path.of("src", "test", "resources", "drizzle-kit", "snapshots.ts"),
                    script,
                    StandardCopyOption.REPLACE_EXISTING);
            Said said = DrizzleKit.run(folder, Map.of(), "tsx", script.toString(), list.toString());
            List<String> texts = new ArrayList<>();
            for (Path out : outs) {
                texts.add(Files.exists(out) ? Files.readString(out) : "nothing: " + said.out() + said.err());
            }
            return texts;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// What the compiler says of all files.
    String typed() {
        try {
            Files.writeString(folder.resolve("tsconfig.json"), """
                {
                  "compilerOptions": {
                    "strict": true, "noEmit": true, "skipLibCheck": true, "target": "es2022", "module": "esnext",
                    "moduleResolution": "bundler", "noUnusedLocals": true, "types": ["node"]
                  },
                  "include": ["case*/**/*.ts"]
                }
                """);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return DrizzleKit.run(folder, Map.of(), "tsc", "-p", folder.toString()).out();
    }

    Path folder() {
        return folder;
    }

    /// A schema without the order of things, which drizzle-kit does not compare.
    static DrizzleSchema unordered(DrizzleSchema schema) {
        return new DrizzleSchema(
                sorted(schema.schemas(), name -> name),
                sorted(schema.enums(), type -> type.name().toString()),
                sorted(
                        schema.tables().stream().map(Compiled::unordered).toList(),
                        table -> table.name().toString()),
                sorted(
                        schema.views().stream().map(Compiled::unordered).toList(),
                        view -> view.name().toString()),
                sorted(schema.sequences(), each -> each.name().toString()),
                sorted(schema.roles(), role -> role.name()),
                sorted(schema.policies(), each -> each.policy().name()));
    }

    static DrizzleSchema read(String text) {
        try {
            return Snapshots.read("snapshot", text).schema();
        } catch (UnreadableSnapshot unreadable) {
            throw new AssertionError(text.lines().limit(12).collect(Collectors.joining("\n")), unreadable);
        }
    }

    private static DrizzleTable unordered(DrizzleTable table) {
        return new DrizzleTable(
                table.name(),
                sorted(table.columns(), column -> column.name()),
                sorted(table.indexes(), index -> index.name()),
                sorted(table.foreignKeys(), key -> key.name()),
                sorted(table.primaryKeys(), key -> String.valueOf(key.name())),
                sorted(table.uniques(), key -> key.name()),
                sorted(table.checks(), check -> check.name()),
                sorted(table.policies(), policy -> policy.name()),
                table.rowSecurity());
    }

    private static DrizzleView unordered(DrizzleView view) {
        return new DrizzleView(
                view.name(),
                sorted(view.columns(), column -> column.name()),
                view.definition(),
                view.materialized(),
                view.existing(),
                view.with(),
                view.withNoData(),
                view.using(),
                view.tablespace());
    }

    private static <T> List<T> sorted(List<T> list, Function<T, String> key) {
        return list.stream().sorted(java.util.Comparator.comparing(key)).toList();
    }
}
