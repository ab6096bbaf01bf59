package mana.studio.ui.preview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import mana.studio.design.Spot;
import mana.studio.safety.words.Consequence;
import mana.studio.ui.kit.FindBar;
import mana.studio.ui.kit.SqlText;
import org.jspecify.annotations.Nullable;

/// The statements, one below the other; only those in sight are drawn. While a person types, what is selected and what
/// is in sight stay, whatever comes before them.
final class StatementList extends StackPane {
    private final StatementActions actions;
    private final ListView<Row> list = new ListView<>();
    private final ReadOnlyObjectWrapper<@Nullable Spot> focused = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Row>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final FindBar find;
    private boolean updating;

    StatementList(StatementActions actions) {
        this.actions = actions;
        list.getStyleClass().add("preview-list");
        list.setAccessibleText("Statements");
        list.setCellFactory(_ -> new RowCell(actions, focused.getReadOnlyProperty()));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedItems().addListener((InvalidationListener) _ -> choose());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        find = new FindBar(this::text, new FindTarget());
        StackPane.setAlignment(find, Pos.TOP_RIGHT);
        getChildren().addAll(list, find);
    }

    /// The rows that a person has chosen.
    ReadOnlyObjectWrapper<List<Row>> chosen() {
        return chosen;
    }

    /// Shows other rows.
    void show(List<Row> rows) {
        Set<String> selected = keys(list.getSelectionModel().getSelectedItems());
        Anchor anchor = anchor();
        updating = true;
        try {
            replace(list.getItems(), rows);
            select(selected);
        } finally {
            updating = false;
        }
        if (anchor != null) {
            anchor.restore();
        }
        choose();
    }

    /// Marks the rows that come from a field, and brings the first in sight.
    void point(@Nullable Spot field) {
        focused.set(field);
        for (int at = 0; at < list.getItems().size(); at++) {
            if (PreviewModel.comesFrom(list.getItems().get(at), field)) {
                if (!isInSight(at)) {
                    list.scrollTo(at);
                }
                return;
            }
        }
    }

    /// Opens the search.
    void find() {
        find.open("");
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void choose() {
        if (!updating) {
            List<Row> now = new ArrayList<>(list.getSelectionModel().getSelectedItems());
            now.removeIf(row -> row == null);
            if (!now.equals(chosen.get())) {
                chosen.set(List.copyOf(now));
            }
        }
    }

    private static Set<String> keys(List<Row> rows) {
        Set<String> keys = new HashSet<>();
        rows.stream().filter(row -> row != null).forEach(row -> keys.add(row.key()));
        return keys;
    }

    /// Touches only what is other than before.
    static void replace(ObservableList<Row> items, List<Row> rows) {
        int start = 0;
        int most = Math.min(items.size(), rows.size());
        while (start < most && items.get(start).key().equals(rows.get(start).key())) {
            update(items, start, rows.get(start));
            start++;
        }
        int end = 0;
        while (end < most - start
                && items.get(items.size() - 1 - end)
                        .key()
                        .equals(rows.get(rows.size() - 1 - end).key())) {
            update(items, items.size() - 1 - end, rows.get(rows.size() - 1 - end));
            end++;
        }
        List<Row> middle = rows.subList(start, rows.size() - end);
        if (items.size() - end > start) {
            items.remove(start, items.size() - end);
        }
        if (!middle.isEmpty()) {
            items.addAll(start, middle);
        }
    }

    private static void update(ObservableList<Row> items, int at, Row row) {
        if (!items.get(at).equals(row)) {
            items.set(at, row);
        }
    }

    private void select(Set<String> keys) {
        MultipleSelectionModel<Row> model = list.getSelectionModel();
        List<Integer> wanted = new ArrayList<>();
        for (int at = 0; at < list.getItems().size(); at++) {
            if (keys.contains(list.getItems().get(at).key())) {
                wanted.add(at);
            }
        }
        if (!wanted.equals(model.getSelectedIndices().stream().sorted().toList())) {
            int focus = list.getFocusModel().getFocusedIndex();
            model.clearSelection();
            if (!wanted.isEmpty()) {
                int[] rest = wanted.stream().skip(1).mapToInt(Integer::intValue).toArray();
                model.selectIndices(wanted.getFirst(), rest);
            } else {
                list.getFocusModel().focus(Math.min(focus, list.getItems().size() - 1));
            }
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    private boolean isInSight(int index) {
        VirtualFlow<?> flow = flow();
        return flow != null
                && flow.getFirstVisibleCell() != null
                && flow.getFirstVisibleCell().getIndex() <= index
                && flow.getLastVisibleCell().getIndex() >= index;
    }

    private @Nullable Anchor anchor() {
        VirtualFlow<?> flow = flow();
        return flow != null && flow.getFirstVisibleCell() instanceof RowCell cell && cell.getItem() != null
                ? new Anchor(flow, cell.getItem().key(), cell.getLayoutY(), cell.getIndex())
                : null;
    }

    /// The row at the top, and how much of it is above.
    private final class Anchor {
        private final VirtualFlow<?> flow;
        private final String key;
        private final double offset;
        private final int index;

        Anchor(VirtualFlow<?> flow, String key, double offset, int index) {
            this.flow = flow;
            this.key = key;
            this.offset = offset;
            this.index = index;
        }

        void restore() {
            for (int at = 0; at < list.getItems().size(); at++) {
                if (list.getItems().get(at).key().equals(key)) {
                    if (at != index) {
                        flow.scrollToTop(at);
                        list.layout();
                        IndexedCell<?> cell = flow.getVisibleCell(at);
                        if (cell != null) {
                            flow.scrollPixels(cell.getLayoutY() - offset);
                        }
                    }
                    return;
                }
            }
        }
    }

    private void pressed(KeyEvent event) {
        Row row = list.getFocusModel().getFocusedItem();
        if (event.getTarget() instanceof SqlText) {
            pressedInSql(event);
            return;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            find();
        } else if (event.getCode() == KeyCode.F3) {
            find.go(event.isShiftDown() ? -1 : 1);
        } else if (event.getTarget() != list || row == null) {
            return;
        } else if (event.getCode() == KeyCode.ENTER) {
            actions.jump(row);
        } else if (event.isShiftDown() && event.getCode() == KeyCode.RIGHT) {
            enterSql();
        } else if (row instanceof Row.Direct direct
                && (event.getCode() == KeyCode.RIGHT && !direct.open()
                        || event.getCode() == KeyCode.LEFT && direct.open())) {
            actions.toggle(direct);
        } else {
            return;
        }
        event.consume();
    }

    /// Marking pieces is the text's own affair.
    private void pressedInSql(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> list.requestFocus();
            case F3 -> find.go(event.isShiftDown() ? -1 : 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Goes into the SQL of the focused row, to mark a piece of it.
    private void enterSql() {
        VirtualFlow<?> flow = flow();
        if (flow != null
                && flow.getVisibleCell(list.getFocusModel().getFocusedIndex()) instanceof RowCell cell) {
            cell.enterSql();
        }
    }

    private void copy() {
        List<Row> rows = list.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(list.getItems()::get)
                .toList();
        StringBuilder sql = new StringBuilder();
        rows.forEach(row -> sql.append(row.sql()));
        if (!sql.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(sql.toString());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    /// All that is searched.
    private String text() {
        StringBuilder text = new StringBuilder();
        list.getItems().forEach(row -> text.append(searched(row)));
        return text.toString();
    }

    private static String searched(Row row) {
        return switch (row) {
            case Row.Direct direct -> direct.sql() + words(direct.consequences());
            case Row.Careful careful -> careful.step().purpose() + "\n" + careful.sql() + words(careful.consequences());
            case Row.Head head -> head.phase().name() + "\n" + head.phase().purpose() + "\n";
            case Row.Remark remark -> remark.text() + "\n";
        };
    }

    private static String words(List<Consequence> consequences) {
        StringBuilder words = new StringBuilder();
        consequences.forEach(one -> words.append(one.text()).append('\n'));
        return words.toString();
    }

    private final class FindTarget implements FindBar.Target {
        private int caret;

        @Override
        public int caret() {
            return caret;
        }

        @Override
        public void select(int start, int end) {
            caret = end;
            int passed = 0;
            for (int at = 0; at < list.getItems().size(); at++) {
                passed += searched(list.getItems().get(at)).length();
                if (start < passed) {
                    list.getSelectionModel().clearAndSelect(at);
                    if (!isInSight(at)) {
                        list.scrollTo(at);
                    }
                    return;
                }
            }
        }

        @Override
        public void closed() {
            list.requestFocus();
        }
    }
}
