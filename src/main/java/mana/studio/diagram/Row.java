package mana.studio.diagram;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A column on a card.
///
/// @param key   of the column's identity
/// @param type  as short as people write it
/// @param signs in their order
public record Row(String key, String name, String type, List<Sign> signs, Mark mark) {
    public Row {
        signs = List.copyOf(signs);
    }

    public boolean is(Sign sign) {
        return signs.contains(sign);
    }

    /// The keys it belongs to, in letters: `PK FK`.
    public String keys() {
        return signs.stream()
                .filter(sign -> sign != Sign.NOT_NULL)
                .map(Sign::letters)
                .collect(Collectors.joining(" "));
    }

    /// In full: `user_id text, foreign key, not null, added`.
    public String words() {
        return Stream.concat(
                        Stream.of(name + " " + type),
                        Stream.concat(signs.stream().map(Sign::words), pending()))
                .collect(Collectors.joining(", "));
    }

    private Stream<String> pending() {
        return Stream.of(mark.word()).filter(word -> !word.isEmpty());
    }
}
