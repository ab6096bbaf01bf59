package mana.studio.drizzle.write;

import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.plan.Plan;
import mana.studio.plan.PlanOptions;
import mana.studio.plan.Planner;
import mana.studio.plan.PropertyChange;
import mana.studio.plan.Statement;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchFailure;

/// What would still have to run to make one database like another, in some schemas. Whose things are and who may use
/// them is not asked: migrations of Drizzle do not say it.
final class Likeness {
    private Likeness() {}

    /// What a person typed is not what the server writes back. So where the two differ, the difference is run, and only
    /// what then reads otherwise is one.
    ///
    /// @param there holds what was reached; it is changed
    /// @throws ScratchException where there is no scratch server
    static List<String> differences(
            Database reached, Database wanted, List<String> schemas, ScratchDatabase there, Cancellation cancellation)
            throws ScratchException {
        List<Statement> plain = statements(reached, wanted, schemas);
        if (plain.isEmpty()) {
            return List.of();
        }
        StringBuilder script = new StringBuilder();
        plain.forEach(statement -> script.append(statement.sql()).append(";\n"));
        try {
            there.load(script.toString(), cancellation);
        } catch (ScratchException refused) {
            if (refused.failure().kind() == ScratchFailure.Kind.NO_SERVER) {
                throw refused;
            }
            return plain.stream().map(Statement::sql).toList();
        }
        return statements(reached, there.read(cancellation), schemas).stream()
                .map(Statement::sql)
                .toList();
    }

    private static List<Statement> statements(Database from, Database to, List<String> schemas) {
        Plan plan = Planner.plan(from, to, new PlanOptions(List.of(), schemas, null));
        return plan.statements().stream()
                .filter(statement -> !(statement.change() instanceof PropertyChange.SetOwner)
                        && !(statement.change() instanceof PropertyChange.ChangePrivileges)
                        && statement.change() != null)
                .toList();
    }
}
