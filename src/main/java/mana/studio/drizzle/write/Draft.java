package mana.studio.drizzle.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.snapshot.ServiceScope;

/// A migration as it would be written now.
///
/// @param composition what its files do
/// @param set         the files
public record Draft(Composition composition, MigrationSet set) {
    /// @throws Refusal where it cannot be written like this
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public static Draft of(Wish wish, Place place, Cancellation cancellation) throws Refusal {
        Composition composition = Composer.compose(wish);
        SnapshotWords words = new SnapshotWords(ServiceScope.of(Set.copyOf(wish.schemas())), cancellation);
        MigrationSet set = Assembly.of(composition, place, words::of);
        List<String> remarks = new ArrayList<>(set.remarks());
        remarks.addAll(OneRun.remarks(composition, place));
        String remark = words.remark();
        if (remark != null) {
            remarks.add(remark);
        }
        return new Draft(composition, set.withRemarks(remarks));
    }
}
