package mana.studio.locks.names;

import java.util.Optional;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.names.LockName.Category;
import mana.studio.locks.names.LockName.Source;

/// A key whose bytes are letters: somebody chose them to be read.
public final class Letters implements LockNames {
    @Override
    public Optional<LockName> of(AdvisoryLock lock) {
        return lock.key()
                .mnemonic()
                .map(text -> new LockName(
                        "“" + text + "”", Source.LETTERS, "its bytes read as letters", Category.OTHER, false));
    }
}
