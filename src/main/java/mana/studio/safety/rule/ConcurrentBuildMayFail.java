package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// CREATE INDEX CONCURRENTLY that fails leaves an invalid index.
final class ConcurrentBuildMayFail implements Rule {
    @Override
    public String id() {
        return "concurrent-build-may-fail";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean builds = occasion.is("IndexStmt") && occasion.tree().flag("concurrent") && occasion.isOld();
        return builds
                ? Stream.of(finding(
                        Aspect.FAILS,
                        Severity.NOTE,
                        "Waits for every older transaction; if it fails, an invalid index stays that still costs every"
                                + " write.",
                        "Afterwards look at pg_index.indisvalid; DROP INDEX CONCURRENTLY and try again where it is"
                                + " false.",
                        Docs.CREATE_INDEX))
                : Stream.empty();
    }
}
