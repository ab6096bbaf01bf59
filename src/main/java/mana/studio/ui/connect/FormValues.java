package mana.studio.ui.connect;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mana.studio.connection.Environment;

/// What stands in the form's controls.
///
/// @param host     one or several, with commas; blank for libpq's default, as with the other texts
/// @param remember whether the password goes to `~/.pgpass` once it was accepted
/// @param keep     whether the connection goes to the list once it was made
record FormValues(
        StringProperty paste,
        StringProperty name,
        StringProperty host,
        StringProperty port,
        StringProperty database,
        StringProperty user,
        StringProperty password,
        StringProperty sslMode,
        StringProperty options,
        ObjectProperty<Environment> environment,
        ObjectProperty<ProfileColor> color,
        BooleanProperty readOnly,
        BooleanProperty applyAllowed,
        BooleanProperty remember,
        BooleanProperty keep) {
    static FormValues empty() {
        return new FormValues(
                new SimpleStringProperty(""),
                new SimpleStringProperty(""),
                new SimpleStringProperty(""),
                new SimpleStringProperty(""),
                new SimpleStringProperty(""),
                new SimpleStringProperty(""),
                new SimpleStringProperty(""),
                new SimpleStringProperty("prefer"),
                new SimpleStringProperty(""),
                new SimpleObjectProperty<>(Environment.LOCAL),
                new SimpleObjectProperty<>(ProfileColor.OF_ENVIRONMENT),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(true));
    }
}
