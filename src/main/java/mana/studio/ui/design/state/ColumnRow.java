package mana.studio.ui.design.state;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.schema.Identity;

/// A place in the grid that one column keeps whatever becomes of it, so that what shows it need not be made anew.
public final class ColumnRow {
    private final Identity id;
    private final ReadOnlyObjectWrapper<ColumnLine> line;

    ColumnRow(ColumnLine first) {
        id = first.id();
        line = new ReadOnlyObjectWrapper<>(first);
    }

    public Identity id() {
        return id;
    }

    public ReadOnlyObjectProperty<ColumnLine> line() {
        return line.getReadOnlyProperty();
    }

    void show(ColumnLine newest) {
        line.set(newest);
    }
}
