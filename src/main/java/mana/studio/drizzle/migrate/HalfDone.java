package mana.studio.drizzle.migrate;

import mana.studio.apply.Leftover;
import org.jspecify.annotations.Nullable;

/// A migration of which an earlier run in the second mode has committed a part.
///
/// @param tag  of the migration
/// @param hash of its file as it was then
/// @param done how many of its pieces are committed
/// @param note what was found out about the piece that ran when it stopped; empty where nothing had to be
/// @param left an index that is not valid, of the piece that runs next; null for none
public record HalfDone(
        String tag,
        String hash,
        int done,
        String note,
        @Nullable Leftover left) {
    HalfDone withDone(int pieces, String because) {
        return new HalfDone(tag, hash, pieces, because, null);
    }

    HalfDone withLeft(Leftover index, String because) {
        return new HalfDone(tag, hash, done, because, index);
    }
}
