package mana.studio.plan.judge;

import java.util.List;
import mana.studio.schema.Database;

/// What the judges want of a planner: the statements that turn one database into another.
@FunctionalInterface
interface PlannedSql {
    List<Step> plan(Database from, Database to);

    /// @param sql           without a closing semicolon
    /// @param destroysData  whether rows or values may be gone after it
    /// @param inTransaction whether it may stand in a transaction with its neighbours
    record Step(String sql, boolean destroysData, boolean inTransaction) {}
}
