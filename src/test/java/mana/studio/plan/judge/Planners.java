package mana.studio.plan.judge;

/// The planner on trial.
final class Planners {
    static final PlannedSql REAL = new Recreate();

    private Planners() {}
}
