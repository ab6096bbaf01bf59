package mana.studio.locks.watch;

import java.util.List;
import mana.studio.locks.Board;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.verdict.Judge;
import mana.studio.locks.verdict.Samples;

/// Judges what a look showed. May remember earlier looks: it is asked about each once, in their order, by one thread
/// at a time.
@FunctionalInterface
public interface Judging {
    /// @return the worst first
    List<Assessment> judge(Capabilities capabilities, Board board);

    /// A judge who remembers what this watch has seen.
    static Judging by(Judge judge) {
        Samples samples = new Samples();
        return (capabilities, board) -> {
            samples.add(board, capabilities);
            return judge.judge(board, capabilities, samples);
        };
    }
}
