package mana.studio.ui.kit;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// What fills a tab of the main window.
public interface TabContent {
    /// Names the tab's content across restarts: `table:auth.users`.
    String key();

    ObservableValue<String> title();

    Node icon();

    Node view();

    /// The tab was chosen: give the focus to the first useful control.
    default void shown() {}

    /// F5: read again what is shown.
    default void refresh() {}

    /// Ctrl+F: go where things are narrowed.
    default void find() {}

    /// A person wants to close the tab: asks where something would be lost. False where it is to stay.
    default boolean mayClose() {
        return true;
    }

    /// What can be done here, for the command palette while the tab is in front. Keys of these are heard by the tab itself.
    default List<Command> commands() {
        return List.of();
    }

    /// The tab is gone: stop listening, cancel what runs.
    default void close() {}
}
