package mana.studio.ui.shell;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.TabContent;
import mana.studio.ui.shell.Sides.SideContent;
import org.kordamp.ikonli.Ikon;

/// A tab that belongs to the whole database: its diagram, its changes.
final class ScreenTab implements TabContent {
    private final String key;
    private final ReadOnlyStringWrapper title;
    private final Ikon icon;
    private final SideContent content;

    ScreenTab(String key, String title, Ikon icon, SideContent content) {
        this.key = key;
        this.title = new ReadOnlyStringWrapper(title);
        this.icon = icon;
        this.content = content;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public ObservableValue<String> title() {
        return title.getReadOnlyProperty();
    }

    @Override
    public Node icon() {
        return Icons.of(icon);
    }

    @Override
    public Node view() {
        return content.view();
    }

    @Override
    public void shown() {
        content.shown().run();
    }

    @Override
    public void refresh() {
        content.refresh().run();
    }

    @Override
    public void find() {
        content.find().run();
    }

    @Override
    public void close() {
        content.close().run();
    }
}
