package mana.studio.ui.locks;

import java.util.List;
import mana.studio.locks.Holder;
import mana.studio.locks.LockId;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Aim;
import mana.studio.locks.verdict.Assessment;
import org.jspecify.annotations.Nullable;

/// What a person has in mind when they open the sheet.
sealed interface Plan {
    LockId lock();

    /// The lock's name and key, for the title.
    String called();

    /// To end sessions, or to cancel what they run.
    ///
    /// @param assessment of the lock; null for one of many keys that was not judged
    record OfSessions(
            LockId lock,
            String called,
            Act act,
            List<Aim> aims,
            @Nullable Assessment assessment) implements Plan {
        public OfSessions {
            aims = List.copyOf(aims);
        }
    }

    /// To end a prepared transaction, one way or the other.
    ///
    /// @param database its name
    record OfPrepared(LockId lock, String called, Holder.Prepared holder, String database) implements Plan {}
}
