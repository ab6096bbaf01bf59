package mana.studio.ui.design.state;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What can be taken into a field instead of being typed.
///
/// @param text   what the field then holds
/// @param detail what it is, in a few words; empty for nothing
/// @param also   other words that find it: `timestamptz`
public record Choice(String text, String detail, String also) {
    public static Choice of(String text, String detail) {
        return new Choice(text, detail, "");
    }

    /// Those that have what was typed in them; those that begin with it first. All for nothing typed.
    public static List<Choice> matching(List<Choice> choices, String typed) {
        String query = typed.strip().toLowerCase(Locale.ROOT);
        return choices.stream()
                .filter(choice -> choice.rank(query) < NO_MATCH)
                .sorted(Comparator.comparingInt(choice -> choice.rank(query)))
                .toList();
    }

    private static final int NO_MATCH = 4;

    private int rank(String query) {
        String lower = text.toLowerCase(Locale.ROOT);
        String last = lower.substring(lower.lastIndexOf('.') + 1);
        if (query.isEmpty() || lower.equals(query)) {
            return 0;
        }
        if (lower.startsWith(query) || last.startsWith(query) || also.equals(query)) {
            return 1;
        }
        if (also.startsWith(query)) {
            return 2;
        }
        return lower.contains(query) ? 3 : NO_MATCH;
    }
}
