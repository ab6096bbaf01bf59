package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Changes of a text by position, none of which touches another.
final class Edits {
    private record Edit(int start, int end, String text) {}

    private final List<Edit> edits = new ArrayList<>();

    void insert(int at, String text) {
        edits.add(new Edit(at, at, text));
    }

    void replace(int start, int end, String text) {
        edits.add(new Edit(start, end, text));
    }

    void remove(int start, int end) {
        edits.add(new Edit(start, end, ""));
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /// What was put in, for those who must know which words came with it.
    String inserted() {
        return String.join("\n", edits.stream().map(Edit::text).toList());
    }

    String apply(String text) {
        return apply(text, 0, text.length());
    }

    /// What becomes of a part of the text, all changes being inside it.
    String apply(String text, int start, int end) {
        StringBuilder changed = new StringBuilder();
        int at = start;
        for (Edit edit :
                edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
            changed.append(text, at, Math.max(at, edit.start())).append(edit.text());
            at = Math.max(at, edit.end());
        }
        return changed.append(text, at, end).toString();
    }
}
