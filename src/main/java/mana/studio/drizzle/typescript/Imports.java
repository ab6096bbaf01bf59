package mana.studio.drizzle.typescript;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Import statements.
final class Imports {
    private static final int WIDTH = 120;
    private static final Set<String> TYPES = Set.of("AnyPgColumn", "PgTableExtraConfigValue");
    static final Comparator<String> ORDER = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private Imports() {}

    static String statement(Collection<String> names, String module, String indent) {
        List<String> sorted =
                names.stream().sorted(ORDER).map(Imports::specifier).toList();
        String line = "import { %s } from '%s';\n".formatted(String.join(", ", sorted), module);
        if (line.length() <= WIDTH + 1) {
            return line;
        }
        return sorted.stream().map(name -> indent + name + ",\n").collect(Collectors.joining("", "import {\n", ""))
                + "} from '%s';\n".formatted(module);
    }

    static String specifier(String name) {
        return TYPES.contains(name) ? "type " + name : name;
    }
}
