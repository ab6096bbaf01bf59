package mana.studio.apply;

import java.util.List;
import mana.studio.safety.dryrun.ServerError;

/// How an application ended.
public sealed interface Ending {
    /// Everything ran and is committed.
    record Applied() implements Ending {}

    /// The database is no longer the one the order was made for: nothing ran.
    ///
    /// @param changes what has changed, as statements
    record Stale(List<String> changes) implements Ending {
        public Stale {
            changes = List.copyOf(changes);
        }
    }

    /// The server refused a line.
    ///
    /// @param line     its number; 0 where it was the commit that failed
    /// @param attempts how often it was tried
    record Failed(int line, ServerError error, int attempts) implements Ending {}

    /// A question had another answer than the one it goes on with.
    record Unmet(int line, String answer, String wanted) implements Ending {}

    /// A person stopped it.
    record Cancelled() implements Ending {}

    /// The server was lost, and what became of the last leg with it.
    record Lost(String message) implements Ending {}
}
