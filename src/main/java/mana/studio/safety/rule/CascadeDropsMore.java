package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// CASCADE drops what nobody has named.
final class CascadeDropsMore implements Rule {
    @Override
    public String id() {
        return "cascade-drops-more";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean cascades = occasion.tree().text("behavior").equals("DROP_CASCADE") && occasion.is("DropStmt")
                || occasion.tree().list("cmds").stream()
                        .anyMatch(command -> command.text("behavior").equals("DROP_CASCADE"));
        if (!cascades) {
            return Stream.empty();
        }
        boolean type = occasion.tree().text("removeType").equals("OBJECT_TYPE")
                || occasion.tree().text("removeType").equals("OBJECT_DOMAIN");
        return Stream.of(finding(
                Aspect.LOSES_DATA,
                Severity.DANGER,
                "CASCADE also drops what depends on it, without naming it: "
                        + (type ? "every column of the type, with its values." : "views, foreign keys, defaults."),
                "List what depends on it and drop each by name.",
                Docs.DEPENDENCIES));
    }
}
