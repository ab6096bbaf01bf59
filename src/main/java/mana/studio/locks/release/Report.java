package mana.studio.locks.release;

import java.time.Instant;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;
import mana.studio.locks.release.Outcome.Proof;
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
        @Nullable Aftermath aftermath) {

    /// The outcome in one word, as in the audit file.
    public String word() {
        Proof proof = proof();
        return proof == null || outcome instanceof Outcome.Unknown ? AuditEntry.word(outcome) : AuditEntry.word(proof);
    }

    /// What the key did; null where it was not watched.
    public @Nullable Proof proof() {
        return AuditEntry.proof(outcome);
    }

    /// Who has the key now, where somebody else took it; null otherwise.
    public @Nullable Backend heldBy() {
        Proof proof = proof();
        return proof == null ? null : AuditEntry.holder(proof);
    }
}
