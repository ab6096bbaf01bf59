package mana.studio.ui.locks;

import java.util.List;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;
import javafx.util.Duration;
import mana.studio.locks.release.Aim;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What can be taken away from the board: the statement for somebody with more rights or without this tool, the report
/// for the chat, the report as a file.
final class LockCopies {
    private final LockBoard board;
    private final Supplier<@Nullable Window> window;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final PauseTransition fading = new PauseTransition(Duration.seconds(6));
    private final Button forDba = ReleaseSheet.button("Copy statement for a DBA", Feather.COPY, this::offered);
    private List<Aim> aims = List.of();

    LockCopies(LockBoard board, Supplier<@Nullable Window> window) {
        this.board = board;
        this.window = window;
        fading.setOnFinished(_ -> notice.set(""));
        forDba.setId("lock-dba");
        forDba.managedProperty().bind(forDba.visibleProperty());
    }

    Node menu() {
        MenuItem psql = item("As psql, for a colleague without this tool (Y)", this::psql);
        MenuButton menu = new MenuButton("Copy", Icons.of(Feather.COPY), psql);
        menu.setId("lock-copy");
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        return menu;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    Node forDba() {
        return forDba;
    }

    /// What ending the selected session comes to: where this role may not, somebody else could.
    void offer(Offer ending) {
        aims = ending.aims();
        forDba.setVisible(ending.dba());
    }

    private void offered() {
        statement(aims);
    }

    void psql() {
        statement(aims);
    }

    /// The statement that ends these sessions, if they are still the ones that were seen.
    void statement(List<Aim> of) {
        copy("", "Copied the statement.");
    }

    private void copy(String text, String said) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        say(said);
    }

    private void say(String words) {
        notice.set(words);
        fading.playFromStart();
    }

    /// What was just copied or saved; empty a while later.
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }
}
