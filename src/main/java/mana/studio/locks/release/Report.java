package mana.studio.locks.release;

import java.time.Instant;
import mana.studio.locks.Board;
import org.jspecify.annotations.Nullable;

/// What an order came to.
///
/// @param order     given
/// @param begun     by this computer's clock
/// @param before    the look just before; null where that failed
/// @param statement that was sent, with its parameters; empty where none was
/// @param outcome   of it
/// @param aftermath what is left behind; null where nothing was done
public record Report(
        Order order,
        Instant begun,
        @Nullable Board before,
        String statement,
        Outcome outcome,
        @Nullable Aftermath aftermath) {}
