package mana.studio.plan.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Plans played on pairs of schemas: those of this repository, and those that other tools test themselves with, where
/// they lie beside the checkout.
class ConvergenceTest {
    private static Judge judge;

    @BeforeAll
    static void open() throws SQLException {
        judge = new Judge(Planners.REAL, Verdict.Seeding.ANY, false, true);
    }

    @AfterAll
    static void close() {
        judge.close();
    }

    @TestFactory
    Stream<DynamicTest> turnsOneIntoTheOther() {
        return DiffCases.own().stream()
                .map(pair -> DynamicTest.dynamicTest(pair.id(), () -> {
                    Verdict verdict = judge.judge(pair);
                    assumeTrue(verdict.outcome() != Verdict.Outcome.SKIPPED, () -> "Skipped: " + verdict.error());
                    assertThat(verdict.isFailure()).as(verdict.text()).isFalse();
                }));
    }

    @TestFactory
    Stream<DynamicTest> convergesOnWhatOthersTest() {
        assumeTrue(DiffCases.areThere(), () -> "There are no pairs in " + DiffCases.SHARED);
        return Stream.of(atLeast("core", 100), atLeast("plus", 98), atLeast("nodiff", 100));
    }

    /// @param share of the pairs that load, in percent
    private static DynamicTest atLeast(String scope, double share) {
        return DynamicTest.dynamicTest(scope, () -> {
            List<DiffCase> pairs = DiffCases.shared().stream()
                    .filter(pair -> pair.scope().equals(scope))
                    .toList();
            List<Verdict> verdicts = new ArrayList<>();
            for (DiffCase pair : pairs) {
                verdicts.add(judge.judge(pair));
            }
            List<Verdict> judged = verdicts.stream()
                    .filter(verdict -> verdict.outcome() != Verdict.Outcome.SKIPPED)
                    .toList();
            List<Verdict> failures = judged.stream().filter(Verdict::isFailure).toList();
            double reached = 100.0 * (judged.size() - failures.size()) / judged.size();
            assertThat(reached)
                    .as(
                            "%s%n%s",
                            Convergence.summary(verdicts),
                            failures.stream().map(Verdict::text).collect(Collectors.joining("\n")))
                    .isGreaterThanOrEqualTo(share);
        });
    }
}
