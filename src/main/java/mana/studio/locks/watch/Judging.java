package mana.studio.locks.watch;

import java.util.List;
import mana.studio.locks.Board;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.verdict.Assessment;

/// Judges what a look showed. May remember earlier looks: it is asked about each once, in their order, by one thread
/// at a time.
@FunctionalInterface
public interface Judging {
    /// @return the worst first
    List<Assessment> judge(Capabilities capabilities, Board board);
}
