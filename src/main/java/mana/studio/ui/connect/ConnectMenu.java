package mana.studio.ui.connect;

import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Profile;

/// What can be done with a saved connection.
record ConnectMenu(
        Consumer<Profile> connect, Consumer<Profile> edit, Consumer<Profile> duplicate, Consumer<Profile> delete) {
    ContextMenu of(Profile profile) {
        return new ContextMenu(
                item("Connect", connect, profile),
                item("Edit", edit, profile),
                item("Duplicate", duplicate, profile),
                item("Copy URL without password", ConnectMenu::copyUrl, profile),
                new SeparatorMenuItem(),
                item("Delete…", delete, profile));
    }

    private static MenuItem item(String words, Consumer<Profile> action, Profile profile) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(_ -> action.accept(profile));
        return item;
    }

    private static void copyUrl(Profile profile) {
        ClipboardContent content = new ClipboardContent();
        content.putString(ConnectionString.print(profile.target()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
