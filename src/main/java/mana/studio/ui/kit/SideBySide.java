package mana.studio.ui.kit;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import mana.studio.ui.kit.CodePane.LineMark;
import mana.studio.ui.kit.CodePane.LineMark.Kind;

/// Two texts line by line, with gaps, so that what is the same stands at the same height.
///
/// @param before the text on the left, gaps as empty lines
/// @param after  likewise on the right, with as many lines
public record SideBySide(Side before, Side after) {
    /// One of the two texts.
    ///
    /// @param marks one a line
    public record Side(String text, List<LineMark> marks) {}

    public static SideBySide of(String before, String after) {
        List<String> left = before.lines().toList();
        List<String> right = after.lines().toList();
        Lines old = new Lines(left);
        Lines now = new Lines(right);
        for (AbstractDelta<String> delta :
                DiffUtils.diff(left, right, SideBySide::alike).getDeltas()) {
            old.same(delta.getSource().getPosition());
            now.same(delta.getTarget().getPosition());
            int gone = delta.getSource().size();
            int come = delta.getTarget().size();
            boolean changed = delta.getType() == DeltaType.CHANGE;
            old.take(gone, changed ? come : 0, Kind.REMOVED);
            now.take(come, changed ? gone : 0, Kind.ADDED);
            old.gaps(come - gone);
            now.gaps(gone - come);
        }
        old.same(left.size());
        now.same(right.size());
        return new SideBySide(old.side(), now.side());
    }

    /// Columns are padded to the longest of them: only blanks between words are no change.
    private static boolean alike(String one, String other) {
        return one.equals(other) || words(one).equals(words(other));
    }

    private static String words(String line) {
        return line.strip().replaceAll("\\s+", " ");
    }

    private static final class Lines {
        private final List<String> source;
        private final List<String> lines = new ArrayList<>();
        private final List<LineMark> marks = new ArrayList<>();
        private int at;

        Lines(List<String> source) {
            this.source = source;
        }

        void same(int until) {
            while (at < until) {
                add(Kind.SAME);
            }
        }

        /// @param partners how many lines stand across: as many are changed, the rest is only here
        void take(int count, int partners, Kind rest) {
            for (int taken = 0; taken < count; taken++) {
                add(taken < partners ? Kind.CHANGED : rest);
            }
        }

        void gaps(int count) {
            for (int gap = 0; gap < count; gap++) {
                lines.add("");
                marks.add(new LineMark(Kind.GAP, 0));
            }
        }

        private void add(Kind kind) {
            lines.add(source.get(at));
            at++;
            marks.add(new LineMark(kind, at));
        }

        Side side() {
            return new Side(String.join("\n", lines), List.copyOf(marks));
        }
    }
}
