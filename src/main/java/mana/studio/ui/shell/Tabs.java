package mana.studio.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import mana.studio.ui.kit.Command;
import mana.studio.ui.kit.TabContent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The tabs in the centre: one per thing, found again by its key.
final class Tabs {
    private static final int REMEMBERED = 20;

    private final TabPane pane = new TabPane();
    private final Function<String, Optional<TabContent>> reopener;
    private final Runnable changed;
    private final Deque<String> closed = new ArrayDeque<>();

    /// @param reopener makes the content of a key; empty where the thing is gone
    /// @param changed  called after tabs were opened, closed or chosen
    Tabs(Function<String, Optional<TabContent>> reopener, Runnable changed) {
        this.reopener = reopener;
        this.changed = changed;
        pane.setId("tabs");
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        pane.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        pane.getStyleClass().add("studio-tabs");
        pane.getSelectionModel().selectedItemProperty().subscribe(tab -> {
            if (tab != null) {
                // After this event the tab's content can be put into the scene, where alone it can take the focus.
                Platform.runLater(() -> showSelected(tab));
            }
            changed.run();
        });
    }

    private void showSelected(Tab tab) {
        if (tab.isSelected()) {
            contentOf(tab).shown();
            if (!hasFocus(tab.getContent())) {
                // What its content wants to have the focus is not there yet: it must not stay in a tab that is hidden.
                Panes.focusable(tab.getContent()).findFirst().ifPresent(Node::requestFocus);
            }
        }
    }

    private boolean hasFocus(Node content) {
        Node at = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        while (at != null && at != content) {
            at = at.getParent();
        }
        return at != null;
    }

    Node view() {
        return pane;
    }

    /// Whether no tab is open.
    BooleanBinding empty() {
        return Bindings.isEmpty(pane.getTabs());
    }

    /// Shows the tab of a key, made where there is none.
    TabContent show(String key, Supplier<TabContent> maker) {
        Optional<Tab> existing = tabs().filter(tab -> contentOf(tab).key().equals(key)).findFirst();
        Tab tab = existing.orElseGet(() -> add(maker.get()));
        pane.getSelectionModel().select(tab);
        return contentOf(tab);
    }

    private Tab add(TabContent content) {
        Tab tab = new Tab();
        tab.textProperty().bind(content.title());
        tab.setGraphic(content.icon());
        tab.setContent(content.view());
        tab.setUserData(content);
        tab.setOnCloseRequest(event -> {
            if (!content.mayClose()) {
                event.consume();
            }
        });
        tab.setOnClosed(_ -> closed(content));
        tab.setContextMenu(menu(tab));
        pane.getTabs().add(tab);
        return tab;
    }

    private ContextMenu menu(Tab tab) {
        MenuItem close = new MenuItem("Close tab");
        close.setOnAction(_ -> close(tab));
        MenuItem others = new MenuItem("Close other tabs");
        others.setOnAction(_ -> tabs().filter(other -> other != tab).toList().forEach(this::close));
        MenuItem all = new MenuItem("Close all tabs");
        all.setOnAction(_ -> tabs().toList().forEach(this::close));
        return new ContextMenu(close, others, all);
    }

    Optional<TabContent> selected() {
        return Optional.ofNullable(pane.getSelectionModel().getSelectedItem()).map(Tabs::contentOf);
    }

    void closeSelected() {
        Tab tab = pane.getSelectionModel().getSelectedItem();
        if (tab != null) {
            close(tab);
        }
    }

    private void close(Tab tab) {
        if (!contentOf(tab).mayClose()) {
            return;
        }
        pane.getTabs().remove(tab);
        closed(contentOf(tab));
    }

    private void closed(TabContent content) {
        closed.remove(content.key());
        closed.push(content.key());
        if (closed.size() > REMEMBERED) {
            closed.removeLast();
        }
        content.close();
        changed.run();
    }

    /// Opens the tab that was closed last and still exists.
    void reopen() {
        while (!closed.isEmpty()) {
            Optional<TabContent> content = reopener.apply(closed.pop());
            if (content.isPresent()) {
                show(content.get().key(), content::get);
                return;
            }
        }
    }

    /// Whether {@link #reopen} may open one.
    boolean canReopen() {
        return !closed.isEmpty();
    }

    /// Going to each of the tabs that are not in front.
    List<Command> commands() {
        return tabs().filter(tab -> !tab.isSelected()).map(this::goTo).toList();
    }

    private Command goTo(Tab tab) {
        return new Command("tab " + contentOf(tab).key(), "Go to tab", () -> pane.getSelectionModel()
                        .select(tab))
                .about(tab.getText())
                .with(Feather.ARROW_RIGHT);
    }

    /// Chooses the next tab, or the one before.
    void step(int by) {
        int count = pane.getTabs().size();
        if (count > 0) {
            pane.getSelectionModel().select(Math.floorMod(pane.getSelectionModel().getSelectedIndex() + by, count));
        }
    }

    /// Chooses the tab of an index, counted from 0; nothing where there is none.
    void select(int index) {
        if (index < pane.getTabs().size()) {
            pane.getSelectionModel().select(index);
        }
    }

    WindowState.OpenTabs state() {
        return new WindowState.OpenTabs(
                tabs().map(tab -> contentOf(tab).key()).toList(),
                selected().map(TabContent::key).orElse(null));
    }

    /// Opens the tabs of an earlier time, those whose things still exist.
    void restore(WindowState.OpenTabs state) {
        List<TabContent> contents =
                state.keys().stream().map(reopener).flatMap(Optional::stream).toList();
        contents.forEach(this::add);
        select(state.selected());
    }

    private void select(@Nullable String key) {
        tabs().filter(tab -> contentOf(tab).key().equals(key))
                .findFirst()
                .ifPresent(tab -> pane.getSelectionModel().select(tab));
    }

    void clear() {
        List<Tab> open = tabs().toList();
        pane.getTabs().clear();
        open.forEach(tab -> contentOf(tab).close());
        closed.clear();
    }

    private Stream<Tab> tabs() {
        return List.copyOf(pane.getTabs()).stream();
    }

    private static TabContent contentOf(Tab tab) {
        return (TabContent) tab.getUserData();
    }
}
