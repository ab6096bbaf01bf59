package mana.studio.ui.objects.form;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import mana.studio.design.Spot.Field;
import org.jspecify.annotations.Nullable;

/// One of some texts of the design.
final class ChoiceEntry<T> implements FormField<T> {
    private final ThingModel<T> model;
    private final String name;
    private final Field field;
    private final Function<T, String> get;
    private final BiFunction<T, String, T> set;
    private final Function<ThingState<T>, List<String>> choices;
    private final ComboBox<String> combo = new ComboBox<>();
    private final FieldBox box;
    private boolean showing;

    /// @param choices what there is to choose from
    ChoiceEntry(
            ThingModel<T> model,
            String name,
            Field field,
            Function<ThingState<T>, List<String>> choices,
            Function<T, String> get,
            BiFunction<T, String, T> set) {
        this.model = model;
        this.name = name;
        this.field = field;
        this.choices = choices;
        this.get = get;
        this.set = set;
        combo.setVisibleRowCount(14);
        box = new FieldBox(name, combo);
        combo.valueProperty().subscribe((_, value) -> chosen(value));
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
        combo.requestFocus();
    }

    @Override
    public void refresh(ThingState<T> state) {
        T now = state.now();
        if (now == null) {
            return;
        }
        showing = true;
        String value = get.apply(now);
        List<String> all = choices.apply(state);
        if (!combo.getItems().equals(all)) {
            combo.getItems().setAll(all);
        }
        combo.setValue(value);
        showing = false;
        T before = state.before();
        box.show(before == null ? null : get.apply(before), value, state.problems(field), "");
    }

    private void chosen(@Nullable String value) {
        if (!showing && value != null) {
            model.edit(
                    "Change " + name.toLowerCase(Locale.ROOT) + " of " + model.words(), old -> set.apply(old, value));
        }
    }
}
