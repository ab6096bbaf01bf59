package mana.studio.ui.objects;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import mana.studio.design.template.NewTable;
import mana.studio.design.template.Template;
import mana.studio.design.template.Template.Switch;
import mana.studio.design.template.Templates;
import mana.studio.design.template.UnusableTemplate;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Asks for a new table: where, what it is called, and what it starts with, shown as it will be.
final class NewTableDialog {
    private final Designs designs;
    private final ComboBox<Start> starts = new ComboBox<>();
    private final Label explanation = Ask.words("", "muted");
    private final FlowPane switches = new FlowPane(16, 8);
    private final VBox choices = new VBox(12);
    private final ColumnsPreview preview = new ColumnsPreview();
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private final Place place;
    private final JunctionChoice junction;
    private @Nullable Table made;

    /// What a table can start with.
    private sealed interface Start {
        String title();

        record OfTemplate(Template template) implements Start {
            @Override
            public String title() {
                return template.name();
            }
        }

        record OfJunction() implements Start {
            @Override
            public String title() {
                return "Junction of two tables";
            }
        }
    }

    private NewTableDialog(Designs designs, Templates templates, String schema) {
        this.designs = designs;
        place = new Place(designs, schema, "", this::check);
        junction = new JunctionChoice(designs.tables(), this::refresh);
        Stream<Start> own = templates.all().stream().map(Start.OfTemplate::new);
        starts.getItems().setAll(own.toList());
        starts.getItems().add(Math.min(1, starts.getItems().size()), new Start.OfJunction());
        starts.setConverter(new Titles());
        starts.setId("ask-template");
        starts.setValue(starts.getItems().getFirst());
        starts.valueProperty().subscribe(this::chosen);
        place.onChange(this::refresh);
    }

    static void ask(Designs designs, Templates templates, String schema, Window owner) {
        new NewTableDialog(designs, templates, schema).show(owner);
    }

    private void show(Window owner) {
        VBox content = Ask.column(
                place, Ask.named("Starts with", starts), explanation, choices, new Label("Columns"), preview);
        content.getChildren().get(4).getStyleClass().add("field-name");
        VBox.setVgrow(preview, Priority.ALWAYS);
        new AskDialog(owner, "New table", "Create table")
                .asking(content)
                .wide(680)
                .only(possible.and(place.allowed()))
                .show(
                        place.nameField().control(),
                        () -> Optional.ofNullable(made).ifPresent(designs::add));
    }

    private NameCheck check(String schema, String name) {
        return designs.now().map(now -> NameCheck.ofTable(now, schema, name)).orElse(NameCheck.FINE);
    }

    private void chosen(Start start) {
        switch (start) {
            case Start.OfTemplate(Template template) -> {
                explanation.setText(template.explanation());
                switches.getChildren()
                        .setAll(template.switches().stream().map(this::box).toList());
                choices.getChildren().setAll(template.switches().isEmpty() ? List.of() : List.of(switches));
            }
            case Start.OfJunction _ -> {
                explanation.setText("Both foreign keys with an index under each; a row goes with either side.");
                choices.getChildren().setAll(junction);
            }
        }
        explanation.setManaged(!explanation.getText().isEmpty());
        refresh();
    }

    private CheckBox box(Switch one) {
        CheckBox box = new CheckBox(one.adds().isEmpty() ? one.name() : one.adds());
        // Names have underscores, which are no mnemonics.
        box.setMnemonicParsing(false);
        box.setUserData(one.name());
        box.setSelected(one.on());
        box.setOnAction(_ -> refresh());
        return box;
    }

    private Set<String> on() {
        Set<String> on = new HashSet<>();
        switches.getChildren().forEach(node -> {
            if (node instanceof CheckBox box && box.isSelected()) {
                on.add((String) box.getUserData());
            }
        });
        return on;
    }

    private void refresh() {
        made = null;
        designs.now().ifPresent(now -> {
            switch (starts.getValue()) {
                case Start.OfTemplate(Template template) -> {
                    try {
                        made = NewTable.of(template, now, place.value(), on());
                    } catch (UnusableTemplate unusable) {
                        preview.say(String.valueOf(unusable.getMessage()));
                    }
                }
                case Start.OfJunction _ -> {
                    junction.propose(place);
                    junction.value().flatMap(value -> value.obstacle()).ifPresent(preview::say);
                    made = junction.value()
                            .filter(value -> value.obstacle().isEmpty())
                            .map(value -> value.table(now, place.value()))
                            .orElse(null);
                    if (junction.value().isEmpty()) {
                        preview.say("Choose the two tables that it joins.");
                    }
                }
            }
        });
        if (made != null) {
            preview.show(made);
        }
        possible.set(made != null);
    }

    private static final class Titles extends StringConverter<Start> {
        @Override
        public String toString(@Nullable Start start) {
            return start == null ? "" : start.title();
        }

        @Override
        public Start fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
        }
    }
}
