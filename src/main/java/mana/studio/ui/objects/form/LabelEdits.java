package mana.studio.ui.objects.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mana.studio.design.Edits;
import mana.studio.design.Sketch;
import mana.studio.plan.Rename;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;

/// What a person does to the values of an enum.
final class LabelEdits {
    private final ThingModel<EnumType> model;

    LabelEdits(ThingModel<EnumType> model) {
        this.model = model;
    }

    /// @param typing the stretch of typing it belongs to
    void rename(int at, String text, String typing) {
        ThingState<EnumType> state = model.state().get();
        if (state != null) {
            Database base = state.base();
            model.type(
                    "Rename a value of " + model.words(),
                    typing,
                    sketch -> Edits.renameLabel(sketch, base, model.id(), at, text));
        }
    }

    void move(int from, int to) {
        EnumType now = model.now();
        if (now != null && from != to && to >= 0 && to < now.labels().size()) {
            change("Move value " + now.labels().get(from) + " of " + model.words(), labels -> {
                String moved = labels.remove(from);
                labels.add(to, moved);
            });
        }
    }

    /// A new value, to be renamed.
    void add(int at) {
        EnumType now = model.now();
        if (now != null) {
            String name = "new_value";
            for (int number = 2; now.labels().contains(name); number++) {
                name = "new_value_" + number;
            }
            String free = name;
            change("Add a value to " + model.words(), labels -> labels.add(at, free));
        }
    }

    /// What it was renamed to is forgotten with it.
    void remove(int at) {
        EnumType now = model.now();
        ThingState<EnumType> state = model.state().get();
        EnumType before = state == null ? null : state.before();
        if (now == null) {
            return;
        }
        String label = now.labels().get(at);
        model.editSketch("Remove value " + label + " of " + model.words(), sketch -> {
            Sketch without = changed(sketch, labels -> labels.remove(at));
            List<Rename> renames = without.labels().stream()
                    .filter(rename -> before == null
                            || !rename.from()
                                    .subList(0, 2)
                                    .equals(List.of(
                                            before.name().schema(),
                                            before.name().name()))
                            || !rename.to().getLast().equals(label))
                    .toList();
            return new Sketch(without.database(), renames);
        });
    }

    /// Brings a removed value back.
    ///
    /// @param at before which value of the design
    void restore(String label, int at) {
        change("Restore value " + label + " of " + model.words(), labels -> {
            if (!labels.contains(label)) {
                labels.add(Math.min(at, labels.size()), label);
            }
        });
    }

    private void change(String label, Consumer<List<String>> change) {
        model.editSketch(label, sketch -> changed(sketch, change));
    }

    private Sketch changed(Sketch sketch, Consumer<List<String>> change) {
        return sketch.with(database -> model.changed(database, type -> {
            List<String> labels = new ArrayList<>(type.labels());
            change.accept(labels);
            return type.withLabels(labels);
        }));
    }
}
