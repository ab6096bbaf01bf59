package mana.studio.ui.objects.form;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import mana.studio.design.Edits;
import mana.studio.design.Spot.Field;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;

/// The schema an object lives in; another one moves it, with all that names it.
final class SchemaEntry<T extends SchemaObject> implements FormField<T> {
    private final ThingModel<T> model;
    private final Function<T, QualifiedName> name;
    private final ComboBox<String> combo = new ComboBox<>();
    private final FieldBox box = new FieldBox("Schema", combo);
    private boolean showing;

    private SchemaEntry(ThingModel<T> model, Function<T, QualifiedName> name) {
        this.model = model;
        this.name = name;
        combo.valueProperty().subscribe((_, schema) -> {
            if (!showing && schema != null) {
                model.editSketch(
                        "Move " + model.words() + " to " + schema,
                        sketch -> sketch.with(database -> Edits.move(database, model.id(), schema)));
            }
        });
    }

    static <T extends SchemaObject> SchemaEntry<T> of(ThingModel<T> model, Function<T, QualifiedName> name) {
        return new SchemaEntry<>(model, name);
    }

    @Override
    public Node node() {
        return box;
    }

    /// No field of its own leads here: what is wrong with a name is shown beside the name.
    @Override
    public Field field() {
        return Field.WHOLE;
    }

    @Override
    public void focus() {
        combo.requestFocus();
    }

    @Override
    public void refresh(ThingState<T> state) {
        T now = state.now();
        if (now != null) {
            showing = true;
            List<String> schemas =
                    state.database().schemas().stream().map(Schema::name).toList();
            if (!combo.getItems().equals(schemas)) {
                combo.getItems().setAll(schemas);
            }
            combo.setValue(name.apply(now).schema());
            showing = false;
            T before = state.before();
            box.show(
                    before == null ? null : name.apply(before).schema(),
                    name.apply(now).schema(),
                    List.of(),
                    "");
        }
    }
}
