package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// RENAME VALUE changes what stored values read as.
final class EnumValueRenamed implements Rule {
    @Override
    public String id() {
        return "enum-value-renamed";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.is("AlterEnumStmt") && !occasion.tree().text("oldVal").isEmpty()
                ? Stream.of(finding(
                        Aspect.BREAKS_CODE,
                        Severity.WARNING,
                        "Stored values read as '" + occasion.tree().text("newVal")
                                + "' at once; code that compares with '"
                                + occasion.tree().text("oldVal") + "' fails.",
                        "Add the new value, write it, change the rows in batches, and stop using the old one.",
                        Docs.ALTER_TYPE))
                : Stream.empty();
    }
}
