package mana.studio.safety.safer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mana.studio.plan.Rename;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A run that is stopped after any of its steps, and planned anew from what it reached, gets to the goal all the same.
class ResumeTest {
    /// Where a run stops: after every step, or with `-Dsafer.stride=3` after every third or so.
    private static final int STRIDE = Integer.getInteger("safer.stride", 4);

    static Stream<SaferCase> cases() {
        return SaferTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void getsToTheGoalFromWhereItWasStopped(SaferCase each) throws SQLException {
        TestDatabase template = SaferTest.load(each.a());
        Database from = SaferTest.read(template);
        Database to = SaferTest.read(SaferTest.load(each.b()));
        int count = steps(SaferTest.plan(from, to, each.renames()), each).size();
        for (int stop = 1; stop < count; stop += STRIDE) {
            TestDatabase actual = copy(template, stop);
            stopAndResume(each, actual, from, to, stop);
            drop(actual);
        }
    }

    private static void stopAndResume(SaferCase each, TestDatabase actual, Database from, Database to, int stop)
            throws SQLException {
        try (Runner runner = new Runner(actual)) {
            SaferPlan plan = SaferTest.plan(from, to, each.renames());
            Map<String, List<String>> rows = SaferTest.rows(runner, from, to, each.renames());
            String where = "stopped after " + stop + " steps of\n" + plan.sql();
            run(runner, steps(plan, each).subList(0, stop), where);
            Database reached = SaferTest.read(actual);
            List<Rename> left = each.renames().stream().filter(isOpen(reached)).toList();
            SaferPlan rest = SaferTest.plan(reached, to, left);
            String resumed = where + "\n=== and resumed with\n" + rest.sql();
            run(runner, steps(rest, each), resumed);
            assertThat(SaferTest.differences(SaferTest.read(actual), to)).as(resumed).isEmpty();
            assertThat(SaferTest.rows(runner, to, to, List.of())).as(resumed).containsAllEntriesOf(rows);
            assertThat(runner.offences()).as(resumed).isEmpty();
        }
    }

    private static void run(Runner runner, List<Step> steps, String where) throws SQLException {
        for (Step step : steps) {
            try {
                runner.run(step);
            } catch (SQLException refused) {
                throw new AssertionError(where, refused);
            }
        }
    }

    /// All steps in order, and what new code writes between two phases.
    private static List<Step> steps(SaferPlan plan, SaferCase each) {
        List<Step> steps = new ArrayList<>();
        for (Phase phase : plan.phases()) {
            if (phase.name() == Phase.Name.MIGRATE && !each.fill().isEmpty()) {
                steps.add(new Step.InTransaction(
                        "new code", List.of(each.fill()), Duration.ofSeconds(1), 0, List.of(), List.of()));
            }
            steps.addAll(phase.steps());
        }
        return steps;
    }

    /// Whether what is to be renamed still has its old name.
    private static Predicate<Rename> isOpen(Database reached) {
        return rename -> {
            QualifiedName name = new QualifiedName(rename.from().get(0), rename.from().get(1));
            return rename.what() == Rename.Kind.COLUMN
                    ? reached.table(name).flatMap(table -> table.column(rename.from().get(2))).isPresent()
                    : reached.table(name).isPresent();
        };
    }

    private static TestDatabase copy(TestDatabase template, int number) {
        String name = template.name() + "_" + number;
        TestServer.execute(
                TestServer.server().source("postgres"), "CREATE DATABASE " + name + " TEMPLATE " + template.name());
        return new TestDatabase(name);
    }

    private static void drop(TestDatabase database) {
        TestServer.execute(
                TestServer.server().source("postgres"), "DROP DATABASE " + database.name() + " WITH (FORCE)");
    }
}
