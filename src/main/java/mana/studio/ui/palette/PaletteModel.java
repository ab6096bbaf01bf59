package mana.studio.ui.palette;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.ui.kit.Command;
import mana.studio.ui.kit.FuzzyMatcher;

/// Which commands fit what was typed: all of them for nothing, those used last first; else the best first. What cannot
/// be done now stands behind what can and fits as well.
final class PaletteModel {
    private PaletteModel() {}

    /// @param recent the ids of the commands used last, the newest first
    static List<PaletteLine> lines(List<Command> commands, List<String> recent, String query) {
        FuzzyMatcher matcher = new FuzzyMatcher(query);
        return matcher.isEmpty() ? all(commands, recent) : fitting(commands, recent, matcher);
    }

    private static List<PaletteLine> all(List<Command> commands, List<String> recent) {
        return commands.stream()
                .sorted(Comparator.comparingInt(command -> age(command, recent)))
                .map(command -> new PaletteLine(command, Set.of()))
                .toList();
    }

    /// How many were used since; more than all of them where it was not used.
    private static int age(Command command, List<String> recent) {
        int at = recent.indexOf(command.id());
        return at < 0 ? recent.size() : at;
    }

    private record Scored(PaletteLine line, int score) {}

    private static List<PaletteLine> fitting(List<Command> commands, List<String> recent, FuzzyMatcher matcher) {
        return commands.stream()
                .flatMap(command -> scored(command, matcher))
                .sorted(Comparator.comparingInt(Scored::score)
                        .reversed()
                        .thenComparing(scored -> !scored.line().command().possible())
                        .thenComparingInt(scored -> age(scored.line().command(), recent)))
                .map(Scored::line)
                .toList();
    }

    private static Stream<Scored> scored(Command command, FuzzyMatcher matcher) {
        String text = PaletteLine.text(command);
        int score = matcher.score(text, 0, 0);
        if (score == FuzzyMatcher.NONE) {
            return Stream.empty();
        }
        Set<Integer> matched = Arrays.stream(matcher.positions()).boxed().collect(Collectors.toSet());
        // What follows the last letter that was typed says nothing about how well it fits.
        int rest = text.length() - 1 - Collections.max(matched);
        return Stream.of(new Scored(new PaletteLine(command, matched), score + rest));
    }
}
