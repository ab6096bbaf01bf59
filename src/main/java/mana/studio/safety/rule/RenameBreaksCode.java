package mana.studio.safety.rule;

import java.util.Map;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Code that runs uses the old name.
final class RenameBreaksCode implements Rule {
    private static final Map<String, String> WHAT = Map.of(
            "OBJECT_TABLE",
            "table",
            "OBJECT_COLUMN",
            "column",
            "OBJECT_VIEW",
            "view",
            "OBJECT_MATVIEW",
            "materialized view",
            "OBJECT_SCHEMA",
            "schema",
            "OBJECT_TYPE",
            "type",
            "OBJECT_SEQUENCE",
            "sequence",
            "OBJECT_FUNCTION",
            "function",
            "OBJECT_ATTRIBUTE",
            "attribute",
            "OBJECT_TABCONSTRAINT",
            "constraint");

    @Override
    public String id() {
        return "rename-breaks-running-code";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (!occasion.is("RenameStmt") || !occasion.isOld()) {
            return Stream.empty();
        }
        String kind = occasion.tree().text("renameType");
        String what = WHAT.get(kind);
        if (what == null) {
            return Stream.empty();
        }
        if (kind.equals("OBJECT_TABCONSTRAINT")) {
            return Stream.of(finding(
                    Aspect.BREAKS_CODE,
                    Severity.NOTE,
                    "Only code that names the constraint notices: ON CONFLICT ON CONSTRAINT, or errors told apart by"
                            + " it.",
                    "Look for the old name in the code first.",
                    Docs.ALTER_TABLE));
        }
        boolean relation = kind.equals("OBJECT_TABLE") || kind.equals("OBJECT_COLUMN");
        return Stream.of(finding(
                Aspect.BREAKS_CODE,
                Severity.WARNING,
                "Code that uses the old name of the " + what
                        + " fails at once; functions with the name in their text fail when they" + " run.",
                relation
                        ? "Expand first: a view under the old name, or a second column kept in step; contract when no"
                                + " code uses the old name."
                        : "Deploy code that knows both names first, or rename in a quiet moment together with the"
                                + " deployment.",
                Docs.ALTER_TABLE));
    }
}
