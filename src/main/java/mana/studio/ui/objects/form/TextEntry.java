package mana.studio.ui.objects.form;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import mana.studio.design.Sketch;
import mana.studio.design.Spot.Field;
import org.jspecify.annotations.Nullable;

/// A text of the design. Every letter changes the design; all from taking the focus to leaving it is one step of undo.
final class TextEntry<T> implements FormField<T> {
    private final ThingModel<T> model;
    private final String name;
    private final Field field;
    private final Function<T, String> get;
    private final BiFunction<Sketch, String, Sketch> set;
    private final TextInputControl control;
    private final FieldBox box;
    private Predicate<T> wanted = _ -> true;
    private Function<T, String> prompt = _ -> "";
    private Function<String, String> refusal = _ -> "";
    private String typing;
    private String known = "";
    private String local = "";
    private boolean writing;

    private TextEntry(
            ThingModel<T> model,
            String name,
            Field field,
            Function<T, String> get,
            BiFunction<Sketch, String, Sketch> set,
            TextInputControl control) {
        this.model = model;
        this.name = name;
        this.field = field;
        this.get = get;
        this.set = set;
        this.control = control;
        box = new FieldBox(name, control);
        typing = model.typing(field);
        control.textProperty().subscribe((_, text) -> typed(text));
        control.focusedProperty().subscribe((_, focused) -> focused(focused));
    }

    static <T> TextEntry<T> line(
            ThingModel<T> model, String name, Field field, Function<T, String> get, BiFunction<T, String, T> set) {
        return new TextEntry<>(model, name, field, get, part(model, set), new TextField());
    }

    static <T> TextEntry<T> prose(
            ThingModel<T> model, String name, Field field, Function<T, String> get, BiFunction<T, String, T> set) {
        TextArea area = new TextArea();
        area.setPrefRowCount(2);
        area.setWrapText(true);
        return new TextEntry<>(model, name, field, get, part(model, set), area);
    }

    /// The name: whatever names the thing goes along.
    static <T> TextEntry<T> nameOf(ThingModel<T> model, Function<T, String> get) {
        return new TextEntry<>(model, "Name", Field.NAME, get, model::renamed, new TextField());
    }

    /// A line that changes more than the thing.
    static <T> TextEntry<T> whole(
            ThingModel<T> model,
            String name,
            Field field,
            Function<T, String> get,
            BiFunction<Sketch, String, Sketch> set) {
        return new TextEntry<>(model, name, field, get, set, new TextField());
    }

    private static <T> BiFunction<Sketch, String, Sketch> part(ThingModel<T> model, BiFunction<T, String, T> set) {
        return (sketch, text) -> sketch.with(database -> model.changed(database, old -> set.apply(old, text)));
    }

    /// @param reason why a text cannot be kept; empty where it can
    TextEntry<T> refusing(Function<String, String> reason) {
        refusal = reason;
        return this;
    }

    TextEntry<T> prompt(String text) {
        return prompting(_ -> text);
    }

    /// @param text what stands in an empty field, by the thing
    TextEntry<T> prompting(Function<T, String> text) {
        prompt = text;
        return this;
    }

    /// Shown for some things only.
    TextEntry<T> onlyFor(Predicate<T> others) {
        wanted = others;
        return this;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Field field() {
        return field;
    }

    @Override
    public void focus() {
        control.requestFocus();
        control.selectAll();
    }

    @Override
    public void refresh(ThingState<T> state) {
        T now = state.now();
        if (now == null) {
            return;
        }
        box.setVisible(wanted.test(now));
        box.setManaged(box.isVisible());
        control.setPromptText(prompt.apply(now));
        String value = get.apply(now);
        if (!value.equals(known) || (!control.isFocused() && local.isEmpty())) {
            known = value;
            if (!writing) {
                local = "";
                show(value);
            }
        }
        say(state);
    }

    private void say(ThingState<T> state) {
        @Nullable T before = state.before();
        box.show(before == null ? null : get.apply(before), known, state.problems(field), local);
    }

    /// The caret stays where it is.
    private void show(String text) {
        if (!text.equals(control.getText())) {
            int caret = control.getCaretPosition();
            boolean before = writing;
            writing = true;
            control.setText(text);
            writing = before;
            control.positionCaret(Math.min(caret, text.length()));
        }
    }

    private void typed(String text) {
        ThingState<T> state = model.state().get();
        if (writing || state == null || state.now() == null) {
            return;
        }
        local = refusal.apply(text);
        if (local.isEmpty()) {
            known = text;
            writing = true;
            model.type(
                    "Change " + name.toLowerCase(Locale.ROOT) + " of " + model.words(),
                    typing,
                    sketch -> set.apply(sketch, text));
            writing = false;
        }
        ThingState<T> after = model.state().get();
        say(after == null ? state : after);
    }

    private void focused(boolean is) {
        if (is) {
            typing = model.typing(field);
        } else if (!local.isEmpty()) {
            // What cannot be kept is not kept.
            local = "";
            show(known);
            ThingState<T> state = model.state().get();
            if (state != null) {
                say(state);
            }
        }
    }
}
