package mana.studio.apply;

import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.ddl.Ddl;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchServer;

/// A database that was reached, compared with the one that was wanted.
///
/// @param missing what would still have to run, as statements; none where they are the same
/// @param doubt   why a difference may be none: expressions that could not be compared as the server writes them; empty
///                for no doubt
public record Comparison(List<String> missing, String doubt) {
    public Comparison {
        missing = List.copyOf(missing);
    }

    public boolean isEqual() {
        return missing.isEmpty();
    }

    /// What a person typed is not what the server writes back. So where the two differ, what was reached is made on a
    /// scratch server, and the difference applied to a copy: what the server writes alike there was none.
    ///
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    static Comparison of(Database reached, Database wanted, Cancellation cancellation) {
        Plan plain = Planner.plan(reached, wanted);
        if (plain.isEmpty()) {
            return new Comparison(List.of(), "");
        }
        try (ScratchDatabase there = ScratchServer.shared().create()) {
            there.load(Ddl.of(reached), cancellation);
            try (ScratchDatabase changed = there.copy()) {
                changed.load(plain.sql(), cancellation);
                return new Comparison(
                        statements(Planner.plan(there.read(cancellation), changed.read(cancellation))), "");
            }
        } catch (ScratchException refused) {
            return new Comparison(
                    statements(plain),
                    "The scratch server could not make both to compare them, so that an expression that only reads "
                            + "otherwise is listed too: " + refused.failure().text());
        }
    }

    static List<String> statements(Plan plan) {
        return plan.statements().stream().map(statement -> statement.sql()).toList();
    }
}
