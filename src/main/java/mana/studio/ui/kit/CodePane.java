package mana.studio.ui.kit;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import mana.studio.ui.kit.Background.Job;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional;
import org.fxmisc.richtext.util.UndoUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A pane of SQL or TypeScript: highlighted, with line numbers and a search (Ctrl+F, F3). The rest of the interface does not know
/// which library draws it.
public final class CodePane extends StackPane {
    private static final Logger LOG = LoggerFactory.getLogger(CodePane.class);

    private static final String ERROR = "sql-error";
    private static final String PIECE = "line-piece";

    /// A text up to this many characters is split into tokens at once (under 5 ms), a longer one in the background.
    private static final int SHORT = 30_000;
    /// Lines beyond this many characters are wrapped: RichTextFX lays a line out as one node (its issue 668).
    private static final int LONG_LINE = 2_000;

    private final Background background;
    private final CodeArea area = new CodeArea();
    private final FindBar find;
    private Function<String, SqlHighlight> language = SqlHighlight::of;
    private SqlHighlight shown = SqlHighlight.NONE;
    /// How many characters at the start and at the end were not edited since the highlight was shown.
    private int untouchedStart;
    private int untouchedEnd;
    /// One a line where lines are marked; none otherwise.
    private List<LineMark> marks = List.of();

    private CodePane(Background background, boolean editable) {
        this.background = background;
        getStyleClass().add("code-pane");
        area.setEditable(editable);
        area.setAccessibleText("SQL");
        if (!editable) {
            area.setUndoManager(UndoUtils.noOpUndoManager());
            TabKey.leaves(area);
        }
        area.setParagraphGraphicFactory(this::lineNumber);
        area.plainTextChanges().subscribe(this::changed);
        find = new FindBar(area::getText, new FindTarget());
        setAlignment(find, Pos.TOP_RIGHT);
        getChildren().addAll(new VirtualizedScrollPane<>(area), find);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// A pane to read and copy from.
    public static CodePane readOnly(Background background) {
        return new CodePane(background, false);
    }

    /// A pane to read and copy TypeScript from.
    public static CodePane typeScript(Background background) {
        CodePane pane = new CodePane(background, false);
        pane.language = SqlHighlight::ofTypeScript;
        pane.area.setAccessibleText("TypeScript");
        return pane;
    }

    public static CodePane editable(Background background) {
        return new CodePane(background, true);
    }

    /// A field of a form: a few lines without numbers. Tab leaves it, and what undoes is the form's.
    public static CodePane field(Background background) {
        CodePane pane = new CodePane(background, true);
        pane.area.setParagraphGraphicFactory(null);
        pane.area.setUndoManager(UndoUtils.noOpUndoManager());
        pane.area.setWrapText(true);
        pane.area.getStyleClass().add("code-field-area");
        TabKey.leaves(pane.area);
        return pane;
    }

    /// Shows another text, from its beginning.
    public void setText(String text) {
        area.setWrapText(
                area.getParagraphGraphicFactory() == null
                        || text.lines().anyMatch(line -> line.length() > LONG_LINE));
        area.replaceText(text);
        area.moveTo(0);
        area.requestFollowCaret();
    }

    public ObservableValue<String> text() {
        return area.textProperty();
    }

    /// Opens the search.
    public void find() {
        find.open(area.getSelectedText());
    }

    /// Puts the whole text on the clipboard.
    public void copyAll() {
        ClipboardContent content = new ClipboardContent();
        content.putString(area.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// How a line of a comparison stands out.
    ///
    /// @param number the number of the line; 0 for one that only fills a gap
    public record LineMark(Kind kind, int number) {
        /// What became of the line on the other side.
        public enum Kind {
            SAME(""),
            ADDED("+"),
            REMOVED("−"),
            CHANGED("~"),
            /// A line of the other side that this one has not.
            GAP("");

            private final String sign;

            Kind(String sign) {
                this.sign = sign;
            }
        }
    }

    /// Shows another text, from its beginning, its lines marked with colour and sign.
    ///
    /// @param lineMarks one a line
    public void setText(String text, List<LineMark> lineMarks) {
        marks = List.copyOf(lineMarks);
        setText(text);
        for (int line = 0; line < marks.size(); line++) {
            LineMark.Kind kind = marks.get(line).kind();
            List<String> style = List.of("line-" + kind.name().toLowerCase(Locale.ROOT));
            area.setParagraphStyle(line, kind == LineMark.Kind.SAME ? List.of() : style);
        }
    }

    /// Scrolls both as one; they have lines of the same number and height.
    public void scrollWith(CodePane other) {
        area.estimatedScrollYProperty().addListener((_, _, y) -> scroll(other.area, y));
        other.area.estimatedScrollYProperty().addListener((_, _, y) -> scroll(area, y));
    }

    private static void scroll(CodeArea area, double y) {
        if (Math.abs(area.getEstimatedScrollY() - y) >= 1) {
            area.scrollYToPixel(y);
        }
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    private void changed(PlainTextChange change) {
        untouchedStart = Math.min(untouchedStart, change.getPosition());
        untouchedEnd = Math.min(untouchedEnd, area.getLength() - change.getInsertionEnd());
        highlight();
    }

    private void highlight() {
        String text = area.getText();
        if (text.length() <= SHORT) {
            show(text, language.apply(text));
            return;
        }
        background.start(Job.of("Highlighting", _ -> language.apply(text))
                .quietly()
                .superseding(this)
                .whenDone(highlight -> show(text, highlight))
                .whenFailed(failure -> LOG.error("Highlighting failed; the text stays plain", failure)));
    }

    /// Styles only what changed: the rest keeps its styles, wherever it moved to.
    private void show(String text, SqlHighlight highlight) {
        if (!area.getText().equals(text)) {
            return;
        }
        SqlHighlight.Change change = highlight.since(shown, untouchedStart, untouchedEnd);
        shown = highlight;
        untouchedStart = text.length();
        untouchedEnd = text.length();
        if (change != null) {
            area.setStyleSpans(change.start(), change.spans());
        }
    }

    /// Not RichTextFX's LineNumberFactory: it asks for `-fx-text-background-color`, which AtlantaFX does not define,
    /// and
    /// logs a warning per line.
    private Node lineNumber(int line) {
        int digits = Math.max(2, Integer.toString(area.getParagraphs().size()).length());
        Label number = new Label(Integer.toString(line + 1));
        number.getStyleClass().add("line-number");
        number.setMinWidth(USE_PREF_SIZE);
        number.setPrefWidth(digits * 8 + 24);
        number.setAccessibleText("Line " + (line + 1));
        if (line < marks.size()) {
            mark(number, marks.get(line), digits);
        }
        return number;
    }

    private static void mark(Label number, LineMark mark, int digits) {
        String digitsOf = mark.number() == 0 ? "" : Integer.toString(mark.number());
        number.setText((digitsOf + " " + (mark.kind().sign.isEmpty() ? " " : mark.kind().sign)).stripLeading());
        number.setPrefWidth(digits * 8 + 40);
        String word = mark.kind().name().toLowerCase(Locale.ROOT);
        number.getStyleClass().add("line-number-" + word);
        number.setAccessibleText(mark.number() == 0 ? "gap" : "Line " + mark.number() + " " + word);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            find();
            event.consume();
        } else if (event.getCode() == KeyCode.F3) {
            find.go(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    private final class FindTarget implements FindBar.Target {
        @Override
        public int caret() {
            return area.getSelection().getEnd();
        }

        @Override
        public void select(int start, int end) {
            area.selectRange(start, end);
            area.requestFollowCaret();
        }

        @Override
        public void closed() {
            area.requestFocus();
        }
    }

    /// Shows another text and stays where a person is: only what differs is replaced.
    public void follow(String text) {
        String old = area.getText();
        if (old.equals(text)) {
            return;
        }
        int most = Math.min(old.length(), text.length());
        int start = 0;
        while (start < most && old.charAt(start) == text.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start && old.charAt(old.length() - 1 - end) == text.charAt(text.length() - 1 - end)) {
            end++;
        }
        int anchor = moved(area.getAnchor(), start, old.length() - end, text.length() - old.length());
        int caret = moved(area.getCaretPosition(), start, old.length() - end, text.length() - old.length());
        // It puts the caret behind what it put in.
        area.replaceText(start, old.length() - end, text.substring(start, text.length() - end));
        area.selectRange(anchor, caret);
    }

    /// Where a place in a text is after a part of it was replaced.
    private static int moved(int place, int start, int end, int longer) {
        return place <= start ? place : place >= end ? place + longer : start;
    }

    /// Underlines what is wrong; nothing where both are the same.
    public void markError(int start, int end) {
        int length = area.getLength();
        if (length > 0) {
            area.setStyleSpans(0, area.getStyleSpans(0, length).mapStyles(CodePane::withoutError));
        }
        int to = Math.min(end, length);
        if (start < to) {
            area.setStyleSpans(start, area.getStyleSpans(start, to).mapStyles(CodePane::withError));
        }
    }

    /// Selects a piece of the text, shows it, and takes the focus.
    public void select(int start, int end) {
        area.requestFocus();
        area.selectRange(Math.min(start, area.getLength()), Math.min(end, area.getLength()));
        area.requestFollowCaret();
    }

    /// Where the caret is.
    public ObservableValue<Integer> caret() {
        return area.caretPositionProperty();
    }

    /// Where the caret is on the screen; empty where it is not seen.
    public Optional<Bounds> caretBounds() {
        return area.getCaretBounds();
    }

    /// What is selected: its beginning and its end, the same where nothing is.
    public IndexRange selection() {
        return area.getSelection();
    }

    /// Puts another text in place of a piece, as a person would: it can be undone.
    public void replace(int start, int end, String text) {
        area.replaceText(start, end, text);
    }

    /// Marks the lines of a piece of the text, and only these: what would be acted on.
    public void markPiece(int start, int end) {
        int from = start >= end ? -1 : line(start);
        int to = start >= end ? -1 : line(end);
        for (int line = 0; line < area.getParagraphs().size(); line++) {
            boolean wanted = line >= from && line <= to && from >= 0;
            boolean marked = area.getParagraph(line).getParagraphStyle().contains(PIECE);
            if (wanted != marked) {
                area.setParagraphStyle(line, wanted ? List.of(PIECE) : List.of());
            }
        }
    }

    private int line(int position) {
        return area.offsetToPosition(Math.min(position, area.getLength()), TwoDimensional.Bias.Backward)
                .getMajor();
    }

    private static Collection<String> withoutError(Collection<String> classes) {
        return classes.contains(ERROR)
                ? classes.stream().filter(one -> !one.equals(ERROR)).toList()
                : classes;
    }

    private static Collection<String> withError(Collection<String> classes) {
        return Stream.concat(classes.stream(), Stream.of(ERROR)).toList();
    }

    /// The style classes at a character, for tests of what a person sees.
    Collection<String> stylesAt(int position) {
        return List.copyOf(area.getStyleOfChar(position));
    }
}
