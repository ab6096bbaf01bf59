package mana.studio.plan.judge;

import java.util.List;
import mana.studio.plan.random.RandomSchema;

/// Pairs of schemas by chance: two of three are related, the others strangers.
final class RandomPairs {
    private static final List<String> ROLES = List.of("judged_owner", "judged_reader", "judged_writer");
    private static final double[] RATES = {0.03, 0.12, 1};

    private RandomPairs() {}

    /// The pair of a seed, always the same.
    ///
    /// @param version the server's major version
    static DiffCase of(long seed, int version) {
        double rate = RATES[(int) Math.floorMod(seed, (long) RATES.length)];
        return new DiffCase(
                "random/" + seed,
                "random",
                ROLES,
                RandomSchema.of(seed, version),
                RandomSchema.mutated(seed, ~seed, rate, version));
    }
}
