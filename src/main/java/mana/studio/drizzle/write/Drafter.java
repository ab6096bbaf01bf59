package mana.studio.drizzle.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.snapshot.ServiceScope;
import mana.studio.drizzle.snapshot.Unmodelled;

/// Makes drafts of migrations, one after the other while a person chooses and types. Safe for use by several threads:
/// one at a time gets in.
public final class Drafter {
    private final DescribedDatabase described = new DescribedDatabase();

    /// @throws Refusal where it cannot be written like this
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public synchronized Draft draft(Wish wish, Place place, Cancellation cancellation) throws Refusal {
        for (OwnStatement own : wish.options().own()) {
            String problem = own.problem().orElse(null);
            if (problem != null) {
                throw new Refusal(Refusal.Reason.STATEMENT, problem);
            }
        }
        Composition composition = Composer.compose(wish);
        ServiceScope scope = ServiceScope.of(Set.copyOf(wish.schemas()));
        SnapshotWords words = new SnapshotWords(scope, described, cancellation);
        MigrationSet set = Assembly.of(composition, place, words::of);
        List<String> remarks = new ArrayList<>(set.remarks());
        remarks.addAll(OneRun.remarks(composition, place));
        words.remark().ifPresent(remarks::add);
        words.wordless().stream().map(Drafter::sentence).forEach(remarks::add);
        return new Draft(composition, set.withRemarks(remarks));
    }

    private static String sentence(Unmodelled part) {
        return "Only the SQL has %s of %s: Drizzle has no words for it, and its push %s."
                .formatted(
                        part.what(),
                        part.object(),
                        switch (part.push()) {
                            case IGNORES -> "leaves it alone";
                            case DROPS -> "drops it";
                            case CHANGES -> "changes it";
                        });
    }
}
