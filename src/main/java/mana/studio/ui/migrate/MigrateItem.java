package mana.studio.ui.migrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mana.studio.apply.LineState;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.drizzle.migrate.Leg;
import mana.studio.drizzle.migrate.PendingFile;
import mana.studio.drizzle.migrate.Piece;
import mana.studio.drizzle.migrate.Proposal;
import mana.studio.plan.Statement;
import mana.studio.safety.Severity;
import mana.studio.safety.words.Consequence;
import mana.studio.safety.words.Consequences;
import mana.studio.schema.QualifiedName;

/// A row of what runs.
sealed interface MigrateItem {
    /// A migration.
    ///
    /// @param file its place among those that run, from 0
    /// @param done how many of its pieces ran
    record File(int file, PendingFile pending, int done, boolean committed) implements MigrateItem {}

    /// A piece of one.
    ///
    /// @param why          a commit stands before it, or it runs outside of a transaction; empty for neither
    /// @param consequences that matter, the worst first
    /// @param runningMillis how long it runs; negative where it does not
    record Sent(int file, Piece piece, String why, List<Consequence> consequences, LineState state, long runningMillis)
            implements MigrateItem {
        Sent with(LineState other, long millis) {
            return new Sent(file, piece, why, consequences, other, millis);
        }
    }

    static List<MigrateItem> of(Proposal proposal, Map<QualifiedName, RelationSize> sizes) {
        List<MigrateItem> items = new ArrayList<>();
        for (int file = 0; file < proposal.files().size(); file++) {
            PendingFile pending = proposal.files().get(file);
            items.add(new File(file, pending, pending.done(), false));
            for (Piece piece : pending.pieces()) {
                boolean before = piece.number() <= pending.done();
                items.add(new Sent(
                        file,
                        piece,
                        why(proposal, file, piece),
                        before ? List.of() : consequences(piece, sizes),
                        before ? new LineState.Committed(Duration.ZERO, List.of()) : new LineState.Pending(),
                        -1));
            }
        }
        return items;
    }

    private static String why(Proposal proposal, int file, Piece piece) {
        for (Leg leg : proposal.legs()) {
            boolean first = !leg.parts().isEmpty()
                    && leg.parts().getFirst().file() == file
                    && leg.parts().getFirst().piece().number() == piece.number();
            if (first && !leg.why().isEmpty()) {
                return (leg.alone() ? "Runs outside of a transaction. " : "After a commit. ") + leg.why();
            }
        }
        return "";
    }

    private static List<Consequence> consequences(Piece piece, Map<QualifiedName, RelationSize> sizes) {
        return piece.verdicts().stream()
                .flatMap(
                        verdict -> Consequences.of(
                                new Statement(verdict.statement().text(), null, null, List.of(), true), verdict, sizes)
                                .stream())
                .filter(consequence -> consequence.severity() != Severity.NOTE)
                .toList();
    }
}
