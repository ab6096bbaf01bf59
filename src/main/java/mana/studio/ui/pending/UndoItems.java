package mana.studio.ui.pending;

import java.util.List;
import javafx.scene.control.MenuItem;
import mana.studio.ui.kit.Session;

/// The entries of a menu that undo and redo the design, and say what: `Undo Rename column email`.
public final class UndoItems {
    private UndoItems() {}

    public static List<MenuItem> of(Session session, PendingDesign pending) {
        PendingModel model = new PendingModel(session, pending);
        MenuItem undo = new MenuItem();
        undo.textProperty().bind(model.undoWords().orElse("Undo"));
        undo.disableProperty().bind(model.canUndo().map(can -> !can));
        undo.setOnAction(_ -> model.undo());
        MenuItem redo = new MenuItem();
        redo.textProperty().bind(model.redoWords().orElse("Redo"));
        redo.disableProperty().bind(model.canRedo().map(can -> !can));
        redo.setOnAction(_ -> model.redo());
        return List.of(undo, redo);
    }
}
