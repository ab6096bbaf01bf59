package mana.studio.ui.migration;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import mana.studio.design.PendingChange;

/// A pending change that goes into the migration, or stays pending.
///
/// @param homeless whether no service owns its schema
record Choice(PendingChange change, boolean homeless, BooleanProperty taken) {
    static Choice of(PendingChange change, boolean homeless) {
        return new Choice(change, homeless, new SimpleBooleanProperty(!homeless));
    }

    /// `added · column nick of auth.users`.
    String words() {
        String what = change.part() == null ? change.word() + " " + change.name() : change.words();
        String where = change.part() == null || what.contains(change.of()) ? "" : " · " + change.of();
        return change.kind().word() + " " + what + where + (homeless ? " · no service owns its schema" : "");
    }
}
