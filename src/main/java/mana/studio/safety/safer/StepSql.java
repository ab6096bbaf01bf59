package mana.studio.safety.safer;

import java.time.Duration;
import java.util.stream.Collectors;
import mana.studio.safety.safer.Step.Alone;
import mana.studio.safety.safer.Step.Check;
import mana.studio.safety.safer.Step.InTransaction;
import mana.studio.sql.Literal;

/// Steps as a person runs them.
final class StepSql {
    private StepSql() {}

    static String of(InTransaction step) {
        return step.statements().stream()
                .map(statement -> statement + ";\n")
                .collect(Collectors.joining("", "BEGIN;\n" + timeout(step.lockTimeout()) + ";\n", "COMMIT;\n"));
    }

    static String timeout(Duration lockTimeout) {
        return "SET LOCAL lock_timeout = " + Literal.quote(lockTimeout.toMillis() + "ms");
    }

    static String of(Alone step) {
        return step.statement() + ";\n";
    }

    static String of(Check step) {
        return step.query() + ";\n";
    }
}
