package mana.studio.ui.console;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import mana.studio.console.Grid;
import mana.studio.console.Ran;
import mana.studio.console.Ran.Outcome;
import mana.studio.console.StatementWords;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.EmptyState;
import org.kordamp.ikonli.feather.Feather;

/// What came of what was run: a tab for the messages, and one for the rows of each statement.
final class ResultTabs extends StackPane {
    /// So many results have a tab.
    private static final int MOST = 20;

    private final TabPane tabs = new TabPane();
    private final Tab messages = new Tab("Messages");
    private final MessageList list;
    private final EmptyState nothing = new EmptyState(
            Feather.TERMINAL,
            "Nothing was run yet",
            "Ctrl+Enter runs the statement under the caret, or what is selected; Ctrl+Shift+Enter the whole script.");
    private final ConsoleModel model;
    private final Background background;

    ResultTabs(ConsoleModel model, Background background, Consumer<Ran> show) {
        this.model = model;
        this.background = background;
        list = new MessageList(show);
        getStyleClass().add("result-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        messages.setContent(list);
        tabs.getTabs().add(messages);
        tabs.setVisible(false);
        tabs.setId("results");
        getChildren().addAll(nothing, tabs);
    }

    void clear() {
        tabs.getTabs().setAll(List.of(messages));
        list.clear();
    }

    void add(List<? extends Ran> ran) {
        tabs.setVisible(true);
        nothing.setVisible(false);
        list.add(ran);
        for (Ran one : ran) {
            for (Outcome outcome : one.outcomes()) {
                if (outcome instanceof Outcome.Rows(Grid grid)) {
                    add(one, grid);
                } else {
                    tabs.getSelectionModel().select(messages);
                }
            }
            if (!one.notices().isEmpty()) {
                messages.setText("Messages ●");
            }
        }
    }

    void begin() {
        messages.setText("Messages");
    }

    private void add(Ran ran, Grid grid) {
        if (tabs.getTabs().size() > MOST) {
            return;
        }
        boolean plan = StatementWords.of(ran.sql()).tag().equals("EXPLAIN")
                && grid.columns().size() == 1;
        Tab tab = new Tab(plan ? "Plan" : "Result " + tabs.getTabs().size());
        tab.setContent(plan ? plan(grid) : grid(tab, ran, grid));
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
    }

    private Node grid(Tab tab, Ran ran, Grid grid) {
        return new ResultGrid(ran, grid, limit -> model.more(ran, limit, again -> replace(tab, again)));
    }

    private void replace(Tab tab, Ran again) {
        boolean shown = false;
        for (Outcome outcome : again.outcomes()) {
            if (outcome instanceof Outcome.Rows(Grid grid)) {
                tab.setContent(grid(tab, again, grid));
                shown = true;
            }
        }
        if (!shown) {
            list.add(List.of(again));
            tabs.getSelectionModel().select(messages);
        }
    }

    private Node plan(Grid grid) {
        CodePane pane = CodePane.readOnly(background);
        StringBuilder text = new StringBuilder();
        grid.rows().forEach(row -> text.append(row.getFirst().text()).append('\n'));
        pane.setText(text.toString());
        return pane;
    }
}
