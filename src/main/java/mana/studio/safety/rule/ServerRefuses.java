package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// What the server will answer with an error.
final class ServerRefuses implements Rule {
    @Override
    public String id() {
        return "server-refuses";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        String error = occasion.effects().error();
        return error == null
                ? Stream.empty()
                : Stream.of(finding(
                        Aspect.FAILS,
                        Severity.DANGER,
                        "The server refuses: " + error + ".",
                        "The migration stops here, and what ran before in the same transaction is undone.",
                        Docs.ALTER_TABLE));
    }
}
