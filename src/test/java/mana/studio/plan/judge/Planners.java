package mana.studio.plan.judge;

import java.util.List;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.plan.judge.PlannedSql.Step;
import mana.studio.schema.Database;

/// The planners on trial.
final class Planners {
    static final PlannedSql REAL = Planners::plan;

    private Planners() {}

    private static List<Step> plan(Database from, Database to) {
        return steps(Planner.plan(from, to));
    }

    static List<Step> steps(Plan plan) {
        return plan.statements().stream()
                .map(statement -> new Step(statement.sql(), statement.destroysData(), statement.inTransaction()))
                .toList();
    }
}
