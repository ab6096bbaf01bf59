package mana.studio.safety.judge;

import java.util.List;
import java.util.Objects;
import mana.studio.safety.Verdict;
import mana.studio.safety.predict.Situation;
import mana.studio.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// What was judged, with where the script was after each statement: one that begins alike goes on from there.
public final class Judged {
    private final Situation situation;
    private final Runner runner;
    private final List<Step> steps;
    private final List<Verdict> verdicts;

    /// @param after where the script is behind it; nobody goes on with this one, but with copies
    record Step(SqlStatement statement, Verdict verdict, Progress after) {}

    Judged(Situation situation, Runner runner, List<Step> steps, List<Verdict> verdicts) {
        this.situation = situation;
        this.runner = runner;
        this.steps = List.copyOf(steps);
        this.verdicts = List.copyOf(verdicts);
    }

    /// One a statement, in order.
    public List<Verdict> verdicts() {
        return verdicts;
    }

    /// The same steps, with the verdicts that are asked for.
    Judged saying(List<Verdict> asked) {
        return new Judged(situation, runner, steps, asked);
    }

    /// What holds for another script too: the steps of the statements that both begin with.
    static List<Step> common(@Nullable Judged earlier, Situation situation, Runner runner, List<SqlStatement> script) {
        if (earlier == null || earlier.runner != runner || !Objects.equals(earlier.situation, situation)) {
            return List.of();
        }
        int most = Math.min(earlier.steps.size(), script.size());
        int alike = 0;
        while (alike < most && earlier.steps.get(alike).statement().equals(script.get(alike))) {
            alike++;
        }
        return earlier.steps.subList(0, alike);
    }
}
