package mana.studio.plan.judge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.plan.judge.PlannedSql.Step;
import mana.studio.safety.safer.Safer;
import mana.studio.safety.safer.SaferOptions;
import mana.studio.safety.safer.Step.Alone;
import mana.studio.safety.safer.Step.Batches;
import mana.studio.safety.safer.Step.Check;
import mana.studio.safety.safer.Step.InTransaction;
import mana.studio.schema.Database;

/// The planners on trial.
final class Planners {
    static final PlannedSql REAL = Planners::plan;

    /// The safer form, every table taken for a large one.
    static final PlannedSql SAFER = Planners::safer;

    private Planners() {}

    private static List<Step> safer(Database from, Database to) {
        SaferOptions options = SaferOptions.DEFAULT.withBatches(2, Duration.ZERO);
        return Safer.of(Planner.plan(from, to), from, to, options).phases().stream()
                .flatMap(phase -> phase.steps().stream())
                .flatMap(step -> safer(step).stream())
                .toList();
    }

    /// The statements of a transaction as one text, which the server runs in one.
    private static Optional<Step> safer(mana.studio.safety.safer.Step step) {
        return switch (step) {
            case InTransaction transaction ->
                Optional.of(new Step(
                        String.join(";\n", transaction.statements()),
                        !transaction.losses().isEmpty(),
                        false));
            case Alone alone -> Optional.of(new Step(alone.statement(), false, false));
            case Batches batches -> Optional.of(new Step(batches.sql().strip().replaceFirst(";$", ""), false, false));
            case Check _ -> Optional.empty();
        };
    }

    private static List<Step> plan(Database from, Database to) {
        return steps(Planner.plan(from, to));
    }

    static List<Step> steps(Plan plan) {
        return plan.statements().stream()
                .map(statement -> new Step(statement.sql(), statement.destroysData(), statement.inTransaction()))
                .toList();
    }
}
