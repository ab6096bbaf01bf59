package mana.studio.plan.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Laws that hold for any two schemas: the plan leads from one to the other, the opposite plan back, a plan from one to
/// itself says nothing, and rows survive what is not marked as destroying them. `-Dmana.pairs=N` tries more,
/// `-Dmana.seed=S` begins with another pair.
class RandomPairsTest {
    private static final int PAIRS = Integer.getInteger("mana.pairs", 1000);
    private static final long SEED = Long.getLong("mana.seed", 1);
    private static final int THREADS = 2;
    private static final int TOLD = 5;

    private final AtomicLong next = new AtomicLong(SEED);
    private final AtomicInteger failed = new AtomicInteger();

    @Test
    void leadsThereAndBack() throws Exception {
        List<Verdict> verdicts = new ArrayList<>();
        try (Judge judge = new Judge(Planners.REAL, Verdict.Seeding.PLEASING, true, false);
                ExecutorService workers = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<Verdict>>> parts = IntStream.range(0, THREADS)
                    .mapToObj(_ -> workers.submit(() -> judged(judge)))
                    .toList();
            for (Future<List<Verdict>> part : parts) {
                verdicts.addAll(result(part));
            }
        }
        System.out.println(Convergence.summary(verdicts));
        assertThat(verdicts.stream()
                        .filter(RandomPairsTest::isBad)
                        .map(verdict -> "-Dmana.pairs=1 -Dmana.seed="
                                + verdict.id().substring("random/".length()) + "\n" + verdict.text())
                        .collect(Collectors.joining("\n")))
                .isEmpty();
    }

    private List<Verdict> judged(Judge judge) throws Exception {
        List<Verdict> verdicts = new ArrayList<>();
        for (long seed = next.getAndIncrement();
                seed < SEED + PAIRS && failed.get() < TOLD;
                seed = next.getAndIncrement()) {
            Verdict verdict = judge.judge(RandomPairs.of(seed, judge.version()));
            verdicts.add(verdict);
            failed.addAndGet(isBad(verdict) ? 1 : 0);
        }
        return verdicts;
    }

    private static boolean isBad(Verdict verdict) {
        return verdict.isFailure() || verdict.outcome() == Verdict.Outcome.SKIPPED;
    }

    private static List<Verdict> result(Future<List<Verdict>> part) throws Exception {
        try {
            return part.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
