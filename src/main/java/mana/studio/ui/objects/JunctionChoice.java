package mana.studio.ui.objects;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mana.studio.design.template.Junction;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Which two tables a junction joins, and how.
final class JunctionChoice extends VBox {
    private final ComboBox<Table> one = tables("Joins");
    private final ComboBox<Table> other = tables("With");
    private final CheckBox ownId = new CheckBox("An id of its own, the pair unique");
    private final CheckBox createdAt = new CheckBox("created_at");
    private String proposed = "";

    /// @param changed called after anything was chosen
    JunctionChoice(List<Table> all, Runnable changed) {
        super(8);
        one.getItems().setAll(all);
        other.getItems().setAll(all);
        createdAt.setMnemonicParsing(false);
        createdAt.setSelected(true);
        one.valueProperty().subscribe((_, _) -> changed.run());
        other.valueProperty().subscribe((_, _) -> changed.run());
        ownId.setOnAction(_ -> changed.run());
        createdAt.setOnAction(_ -> changed.run());
        VBox first = Ask.named("Joins", one);
        VBox second = Ask.named("With", other);
        HBox sides = new HBox(12, first, second);
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(second, Priority.ALWAYS);
        getChildren().setAll(sides, new HBox(16, ownId, createdAt));
    }

    private static ComboBox<Table> tables(String name) {
        ComboBox<Table> tables = new ComboBox<>();
        tables.setConverter(new Names());
        tables.setVisibleRowCount(14);
        tables.setPrefWidth(240);
        tables.setPromptText("Choose a table");
        tables.setAccessibleText(name);
        return tables;
    }

    /// Empty until both are chosen.
    Optional<Junction> value() {
        Table first = one.getValue();
        Table second = other.getValue();
        return first == null || second == null
                ? Optional.empty()
                : Optional.of(new Junction(first, second, ownId.isSelected(), createdAt.isSelected()));
    }

    /// Fills in the house's name, unless a person typed another.
    void propose(Place place) {
        String typed = place.nameField().name();
        String better = value().map(Junction::name).orElse("");
        if ((typed.isEmpty() || typed.equals(proposed)) && !better.isEmpty() && !better.equals(typed)) {
            proposed = better;
            place.nameField().text().set(better);
        }
    }

    private static final class Names extends StringConverter<Table> {
        @Override
        public String toString(@Nullable Table table) {
            return table == null ? "" : table.name().toString();
        }

        @Override
        public Table fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
        }
    }
}
