package mana.studio.ui.kit;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

/// Lets a piece of a text be marked with the mouse and the keys, and copied: what a text field does, for a flow of texts
/// that is cheap enough for the cells of a list.
final class SelectableText {
    private final TextFlow flow;
    private final Path marked = new Path();
    private final Path caret = new Path();
    /// What is copied for what is marked: more than is shown where the text is cut.
    private UnaryOperator<String> copied = UnaryOperator.identity();
    private String text = "";
    private int anchor;
    private int at;

    SelectableText(TextFlow flow) {
        this.flow = flow;
        marked.getStyleClass().add("text-marked");
        caret.getStyleClass().add("text-caret");
        for (Path path : List.of(marked, caret)) {
            path.setManaged(false);
            path.setMouseTransparent(true);
        }
        flow.setCursor(Cursor.TEXT);
        flow.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        flow.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        flow.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        flow.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        flow.focusedProperty().subscribe(this::focused);
        flow.widthProperty().subscribe(this::paint);
    }

    /// What lies behind and before the text.
    List<Node> shapes() {
        return List.of(marked, caret);
    }

    /// Another text is shown: nothing of it is marked.
    ///
    /// @param shown  as the flow shows it
    /// @param whole  gives what is copied for a piece that reaches to the end of what is shown
    void show(String shown, UnaryOperator<String> whole) {
        text = shown;
        copied = whole;
        mark(0, 0);
    }

    /// What is marked; empty for nothing.
    String marked() {
        int start = Math.min(anchor, at);
        String piece = text.substring(start, Math.max(anchor, at));
        return Math.max(anchor, at) == text.length() && !piece.isEmpty() ? copied.apply(piece) : piece;
    }

    private void mark(int newAnchor, int newAt) {
        anchor = Math.clamp(newAnchor, 0, text.length());
        at = Math.clamp(newAt, 0, text.length());
        paint();
    }

    private void paint() {
        boolean hasFocus = flow.isFocused();
        marked.getElements()
                .setAll(anchor == at ? List.of() : Arrays.asList(flow.getRangeShape(Math.min(anchor, at), Math.max(anchor, at), false)));
        caret.getElements().setAll(hasFocus ? Arrays.asList(flow.getCaretShape(at, true)) : List.of());
    }

    /// One text at a time has something marked: the one with the focus.
    private void focused(boolean has) {
        if (has) {
            paint();
        } else {
            mark(at, at);
        }
    }

    private int indexAt(double x, double y) {
        return flow.getHitInfo(new Point2D(x, y)).getInsertionIndex();
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            int index = indexAt(event.getX(), event.getY());
            mark(event.isShiftDown() ? anchor : index, index);
        }
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            // The list took the focus when the mouse was pressed.
            flow.requestFocus();
            mark(anchor, indexAt(event.getX(), event.getY()));
            event.consume();
        }
    }

    /// Twice marks a word, three times all.
    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() > 1) {
            flow.requestFocus();
            int index = flow.getHitInfo(new Point2D(event.getX(), event.getY())).getCharIndex();
            if (event.getClickCount() > 2) {
                mark(0, text.length());
            } else {
                mark(wordStart(index), wordEnd(index));
            }
            event.consume();
        }
    }

    private static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_';
    }

    private int wordStart(int index) {
        int start = Math.min(index, text.length());
        while (start > 0 && start <= text.length() && isOfWord(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private int wordEnd(int index) {
        int end = index;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void key(KeyEvent event) {
        boolean control = event.isShortcutDown();
        KeyCode code = event.getCode();
        if (control && code == KeyCode.C) {
            copy();
        } else if (control && code == KeyCode.A) {
            mark(0, text.length());
        } else if (!event.isAltDown() && goes(code)) {
            int to = target(code, control);
            mark(event.isShiftDown() ? anchor : to, to);
        } else {
            return;
        }
        event.consume();
    }

    private static boolean goes(KeyCode code) {
        return switch (code) {
            case LEFT, RIGHT, UP, DOWN, HOME, END -> true;
            default -> false;
        };
    }

    private int target(KeyCode code, boolean far) {
        return switch (code) {
            case LEFT -> far ? word(-1) : letter(-1);
            case RIGHT -> far ? word(1) : letter(1);
            case HOME -> far ? 0 : text.lastIndexOf('\n', at - 1) + 1;
            case END -> far ? text.length() : lineEnd();
            case UP -> line(-1);
            default -> line(1);
        };
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int letter(int by) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        int to = by < 0 ? at == 0 ? 0 : letters.preceding(at) : at == text.length() ? at : letters.following(at);
        return to == BreakIterator.DONE ? at : to;
    }

    private int word(int by) {
        int to = at;
        if (by < 0) {
            while (to > 0 && !isOfWord(text.charAt(to - 1))) {
                to--;
            }
            return wordStart(to);
        }
        while (to < text.length() && !isOfWord(text.charAt(to))) {
            to++;
        }
        return wordEnd(to);
    }

    /// The place above or below on the screen, where lines are wrapped too.
    private int line(int by) {
        Bounds here = caret.getBoundsInLocal();
        double y = by < 0 ? here.getMinY() - here.getHeight() / 2 : here.getMaxY() + here.getHeight() / 2;
        if (y < 0) {
            return 0;
        }
        return y > flow.getHeight() ? text.length() : indexAt(here.getCenterX(), y);
    }

    /// What is marked; all where nothing is.
    private void copy() {
        String piece = marked();
        ClipboardContent content = new ClipboardContent();
        content.putString(piece.isEmpty() ? copied.apply(text) : piece);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
