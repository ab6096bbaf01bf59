package mana.studio.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.ddl.Pieces;
import mana.studio.sql.Identifier;

/// Lists of `name=value`.
final class Options {
    private Options() {}

    static String name(String option) {
        return option.substring(0, option.indexOf('='));
    }

    /// Those that are new or changed.
    static List<String> set(List<String> from, List<String> to) {
        return to.stream().filter(option -> !from.contains(option)).toList();
    }

    /// The names of those that are gone.
    static List<String> reset(List<String> from, List<String> to) {
        List<String> kept = to.stream().map(Options::name).toList();
        return from.stream()
                .map(Options::name)
                .filter(name -> !kept.contains(name))
                .toList();
    }

    /// `(fillfactor, toast.autovacuum_enabled)`.
    static String names(List<String> names) {
        return names.stream()
                .map(name -> name.startsWith("toast.")
                        ? Identifier.quote("toast", name.substring("toast.".length()))
                        : Identifier.quote(name))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /// `OPTIONS (ADD a 'x', SET b 'y', DROP c)`.
    static String foreign(List<String> from, List<String> to) {
        List<String> before = from.stream().map(Options::name).toList();
        Stream<String> changed = set(from, to).stream()
                .map(option -> (before.contains(name(option)) ? "SET " : "ADD ") + Identifier.quote(name(option)) + " "
                        + Pieces.literal(option.substring(option.indexOf('=') + 1)));
        Stream<String> dropped = reset(from, to).stream().map(name -> "DROP " + Identifier.quote(name));
        return Stream.concat(changed, dropped).collect(Collectors.joining(", ", "OPTIONS (", ")"));
    }
}
