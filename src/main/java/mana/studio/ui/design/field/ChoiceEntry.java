package mana.studio.ui.design.field;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import mana.studio.design.Edit;
import mana.studio.design.Sketch;
import mana.studio.design.Spot.Field;
import mana.studio.ui.design.field.FieldBox.Width;
import mana.studio.ui.design.state.PartModel;
import org.jspecify.annotations.Nullable;

/// One of few values of the design.
public final class ChoiceEntry<P, V> implements FormField {
    private final PartModel<P> part;
    private final String name;
    private final Field field;
    private final Function<P, V> get;
    private BiFunction<Sketch, V, Sketch> meaning;
    private @Nullable Supplier<List<V>> values;
    private final Function<V, String> words;
    private final ComboBox<V> combo;
    private final FieldBox box;
    private Function<P, String> lock = _ -> "";
    private boolean showing;

    /// @param words what a value is called
    public ChoiceEntry(
            PartModel<P> part,
            String name,
            Field field,
            List<V> values,
            Function<V, String> words,
            Function<P, V> get,
            BiFunction<P, V, P> set) {
        this.part = part;
        this.name = name;
        this.field = field;
        this.get = get;
        this.meaning = (sketch, value) -> part.changed(sketch, old -> set.apply(old, value));
        this.words = words;
        combo = new ComboBox<>(FXCollections.observableArrayList(values));
        combo.setConverter(new Words<>(words));
        combo.setVisibleRowCount(12);
        box = new FieldBox(part, name, field, combo, Width.MEDIUM);
        combo.valueProperty().addListener((_, _, value) -> chosen(value));
    }

    /// An enum's values, in small letters.
    public static <P, V extends Enum<V>> ChoiceEntry<P, V> of(
            PartModel<P> part, String name, Field field, List<V> values, Function<P, V> get, BiFunction<P, V, P> set) {
        return new ChoiceEntry<>(
                part,
                name,
                field,
                values,
                value -> value.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                get,
                set);
    }

    /// @param reason why it cannot be changed; empty where it can
    public ChoiceEntry<P, V> locked(Function<P, String> reason) {
        lock = reason;
        return this;
    }

    /// Changes more than the part.
    public ChoiceEntry<P, V> meaning(BiFunction<Sketch, V, Sketch> other) {
        meaning = other;
        return this;
    }

    /// The values there are at each moment.
    public ChoiceEntry<P, V> values(Supplier<List<V>> newest) {
        values = newest;
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
        combo.requestFocus();
    }

    @Override
    public void refresh() {
        P now = part.now();
        if (now == null) {
            return;
        }
        showing = true;
        V value = get.apply(now);
        if (values != null && !combo.isShowing() && !combo.getItems().equals(values.get())) {
            combo.getItems().setAll(values.get());
        }
        if (!combo.getItems().contains(value)) {
            combo.getItems().add(value);
        }
        combo.setValue(value);
        showing = false;
        P base = part.base();
        box.lock(lock.apply(now));
        box.show(base == null ? "" : words.apply(get.apply(base)), words.apply(value), "");
    }

    private void chosen(@Nullable V value) {
        if (!showing && value != null) {
            String label = "Change " + name.toLowerCase(Locale.ROOT) + " of "
                    + part.kind().word() + " " + part.name();
            part.table().session().designing().edit(new Edit(label, null, sketch -> meaning.apply(sketch, value)));
        }
    }

    private static final class Words<V> extends StringConverter<V> {
        private final Function<V, String> words;

        Words(Function<V, String> words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable V value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public V fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
        }
    }
}
