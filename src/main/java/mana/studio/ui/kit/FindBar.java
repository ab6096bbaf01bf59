package mana.studio.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Finds words in a text, whatever their case: a field, how many there are, the way to the next and the one before.
public final class FindBar extends HBox {
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final Supplier<String> text;
    private final Target target;
    private List<Integer> found = List.of();

    /// What a find bar searches.
    public interface Target {
        int caret();

        void select(int start, int end);

        void closed();
    }

    public FindBar(Supplier<String> text, Target target) {
        super(4);
        this.text = text;
        this.target = target;
        getStyleClass().add("find-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        field.setId("find-field");
        field.setPromptText("Find");
        field.setAccessibleText("Find in text");
        field.textProperty().addListener((InvalidationListener) _ -> search());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        count.getStyleClass().add("find-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        field,
                        count,
                        button(Feather.CHEVRON_UP, "Previous (Shift+F3)", () -> go(-1)),
                        button(Feather.CHEVRON_DOWN, "Next (F3)", () -> go(1)),
                        button(Feather.X, "Close (Esc)", this::close));
        setVisible(false);
        setManaged(false);
    }

    /// Shows itself.
    ///
    /// @param selected what is looked for at first; empty for what was looked for last
    public void open(String selected) {
        setVisible(true);
        setManaged(true);
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
            field.setText(selected);
        }
        search();
        field.requestFocus();
        field.selectAll();
    }

    /// Goes to the next occurrence, or to the one before; opens the bar where nothing is searched yet.
    public void go(int direction) {
        if (field.getText().isEmpty()) {
            open("");
            return;
        }
        found = occurrences(text.get(), field.getText());
        show(direction > 0 ? next() : previous());
    }

    private void search() {
        found = occurrences(text.get(), field.getText());
        show(
                found.isEmpty()
                        ? -1
                        : Math.max(0, firstFrom(target.caret() - field.getText().length())));
    }

    private void show(int index) {
        boolean asked = !field.getText().isEmpty();
        count.setText(!asked ? "" : found.isEmpty() ? "none" : (index + 1) + " of " + found.size());
        if (index >= 0) {
            int start = found.get(index);
            target.select(start, start + field.getText().length());
        }
    }

    /// The selection ends at the caret: what begins there or later comes next, and after the last the first.
    private int next() {
        return found.isEmpty() ? -1 : Math.max(0, firstFrom(target.caret()));
    }

    private int previous() {
        int here = firstFrom(target.caret() - field.getText().length());
        return found.isEmpty() ? -1 : Math.floorMod((here < 0 ? found.size() : here) - 1, found.size());
    }

    /// -1 where none begins there or later.
    private int firstFrom(int position) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) >= position) {
                return i;
            }
        }
        return -1;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            go(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    private void close() {
        setVisible(false);
        setManaged(false);
        target.closed();
    }

    /// Where a text holds another, whatever the case; those that overlap the one before left out.
    static List<Integer> occurrences(String text, String wanted) {
        List<Integer> found = new ArrayList<>();
        if (wanted.isEmpty()) {
            return found;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        boolean sameLength = lower.length() == text.length();
        String in = sameLength ? lower : text;
        String what = sameLength ? wanted.toLowerCase(Locale.ROOT) : wanted;
        for (int at = in.indexOf(what); at >= 0; at = in.indexOf(what, at + what.length())) {
            found.add(at);
        }
        return found;
    }

    private static Button button(Feather icon, String words, Runnable action) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
