package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// json has no equality, so DISTINCT and GROUP BY fail on it.
final class JsonType implements Rule {
    @Override
    public String id() {
        return "json-type";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return TypeNames.columns(occasion)
                .filter(column -> TypeNames.name(column).equals("json"))
                .map(column -> finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        column.text("colname")
                                + " is json, which cannot be compared: SELECT DISTINCT on the table fails.",
                        "Use jsonb.",
                        Docs.JSON));
    }
}
