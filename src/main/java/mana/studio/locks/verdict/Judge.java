package mana.studio.locks.verdict;

import java.util.List;
import mana.studio.locks.Board;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.names.LockNames;

/// Says what a board of locks means.
///
/// {@snippet :
/// Samples samples = new Samples();
/// Judge judge = new Judge(Thresholds.DEFAULT, names);
/// // after each look:
/// samples.add(board, capabilities);
/// List<Assessment> worstFirst = judge.judge(board, capabilities, samples);
/// }
public final class Judge {
    private final Thresholds thresholds;
    private final LockNames names;

    public Judge(Thresholds thresholds, LockNames names) {
        this.thresholds = thresholds;
        this.names = names;
    }

    /// Judges each lock of a board.
    ///
    /// @param samples the board among them
    /// @return by severity, then by the longest wait
    public List<Assessment> judge(Board board, Capabilities capabilities, Samples samples) {
        return List.of();
    }
}
