package mana.studio.ui.diagram;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the pointer is at and what it draws.
final class Pointing {
    private final ReadOnlyObjectWrapper<Hit> hover = new ReadOnlyObjectWrapper<>(Hit.NOTHING);
    private final ReadOnlyObjectWrapper<Connection> connection = new ReadOnlyObjectWrapper<>(Connection.NONE);

    ReadOnlyObjectProperty<Hit> hover() {
        return hover.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Connection> connection() {
        return connection.getReadOnlyProperty();
    }

    void over(Hit hit) {
        hover.set(hit);
    }

    void draw(Connection now) {
        connection.set(now);
    }
}
