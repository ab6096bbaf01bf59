package mana.studio.ui.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import mana.studio.ui.structure.Section.Cell;

/// Gathers the lines of a section. Columns in which no line says anything are left out, and so is a section without
/// lines.
final class Lines {
    private final String title;
    private final List<String> headings;
    private final List<List<Cell>> lines = new ArrayList<>();

    Lines(String title, String... headings) {
        this.title = title;
        this.headings = List.of(headings);
    }

    Lines add(Cell... cells) {
        lines.add(List.of(cells));
        return this;
    }

    <T> Lines addAll(List<T> things, Function<T, List<Cell>> line) {
        things.forEach(thing -> lines.add(line.apply(thing)));
        return this;
    }

    Optional<Section> section() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        int[] said = IntStream.range(0, lines.getFirst().size())
                .filter(column ->
                        lines.stream().anyMatch(line -> !line.get(column).text().isEmpty()))
                .toArray();
        List<String> shownHeadings = headings.isEmpty()
                ? headings
                : IntStream.of(said).mapToObj(headings::get).toList();
        return Optional.of(new Section(
                title,
                shownHeadings,
                lines.stream()
                        .map(line -> IntStream.of(said).mapToObj(line::get).toList())
                        .toList()));
    }
}
