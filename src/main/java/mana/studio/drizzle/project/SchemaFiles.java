package mana.studio.drizzle.project;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.drizzle.project.Declarations.Named;
import org.jspecify.annotations.Nullable;

/// The schema files of a service: the ones its configuration names and what they export from others.
final class SchemaFiles {
    private static final int MOST = 600;
    private static final int DEPTH = 8;
    private static final long LARGEST = 2_000_000;
    private static final List<String> ENDINGS = List.of("", ".ts", ".mts", ".js", ".mjs", "/index.ts", "/index.js");

    /// By file, its tokens; of the files that are only imported too.
    private final Map<Path, List<ScriptToken>> files = new LinkedHashMap<>();
    private final Set<Path> exporting = new LinkedHashSet<>();
    private final Map<String, String> schemaOf = new HashMap<>();

    private SchemaFiles() {}

    /// @param files all that were read: also those that only lend a `pgSchema` to others
    record Found(Declarations declarations, List<Path> files) {}

    static Found read(DrizzleConfig config) {
        SchemaFiles reading = new SchemaFiles();
        config.schema().forEach(pattern -> reading.start(config.folder(), pattern));
        return new Found(reading.declarations(), List.copyOf(reading.files.keySet()));
    }

    private void start(Path folder, String pattern) {
        Path plain = resolved(folder, pattern);
        if (plain != null && Files.isRegularFile(plain)) {
            follow(plain);
        } else if (plain != null && Files.isDirectory(plain)) {
            walk(plain, file -> true);
        } else if (pattern.matches(".*[*?{\\[].*")) {
            String glob = folder.toString().replace('\\', '/') + "/" + pattern.replaceFirst("^\\./", "");
            // `**/` may stand for no folder at all, which Java's pattern does not say.
            PathMatcher whole = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            PathMatcher flat = FileSystems.getDefault().getPathMatcher("glob:" + glob.replace("**/", ""));
            walk(beforeGlob(folder, pattern), file -> whole.matches(file) || flat.matches(file));
        }
    }

    private static Path beforeGlob(Path folder, String pattern) {
        String fixed = pattern.replaceFirst("[^/]*[*?{\\[].*", "");
        Path start = resolved(folder, fixed.isEmpty() ? "." : fixed);
        return start == null ? folder : start;
    }

    private static @Nullable Path resolved(Path folder, String path) {
        try {
            return folder.resolve(path).normalize();
        } catch (java.nio.file.InvalidPathException notOne) {
            return null;
        }
    }

    private void walk(Path start, PathMatcher wanted) {
        try (Stream<Path> inside = Files.walk(start, DEPTH)) {
            inside.filter(file -> file.toString().matches(".*\\.(m|c)?[jt]s"))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .filter(wanted::matches)
                    .sorted()
                    .limit(MOST)
                    .forEach(this::follow);
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            // A folder that cannot be read declares nothing; the missing files are seen in the project.
        }
    }

    private void follow(Path first) {
        Deque<Path> waiting = new ArrayDeque<>(List.of(first));
        while (!waiting.isEmpty() && files.size() < MOST) {
            Path file = waiting.poll();
            if (exporting.add(file)) {
                List<ScriptToken> tokens = tokens(file);
                others(file, tokens, true).forEach(waiting::add);
                others(file, tokens, false).forEach(this::tokens);
            }
        }
    }

    private List<ScriptToken> tokens(Path file) {
        return files.computeIfAbsent(file, path -> {
            List<ScriptToken> tokens = Script.tokens(text(path));
            learn(tokens);
            return tokens;
        });
    }

    private static String text(Path path) {
        try {
            return Files.size(path) > LARGEST ? "" : Files.readString(path);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /// The files that one exports from, or imports.
    private static List<Path> others(Path file, List<ScriptToken> tokens, boolean exports) {
        List<Path> others = new ArrayList<>();
        boolean statement = false;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("export") || tokens.get(i).is("import")) {
                statement = tokens.get(i).is("export") == exports;
            } else if (statement
                    && tokens.get(i).is("from")
                    && tokens.get(i + 1).isString()) {
                Path other = located(file, tokens.get(i + 1).text());
                if (other != null) {
                    others.add(other);
                }
                statement = false;
            }
        }
        return others;
    }

    private static @Nullable Path located(Path from, String module) {
        if (!module.startsWith(".")) {
            return null;
        }
        for (String name : List.of(module, module.replaceFirst("\\.js$", ""))) {
            for (String ending : ENDINGS) {
                Path path = resolved(from.resolveSibling(""), name + ending);
                if (path != null && Files.isRegularFile(path)) {
                    return path;
                }
            }
        }
        return null;
    }

    /// `const authSchema = pgSchema('auth')`.
    private void learn(List<ScriptToken> tokens) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("pgSchema")
                    && tokens.get(i + 1).is("(")
                    && tokens.get(i + 2).isString()
                    && i >= 2) {
                String variable = tokens.get(i - 1).is("=") ? tokens.get(i - 2).text() : "";
                schemaOf.put(variable, tokens.get(i + 2).text());
            }
        }
    }

    private Declarations declarations() {
        List<String> schemas = new ArrayList<>();
        List<Named> tables = new ArrayList<>();
        List<Named> enums = new ArrayList<>();
        for (Path file : exporting) {
            List<ScriptToken> tokens = files.getOrDefault(file, List.of());
            for (int i = 0; i + 2 < tokens.size(); i++) {
                if (!tokens.get(i).isName()
                        || !tokens.get(i + 1).is("(")
                        || !tokens.get(i + 2).isString()) {
                    continue;
                }
                String name = tokens.get(i + 2).text();
                switch (tokens.get(i).text()) {
                    case "pgSchema" -> schemas.add(name);
                    case "pgTable" -> tables.add(new Named("public", name));
                    case "pgEnum" -> enums.add(new Named("public", name));
                    case "table" -> add(tables, schemaBefore(tokens, i), name);
                    case "enum" -> add(enums, schemaBefore(tokens, i), name);
                    default -> {}
                }
            }
        }
        return new Declarations(schemas.stream().distinct().toList(), tables, enums);
    }

    private static void add(List<Named> to, @Nullable String schema, String name) {
        if (schema != null) {
            to.add(new Named(schema, name));
        }
    }

    /// `auth` of `authSchema.table(…)`, or of `pgSchema('auth').table(…)`.
    private @Nullable String schemaBefore(List<ScriptToken> tokens, int at) {
        if (at < 2 || !tokens.get(at - 1).is(".")) {
            return null;
        }
        if (tokens.get(at - 2).is(")") && at >= 5 && tokens.get(at - 5).is("pgSchema")) {
            return tokens.get(at - 3).text();
        }
        return schemaOf.get(tokens.get(at - 2).text());
    }
}
