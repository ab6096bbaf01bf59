package mana.studio.cli;

import mana.studio.drizzle.migrate.Leg;
import mana.studio.drizzle.migrate.Mode;
import mana.studio.drizzle.migrate.Obstacle;
import mana.studio.drizzle.migrate.PendingFile;
import mana.studio.drizzle.migrate.Proposal;
import mana.studio.drizzle.migrate.RunLog;

/// What would run, for people.
final class MigrateText {
    private MigrateText() {}

    static String of(Proposal proposal) {
        StringBuilder text = new StringBuilder();
        Obstacle obstacle = proposal.obstacle();
        if (obstacle != null) {
            text.append(obstacle.what()).append('\n').append(obstacle.remedy()).append('\n');
        } else if (proposal.files().isEmpty()) {
            text.append(proposal.hasNoJournal() ? "There are no migrations yet." : "Nothing is pending.")
                    .append('\n');
        } else {
            files(proposal, text);
        }
        proposal.foreseen()
                .forEach(foreseen -> text.append(RunLog.foreseen(foreseen)).append('\n'));
        return text.toString();
    }

    private static void files(Proposal proposal, StringBuilder text) {
        for (PendingFile file : proposal.files()) {
            int statements = file.pieces().size() - file.done();
            text.append("would run ")
                    .append(file.migration().tag())
                    .append(", ")
                    .append(statements)
                    .append(statements == 1 ? " statement" : " statements")
                    .append('\n');
        }
        long transactions = proposal.legs().stream().filter(leg -> !leg.alone()).count();
        long outside = proposal.legs().stream().filter(Leg::alone).count();
        text.append(
                proposal.mode() == Mode.ONE_TRANSACTION
                        ? "all in one transaction\n"
                        : "in " + transactions + (transactions == 1 ? " transaction" : " transactions")
                                + (outside == 0 ? "" : ", and " + outside + " outside of any") + "\n");
    }
}
