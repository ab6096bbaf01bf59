package mana.studio.ui.history;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mana.studio.drizzle.history.FileChange;
import mana.studio.ui.kit.CodePane.LineMark;
import mana.studio.ui.kit.CodePane.LineMark.Kind;
import org.jspecify.annotations.Nullable;

/// Two texts in one, line by line: what goes, what comes, and a few lines around it.
///
/// @param marks one a line
record UnifiedDiff(String text, List<LineMark> marks) {
    private static final int AROUND = 3;

    /// Files one after the other, each under its name.
    static UnifiedDiff of(List<FileChange> changes, Function<FileChange, String> name) {
        Lines lines = new Lines();
        for (FileChange change : changes) {
            lines.title(name.apply(change));
            lines.compare(change.before(), change.after());
        }
        return lines.diff();
    }

    /// Objects one after the other, each under its name.
    static UnifiedDiff ofObjects(List<ChangedObject> objects) {
        Lines lines = new Lines();
        for (ChangedObject object : objects) {
            lines.title(object.title());
            lines.compare(object.before(), object.after());
        }
        return lines.diff();
    }

    private static final class Lines {
        private final List<String> texts = new ArrayList<>();
        private final List<LineMark> marks = new ArrayList<>();

        void title(String title) {
            if (!texts.isEmpty()) {
                add("", Kind.GAP, 0);
            }
            add("-- " + title, Kind.SAME, 0);
        }

        void compare(@Nullable String before, @Nullable String after) {
            List<String> left = lines(before);
            List<String> right = lines(after);
            int at = 0;
            int other = 0;
            for (AbstractDelta<String> delta : DiffUtils.diff(left, right).getDeltas()) {
                int position = delta.getSource().getPosition();
                same(right, other, position - at, other > 0 || at > 0);
                at = position;
                other = delta.getTarget().getPosition();
                for (String line : delta.getSource().getLines()) {
                    add(shown(line), Kind.REMOVED, ++at);
                }
                for (String line : delta.getTarget().getLines()) {
                    add(shown(line), Kind.ADDED, ++other);
                }
            }
            int rest = Math.min(AROUND, right.size() - other);
            for (int i = 0; i < rest && after != null; i++) {
                add(shown(right.get(other + i)), Kind.SAME, other + i + 1);
            }
        }

        /// Of a long stretch that is the same only its ends.
        private void same(List<String> right, int from, int count, boolean inside) {
            int head = inside ? Math.min(AROUND, count) : 0;
            int tail = Math.min(AROUND, count - head);
            for (int i = 0; i < head; i++) {
                add(shown(right.get(from + i)), Kind.SAME, from + i + 1);
            }
            if (count > head + tail) {
                add("…", Kind.GAP, 0);
            }
            for (int i = count - tail; i < count; i++) {
                add(shown(right.get(from + i)), Kind.SAME, from + i + 1);
            }
        }

        private static List<String> lines(@Nullable String text) {
            // A line keeps its end, so that a change of line ends is one.
            return text == null || text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
        }

        private static String shown(String line) {
            return line.endsWith("\r") ? line.substring(0, line.length() - 1) + "␍" : line;
        }

        private void add(String text, Kind kind, int number) {
            texts.add(text);
            marks.add(new LineMark(kind, number));
        }

        UnifiedDiff diff() {
            return new UnifiedDiff(String.join("\n", texts), List.copyOf(marks));
        }
    }
}
