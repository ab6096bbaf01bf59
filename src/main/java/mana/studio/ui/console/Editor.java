package mana.studio.ui.console;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import mana.studio.catalog.Snapshot;
import mana.studio.console.Completion;
import mana.studio.console.Script;
import mana.studio.statement.SqlStatement;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// Where the SQL is written. It knows the statements of its text and marks the one under the caret.
final class Editor extends StackPane {
    /// A text up to this many characters is split into statements at once, a longer one in the background.
    private static final int SHORT = 30_000;

    private final Session session;
    private final CodePane pane;
    private final CompletionPopup completion;
    private final ReadOnlyObjectWrapper<@Nullable SqlStatement> current = new ReadOnlyObjectWrapper<>();
    private Script script = Script.EMPTY;
    private boolean hasError;

    Editor(Session session) {
        this.session = session;
        pane = CodePane.editable(session.background());
        pane.setId("console-editor");
        getChildren().add(pane);
        completion = new CompletionPopup(pane, this::suggestions);
        pane.text().subscribe(_ -> changed());
        pane.caret().subscribe(_ -> follow());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    CodePane pane() {
        return pane;
    }

    String text() {
        return pane.text().getValue();
    }

    int caret() {
        return pane.caret().getValue();
    }

    /// The statement under the caret; null where the text has none.
    ReadOnlyObjectProperty<@Nullable SqlStatement> current() {
        return current.getReadOnlyProperty();
    }

    /// What Ctrl+Enter runs: what is selected, or the statement under the caret.
    List<SqlStatement> chosen() {
        IndexRange selected = pane.selection();
        return selected.getLength() > 0
                ? Script.within(text(), selected.getStart(), selected.getEnd())
                : Script.of(text()).at(caret()).map(List::of).orElse(List.of());
    }

    List<SqlStatement> all() {
        return Script.of(text()).statements();
    }

    /// Shows another text.
    void show(String text, int caret) {
        pane.setText(text);
        pane.select(Math.min(caret, text.length()), Math.min(caret, text.length()));
    }

    /// Marks a place that the server points at: the word there.
    void markError(int at) {
        String text = text();
        int end = at;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        int to = Math.min(text.length(), Math.max(end, at + 1));
        pane.markError(to == at ? Math.max(0, at - 1) : at, to);
        hasError = true;
    }

    void clearError() {
        if (hasError) {
            pane.markError(0, 0);
            hasError = false;
        }
    }

    void find() {
        pane.find();
    }

    @Override
    public void requestFocus() {
        pane.requestFocus();
    }

    private void changed() {
        String text = text();
        clearError();
        if (text.length() <= SHORT) {
            show(Script.of(text));
        } else {
            session.background()
                    .start(Job.of("Reading the script", _ -> Script.of(text))
                            .quietly()
                            .superseding(this)
                            .whenDone(this::show));
        }
        if (completion.isShowing()) {
            javafx.application.Platform.runLater(completion::show);
        }
    }

    private void show(Script read) {
        script = read;
        follow();
    }

    private void follow() {
        if (!script.text().equals(text())) {
            return;
        }
        Optional<SqlStatement> found = script.at(caret());
        SqlStatement now = found.orElse(null);
        if (now == null || !now.equals(current.get())) {
            current.set(now);
        }
        boolean several = script.statements().size() > 1;
        pane.markPiece(now == null || !several ? 0 : now.start(), now == null || !several ? 0 : now.end());
    }

    private Completion.Suggestions suggestions() {
        Snapshot snapshot = session.catalog().get();
        return Completion.at(text(), caret(), snapshot == null ? null : snapshot.database());
    }

    private void pressed(KeyEvent event) {
        if (event.isControlDown() && event.getCode() == KeyCode.SPACE) {
            completion.show();
            event.consume();
        } else if (event.isShortcutDown() && (event.getCode() == KeyCode.SLASH || event.getCode() == KeyCode.DIVIDE)) {
            toggleComment();
            event.consume();
        }
    }

    /// Shows what may be written at the caret.
    void complete() {
        requestFocus();
        completion.show();
    }

    /// Comments the selected lines out, or back in.
    void toggleComment() {
        IndexRange selected = pane.selection();
        String text = text();
        int start = text.lastIndexOf('\n', selected.getStart() - 1) + 1;
        int last = selected.getLength() > 0 && text.charAt(selected.getEnd() - 1) == '\n'
                ? selected.getEnd() - 1
                : selected.getEnd();
        int newline = text.indexOf('\n', last);
        int end = newline < 0 ? text.length() : newline;
        String toggled = Script.toggledComment(text.substring(start, end));
        pane.replace(start, end, toggled);
        if (selected.getLength() > 0) {
            pane.select(start, start + toggled.length());
        }
    }

    void close() {
        completion.hide();
    }
}
