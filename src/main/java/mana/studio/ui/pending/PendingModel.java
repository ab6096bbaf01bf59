package mana.studio.ui.pending;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import mana.studio.design.Conflict;
import mana.studio.design.Design;
import mana.studio.design.PendingChange;
import mana.studio.design.PendingChanges;
import mana.studio.design.Revert;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.Session;

/// What is pending, as the list, the bar and the menu show it.
final class PendingModel {
    private final PendingDesign pending;
    private final Navigator navigator;
    private final ObservableValue<String> count;

    PendingModel(Session session, PendingDesign pending) {
        this.pending = pending;
        this.navigator = session.navigator();
        this.count = pending.changes().map(changes -> {
            Design design = pending.design().get();
            return design == null ? "" : PendingChanges.count(changes, design.base(), design.database());
        });
    }

    /// `3 changes in 2 tables`; empty for none.
    ObservableValue<String> count() {
        return count;
    }

    ObservableValue<List<ChangeRow>> rows() {
        return pending.changes().map(ChangeRow::of);
    }

    ObservableValue<List<Conflict>> conflicts() {
        return pending.conflicts();
    }

    ObservableValue<String> notice() {
        return Bindings.createStringBinding(
                () -> pending.notice().get() == null ? "" : pending.notice().get(), pending.notice());
    }

    void noticed() {
        pending.noticed();
    }

    /// `Undo Rename column email`; without a name where there is nothing.
    ObservableValue<String> undoWords() {
        return pending.design()
                .map(design ->
                        words("Undo", design == null ? "" : design.undoable().orElse("")));
    }

    ObservableValue<String> redoWords() {
        return pending.design()
                .map(design ->
                        words("Redo", design == null ? "" : design.redoable().orElse("")));
    }

    private static String words(String verb, String label) {
        return label.isEmpty() ? verb : verb + " " + label;
    }

    ObservableValue<Boolean> canUndo() {
        return pending.design()
                .map(design -> design != null && design.undoable().isPresent())
                .orElse(false);
    }

    ObservableValue<Boolean> canRedo() {
        return pending.design()
                .map(design -> design != null && design.redoable().isPresent())
                .orElse(false);
    }

    void undo() {
        pending.undo();
    }

    void redo() {
        pending.redo();
    }

    void discard() {
        pending.discard();
    }

    /// Shows a change in the form it belongs to; what is removed has none.
    void show(PendingChange change) {
        if (change.kind() != PendingChange.Kind.REMOVED || change.part() != null) {
            navigator.show(change.spot());
        }
    }

    /// What would go or come along with the revert of a change, in words.
    List<String> along(PendingChange change) {
        Design design = pending.design().get();
        return design == null
                ? List.of()
                : Revert.of(design.base(), design.current(), change).along();
    }

    void revert(PendingChange change) {
        Design design = pending.design().get();
        if (design != null) {
            pending.edit(Revert.edit(design.base(), change));
        }
    }

    void resolve(Conflict conflict, boolean theirs) {
        pending.resolve(conflict, theirs);
    }

    void show(Conflict conflict) {
        navigator.show(conflict.spot());
    }
}
