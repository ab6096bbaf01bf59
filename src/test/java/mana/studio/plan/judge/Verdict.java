package mana.studio.plan.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a pair.
///
/// @param tables    of A that can hold rows
/// @param seeded    of them
/// @param seeding   which rows the verdict was found with
/// @param plan      the statements
/// @param failing   the statement that failed; null where none did
/// @param error     the server's or the planner's; why it was skipped; why the data were refused
/// @param details   what differs, what is lost
/// @param announced rows and values of tables that stay which the plan said would be lost
record Verdict(
        String id,
        String scope,
        Outcome outcome,
        int tables,
        int seeded,
        Seeding seeding,
        List<String> plan,
        @Nullable String failing,
        @Nullable String error,
        List<String> details,
        List<String> announced,
        long milliseconds) {
    Verdict {
        plan = List.copyOf(plan);
        details = List.copyOf(details);
        announced = List.copyOf(announced);
    }

    enum Seeding {
        /// Any values.
        ANY,
        /// Values that B could hold.
        PLEASING,
        NONE
    }

    enum Outcome {
        CONVERGED,
        /// B cannot hold A's rows; without rows it converged.
        REFUSED_BY_THE_DATA,
        /// Does not load on this server.
        SKIPPED,
        /// Statements for what is equal.
        NOISY,
        PLANNER_FAILED,
        STATEMENT_FAILED,
        /// By our model.
        DIFFERENT,
        DUMP_DIFFERENT,
        /// A second plan is not empty.
        NOT_AT_REST,
        ROWS_LOST,
        /// The way back does not lead back.
        NOT_BACK,
        /// Another plan than the pair's author wants.
        UNEXPECTED;

        boolean isFailure() {
            return ordinal() >= NOISY.ordinal();
        }
    }

    boolean isFailure() {
        return outcome.isFailure();
    }

    boolean counts() {
        return scope.equals("core") || scope.equals("plus") || scope.equals("nodiff") || scope.equals("own");
    }

    String text() {
        StringBuilder text = new StringBuilder(id + " [" + scope + "] " + outcome + "\n");
        if (error != null) {
            text.append("  error: ").append(error).append('\n');
        }
        if (failing != null) {
            text.append("  at:    ")
                    .append(failing.replace("\n", "\n         "))
                    .append('\n');
        }
        details.forEach(
                detail -> text.append("  ").append(detail.replace("\n", "\n  ")).append('\n'));
        return text.toString();
    }
}
