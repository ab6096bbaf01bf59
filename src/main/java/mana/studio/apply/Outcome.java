package mana.studio.apply;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of an order.
///
/// @param committed  how many of its legs stay, from the first
/// @param comparison the database as it is now with what it was to be; null where nothing was to be compared, or it
/// could
///                   not be read
/// @param leftovers  indexes in the database that are not valid, from this order or an earlier one
public record Outcome(
        Ending ending,
        int committed,
        Duration time,
        @Nullable Comparison comparison,
        List<Leftover> leftovers) {
    public Outcome {
        leftovers = List.copyOf(leftovers);
    }
}
