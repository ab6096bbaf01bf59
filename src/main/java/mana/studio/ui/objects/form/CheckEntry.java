package mana.studio.ui.objects.form;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import mana.studio.design.Spot.Field;

/// Yes or no.
final class CheckEntry<T> implements FormField<T> {
    private final Field field;
    private final Function<T, Boolean> get;
    private final CheckBox check;
    private final FieldBox box;
    private Predicate<T> wanted = _ -> true;

    CheckEntry(
            ThingModel<T> model,
            String name,
            String words,
            Field field,
            Function<T, Boolean> get,
            BiFunction<T, Boolean, T> set) {
        this.field = field;
        this.get = get;
        check = new CheckBox(words);
        box = new FieldBox(name, check);
        check.setAccessibleText(name + ": " + words);
        check.setOnAction(_ -> model.edit(
                "Change " + name.toLowerCase(Locale.ROOT) + " of " + model.words(),
                old -> set.apply(old, check.isSelected())));
    }

    /// Shown for some things only.
    CheckEntry<T> onlyFor(Predicate<T> others) {
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
        check.requestFocus();
    }

    @Override
    public void refresh(ThingState<T> state) {
        T now = state.now();
        if (now != null) {
            box.setVisible(wanted.test(now));
            box.setManaged(box.isVisible());
            check.setSelected(get.apply(now));
            T before = state.before();
            box.show(before == null ? null : word(get.apply(before)), word(get.apply(now)), state.problems(field), "");
        }
    }

    private static String word(boolean value) {
        return value ? "yes" : "no";
    }
}
