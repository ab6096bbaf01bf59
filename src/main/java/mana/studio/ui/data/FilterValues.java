package mana.studio.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where a filter's values are typed or chosen: as many as its operator takes.
final class FilterValues extends VBox {
    private final FilterDraft draft;

    /// @param labels those of the column's enum; empty where any value can be typed
    FilterValues(FilterDraft draft, List<String> labels) {
        super(8);
        this.draft = draft;
        int wanted = draft.operator().get().operands();
        if (wanted < 0) {
            getChildren().add(labels.isEmpty() ? lines() : checks(labels));
        } else if (wanted == 1 && !labels.isEmpty()) {
            getChildren().add(choice(labels));
        } else {
            fields(wanted);
        }
    }

    /// Gives the focus to the first of them.
    void focusFirst() {
        if (!getChildren().isEmpty()) {
            Node first = getChildren().getFirst();
            (first instanceof VBox box && !box.getChildren().isEmpty() ? box.getChildren().getFirst() : first)
                    .requestFocus();
        }
    }

    private Node lines() {
        TextArea area = new TextArea(String.join("\n", draft.values().get()));
        area.setId("filter-values");
        area.setPromptText("One value a line");
        area.setAccessibleText("Values, one a line");
        area.setPrefRowCount(5);
        area.getStyleClass().add("mono");
        area.textProperty()
                .addListener((_, _, text) -> draft.values().set(text.lines().toList()));
        return area;
    }

    private Node checks(List<String> labels) {
        VBox boxes = new VBox(6);
        List<CheckBox> all = new ArrayList<>();
        for (String label : labels) {
            CheckBox box = new CheckBox(label);
            box.setMnemonicParsing(false);
            box.setSelected(draft.values().get().contains(label));
            box.setOnAction(_ -> draft.values()
                    .set(all.stream()
                            .filter(CheckBox::isSelected)
                            .map(CheckBox::getText)
                            .toList()));
            all.add(box);
        }
        boxes.getChildren().addAll(all);
        return boxes;
    }

    private Node choice(List<String> labels) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("filter-value");
        box.setAccessibleText("Value");
        box.getItems().setAll(labels);
        box.setMaxWidth(Double.MAX_VALUE);
        List<String> values = draft.values().get();
        box.valueProperty().subscribe(this::chosen);
        box.setValue(values.isEmpty() ? labels.getFirst() : values.getFirst());
        return box;
    }

    private void chosen(@Nullable String label) {
        if (label != null) {
            draft.values().set(List.of(label));
        }
    }

    private void fields(int count) {
        List<TextField> fields = new ArrayList<>();
        List<String> values = draft.values().get();
        for (int number = 0; number < count; number++) {
            TextField field = new TextField(number < values.size() ? values.get(number) : "");
            field.setId(number == 0 ? "filter-value" : "filter-value-" + (number + 1));
            field.getStyleClass().add("mono");
            field.setAccessibleText(number == 0 ? "Value" : "Second value");
            fields.add(field);
            if (number > 0) {
                getChildren().add(new Label("and"));
            }
            getChildren().add(field);
        }
        if (count > 0) {
            Runnable typed =
                    () -> draft.values().set(fields.stream().map(TextField::getText).toList());
            fields.forEach(field -> field.textProperty().addListener(_ -> typed.run()));
            typed.run();
        }
    }
}
