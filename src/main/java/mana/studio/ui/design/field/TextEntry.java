package mana.studio.ui.design.field;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import mana.studio.design.Sketch;
import mana.studio.design.Spot.Field;
import mana.studio.ui.design.field.FieldBox.Width;
import mana.studio.ui.design.state.Choice;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.Typing;
import org.jspecify.annotations.Nullable;

/// A text of the design. Every letter changes the design; all from taking the focus to leaving it is one step of undo,
/// and Escape takes it back.
public final class TextEntry<P> implements FormField {
    /// What a text means for the whole design.
    public interface Meaning {
        Sketch apply(Sketch sketch, String text);
    }

    private final PartModel<P> part;
    private final String name;
    private final Field field;
    private final Function<P, String> get;
    private final Editor editor;
    private final FieldBox box;
    private final @Nullable Completion completion;
    private Meaning meaning;
    private Function<String, String> refusal = _ -> "";
    private Function<String, String> doubt = _ -> "";
    private Function<P, String> lock = _ -> "";
    private @Nullable Typing typing;
    private String known = "";
    private String local = "";
    private boolean showing;

    private TextEntry(
            PartModel<P> part,
            String name,
            Field field,
            Function<P, String> get,
            BiFunction<P, String, P> set,
            Editor editor,
            Width width,
            @Nullable Function<String, List<Choice>> choices) {
        this.part = part;
        this.name = name;
        this.field = field;
        this.get = get;
        this.editor = editor;
        this.meaning = (sketch, text) -> part.changed(sketch, old -> set.apply(old, text));
        Region node = editor.node();
        box = new FieldBox(part, name, field, node, width);
        completion = choices != null && node instanceof TextField line
                ? new Completion(line, choices, choice -> take(line, choice))
                : null;
        editor.listen(this::typed);
        node.focusWithinProperty().subscribe(this::focused);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// A line.
    public static <P> TextEntry<P> line(
            PartModel<P> part, String name, Field field, Function<P, String> get, BiFunction<P, String, P> set) {
        return new TextEntry<>(part, name, field, get, set, Editor.line(new TextField()), Width.MEDIUM, null);
    }

    /// A number or a word.
    public static <P> TextEntry<P> brief(
            PartModel<P> part, String name, Field field, Function<P, String> get, BiFunction<P, String, P> set) {
        return new TextEntry<>(part, name, field, get, set, Editor.line(new TextField()), Width.SHORT, null);
    }

    /// A name, or another line that may be long.
    public static <P> TextEntry<P> longLine(
            PartModel<P> part, String name, Field field, Function<P, String> get, BiFunction<P, String, P> set) {
        return new TextEntry<>(part, name, field, get, set, Editor.line(new TextField()), Width.LONG, null);
    }

    /// A line with a list of what it could hold.
    public static <P> TextEntry<P> choosing(
            PartModel<P> part,
            String name,
            Field field,
            Function<P, String> get,
            BiFunction<P, String, P> set,
            Function<String, List<Choice>> choices) {
        return new TextEntry<>(part, name, field, get, set, Editor.line(new TextField()), Width.MEDIUM, choices);
    }

    /// A longer line with a list of what it could hold.
    public static <P> TextEntry<P> choosingLong(
            PartModel<P> part,
            String name,
            Field field,
            Function<P, String> get,
            BiFunction<P, String, P> set,
            Function<String, List<Choice>> choices) {
        return new TextEntry<>(part, name, field, get, set, Editor.line(new TextField()), Width.LONG, choices);
    }

    /// Prose.
    public static <P> TextEntry<P> prose(
            PartModel<P> part, String name, Field field, Function<P, String> get, BiFunction<P, String, P> set) {
        return new TextEntry<>(part, name, field, get, set, Editor.lines(), Width.FULL, null);
    }

    /// SQL.
    public static <P> TextEntry<P> code(
            PartModel<P> part, String name, Field field, Function<P, String> get, BiFunction<P, String, P> set) {
        Editor editor = Editor.code(part.table().session().background(), 2);
        return new TextEntry<>(part, name, field, get, set, editor, Width.FULL, null);
    }

    /// Changes more than the part: a rename takes along what names it.
    public TextEntry<P> meaning(Meaning other) {
        meaning = other;
        return this;
    }

    /// @param reason why a text is none that can be kept; empty where it can
    public TextEntry<P> refusing(Function<String, String> reason) {
        refusal = reason;
        return this;
    }

    /// @param reason why a text may well be wrong, and is kept all the same; empty where it seems right
    public TextEntry<P> doubting(Function<String, String> reason) {
        doubt = reason;
        return this;
    }

    /// @param reason why it cannot be changed; empty where it can
    public TextEntry<P> locked(Function<P, String> reason) {
        lock = reason;
        return this;
    }

    public TextEntry<P> prompt(String text) {
        if (editor.node() instanceof javafx.scene.control.TextInputControl control) {
            control.setPromptText(text);
        }
        return this;
    }

    /// In the letters of code.
    public TextEntry<P> mono() {
        editor.node().getStyleClass().add("mono-field");
        return this;
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Field field() {
        return field;
    }

    @Override
    public void focus() {
        editor.focus();
        if (editor.node() instanceof TextField line) {
            line.selectAll();
        }
    }

    @Override
    public void refresh() {
        P now = part.now();
        if (now == null) {
            return;
        }
        String value = get.apply(now);
        if (!value.equals(known)) {
            known = value;
            if (!showing) {
                local = "";
                show(value);
            }
        }
        box.lock(lock.apply(now));
        say(now);
    }

    private void say(P now) {
        P base = part.base();
        String value = get.apply(now);
        box.show(base == null ? "" : get.apply(base), value, local.isEmpty() ? doubt.apply(value) : local);
    }

    private void show(String text) {
        boolean before = showing;
        showing = true;
        editor.show(text);
        showing = before;
    }

    private void typed(String text) {
        P now = part.now();
        if (showing || now == null) {
            return;
        }
        local = refusal.apply(text);
        if (local.isEmpty()) {
            write(text);
        }
        say(now);
        if (completion != null) {
            completion.typed();
        }
    }

    /// What comes back from the design while this is written is no reason to touch the text.
    private void write(String text) {
        Typing session = typing == null ? part.table().typing() : typing;
        showing = true;
        session.type(label(), sketch -> meaning.apply(sketch, text));
        showing = false;
    }

    private String label() {
        return "Change " + name.toLowerCase(Locale.ROOT) + " of " + part.kind().word() + " " + part.name();
    }

    private void take(TextField line, Choice choice) {
        line.setText(choice.text());
        line.positionCaret(choice.text().length());
        if (completion != null) {
            completion.close();
        }
    }

    private void focused(boolean within) {
        typing = within ? part.table().typing() : null;
        if (!within && local.isEmpty() && part.now() != null) {
            show(known);
        }
    }

    /// Escape takes back what was typed; a second one is somebody else's.
    private void pressed(KeyEvent event) {
        Typing session = typing;
        P now = part.now();
        if (event.getCode() != KeyCode.ESCAPE || event.isConsumed() || session == null || now == null) {
            return;
        }
        if (session.cancel() || !local.isEmpty()) {
            local = "";
            show(known);
            say(now);
            event.consume();
        }
    }
}
