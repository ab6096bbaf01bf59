package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// BEGIN, COMMIT or ROLLBACK inside a script that its runner has put in a transaction.
final class TransactionInScript implements Rule {
    @Override
    public String id() {
        return "transaction-in-script";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (!occasion.is("TransactionStmt") || !occasion.course().inTransaction()) {
            return Stream.empty();
        }
        String kind = occasion.tree().text("kind");
        boolean begins = kind.equals("TRANS_STMT_BEGIN") || kind.equals("TRANS_STMT_START");
        return begins
                ? Stream.of(finding(
                        Aspect.TRANSACTION,
                        Severity.WARNING,
                        "A transaction is open already: the server only warns, and the next COMMIT ends the outer one.",
                        "Leave out BEGIN and COMMIT: whoever runs the script opens the transaction.",
                        Docs.TRANSACTIONS))
                : Stream.empty();
    }
}
