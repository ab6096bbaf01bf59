package mana.studio.ui.design.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A name with or without a schema, quoted or not, taken apart.
public final class QualifiedText {
    private QualifiedText() {}

    /// `auth."Users"` gives `auth`, `Users`; nothing for nothing.
    public static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        String trimmed = text.strip();
        for (int i = 0; i < trimmed.length(); i++) {
            char letter = trimmed.charAt(i);
            boolean doubled = quoted && letter == '"' && i + 1 < trimmed.length() && trimmed.charAt(i + 1) == '"';
            if (doubled) {
                part.append('"');
                i++;
            } else if (letter == '"') {
                quoted = !quoted;
                wasQuoted = true;
            } else if (letter == '.' && !quoted) {
                parts.add(folded(part, wasQuoted));
                part.setLength(0);
                wasQuoted = false;
            } else {
                part.append(letter);
            }
        }
        parts.add(folded(part, wasQuoted));
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /// The server folds what is not quoted.
    private static String folded(StringBuilder part, boolean quoted) {
        return quoted ? part.toString() : part.toString().strip().toLowerCase(Locale.ROOT);
    }
}
