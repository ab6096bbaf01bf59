package mana.studio.ui.activity;

import mana.studio.locks.activity.SessionNow;

/// A row of the table.
///
/// @param depth below the one it waits for; 0 outside the tree
record Line(SessionNow session, int depth) {
    int pid() {
        return session.backend().pid();
    }

    /// Whether both are the same session, whatever it does.
    boolean same(Line other) {
        return session.backend().id().same(other.session.backend().id());
    }
}
