package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Logical replication carries rows, not definitions.
final class DdlIsNotReplicated implements Rule {
    @Override
    public String id() {
        return "ddl-is-not-replicated";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean publishes = occasion.situation().database() != null
                && occasion.situation().database().others().stream()
                        .anyMatch(other -> other.kind().equals("publication"));
        boolean changes = Stream.of("AT_AddColumn", "AT_AlterColumnType", "AT_DropColumn")
                .flatMap(occasion::commands)
                .findAny()
                .isPresent();
        return publishes && changes && occasion.isOld()
                ? Stream.of(finding(
                        Aspect.REPLICATION,
                        Severity.NOTE,
                        "The database publishes rows: subscribers do not get this change and stop where rows no longer"
                                + " fit.",
                        "Change the subscribers first where columns come, last where they go.",
                        Docs.REPLICATION))
                : Stream.empty();
    }
}
