package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;
import mana.studio.statement.Node;

/// A sequence set back gives numbers that are taken.
final class SequenceRestart implements Rule {
    @Override
    public String id() {
        return "sequence-restart";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean restarts = occasion.is("AlterSeqStmt")
                        && occasion.tree().list("options").stream()
                                .anyMatch(option -> option.text("defname").equals("restart"))
                || occasion.commands("AT_SetIdentity")
                        .flatMap(Node::all)
                        .anyMatch(node -> node.text("defname").equals("restart"));
        return restarts
                ? Stream.of(finding(
                        Aspect.FAILS,
                        Severity.NOTE,
                        "If the new value is not above the largest in use, inserts collide.",
                        "Look for the largest value first.",
                        Docs.SEQUENCES))
                : Stream.empty();
    }
}
