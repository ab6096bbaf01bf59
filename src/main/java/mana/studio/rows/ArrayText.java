package mana.studio.rows;

import java.util.List;
import java.util.stream.Collectors;

/// PostgreSQL's text of arrays.
public final class ArrayText {
    private ArrayText() {}

    /// The text of a one-dimensional array of these elements.
    static String join(List<String> elements) {
        return elements.stream()
                .map(element -> '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
