package mana.studio.ui.design.field;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import mana.studio.design.Spot.Field;
import mana.studio.ui.design.field.FieldBox.Width;
import mana.studio.ui.design.state.PartModel;

/// Yes or no.
public final class CheckEntry<P> implements FormField {
    private final PartModel<P> part;
    private final Field field;
    private final Function<P, Boolean> get;
    private final CheckBox box;
    private final FieldBox node;
    private Function<P, String> lock = _ -> "";

    public CheckEntry(
            PartModel<P> part, String name, Field field, Function<P, Boolean> get, BiFunction<P, Boolean, P> set) {
        this.part = part;
        this.field = field;
        this.get = get;
        box = new CheckBox(name);
        node = new FieldBox(part, name, field, box, Width.MEDIUM);
        node.getStyleClass().add("check-field");
        box.setOnAction(_ -> part.edit(
                (box.isSelected() ? "Set " : "Unset ") + "“" + name + "” of "
                        + part.kind().word() + " " + part.name(),
                old -> set.apply(old, box.isSelected())));
    }

    /// @param reason why it cannot be changed; empty where it can
    public CheckEntry<P> locked(Function<P, String> reason) {
        lock = reason;
        return this;
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public Field field() {
        return field;
    }

    @Override
    public boolean isCheck() {
        return true;
    }

    @Override
    public void focus() {
        box.requestFocus();
    }

    @Override
    public void refresh() {
        P now = part.now();
        if (now == null) {
            return;
        }
        boolean value = get.apply(now);
        box.setSelected(value);
        P base = part.base();
        node.lock(lock.apply(now));
        node.show(base == null ? "" : word(get.apply(base)), word(value), "");
    }

    private static String word(boolean value) {
        return value ? "yes" : "no";
    }
}
