package mana.studio.drizzle.write;

import java.util.Set;
import mana.studio.drizzle.snapshot.ServiceScope;
import mana.studio.drizzle.snapshot.Translation;

/// A migration as it would be written now.
///
/// @param composition what its files do
/// @param set         the files
public record Draft(Composition composition, MigrationSet set) {
    /// @throws Refusal where it cannot be written like this
    public static Draft of(Wish wish, Place place) throws Refusal {
        Composition composition = Composer.compose(wish);
        ServiceScope scope = ServiceScope.of(Set.copyOf(wish.schemas()));
        MigrationSet set = Assembly.of(
                composition,
                place,
                (now, last, before, renames) -> Translation.of(now, scope, last, before, renames).schema());
        return new Draft(composition, set);
    }
}
