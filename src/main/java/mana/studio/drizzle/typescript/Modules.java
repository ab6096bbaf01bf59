package mana.studio.drizzle.typescript;

import java.nio.file.Path;

/// Names of modules: how one file calls another.
final class Modules {
    private Modules() {}

    static boolean isOf(String module, Source from, Source to) {
        if (!module.startsWith(".")) {
            return false;
        }
        String target = resolved(from, bare(module));
        String file = bare(Path.of(to.name()).normalize().toString().replace('\\', '/'));
        return target.equals(file) || (target.isEmpty() ? "index" : target + "/index").equals(file);
    }

    /// With the ending that the file's other imports have.
    static String of(Source from, Source to) {
        Path folder = parent(from);
        String path =
                folder.relativize(Path.of(to.name()).normalize()).toString().replace('\\', '/');
        String ending = from.imports().stream()
                .map(Source.Import::module)
                .filter(module -> module.startsWith("."))
                .map(module -> module.substring(bare(module).length()))
                .findFirst()
                .orElse("");
        return (path.startsWith(".") ? "" : "./") + bare(path) + ending;
    }

    private static String resolved(Source from, String module) {
        return parent(from).resolve(module).normalize().toString().replace('\\', '/');
    }

    private static Path parent(Source source) {
        Path parent = Path.of(source.name()).normalize().getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static String bare(String module) {
        return module.replaceFirst("\\.(ts|js|mts|mjs)$", "");
    }
}
