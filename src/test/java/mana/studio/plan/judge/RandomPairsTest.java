package mana.studio.plan.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Laws that hold for any two schemas: the plan leads from one to the other, the opposite plan back, a plan from one to
/// itself says nothing, and rows survive what is not marked as destroying them. `-Dmana.pairs=N` tries more,
/// `-Dmana.seed=S` begins with another pair.
class RandomPairsTest {
    private static final int PAIRS = Integer.getInteger("mana.pairs", 1000);
    private static final long SEED = Long.getLong("mana.seed", 1);
    private static final int TOLD = 5;

    @Test
    void leadsThereAndBack() throws SQLException {
        List<Verdict> failures = new ArrayList<>();
        try (Judge judge = new Judge(Planners.REAL, Verdict.Seeding.PLEASING, true, false)) {
            for (long seed = SEED; seed < SEED + PAIRS && failures.size() < TOLD; seed++) {
                Verdict verdict = judge.judge(RandomPairs.of(seed, judge.version()));
                if (verdict.isFailure() || verdict.outcome() == Verdict.Outcome.SKIPPED) {
                    failures.add(verdict);
                }
            }
        }
        assertThat(failures.stream()
                        .map(verdict -> "-Dmana.pairs=1 -Dmana.seed="
                                + verdict.id().substring("random/".length()) + "\n" + verdict.text())
                        .collect(Collectors.joining("\n")))
                .isEmpty();
    }
}
