package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Columns beyond the third seldom narrow a search.
final class WideIndex implements Rule {
    @Override
    public String id() {
        return "wide-index";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.is("IndexStmt")
                        && !occasion.tree().flag("unique")
                        && occasion.tree().list("indexParams").size() > 3
                ? Stream.of(finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        "An index of more than three columns is large, slows writes, and is seldom used to the end.",
                        "Begin it with the columns that narrow most, and leave the others out.",
                        Docs.CREATE_INDEX))
                : Stream.empty();
    }
}
