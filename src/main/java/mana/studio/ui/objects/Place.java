package mana.studio.ui.objects;

import java.util.function.BiFunction;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import mana.studio.schema.QualifiedName;

/// Where a new object is to be and what it is called: a schema to choose and a name to type.
final class Place extends HBox {
    private final ComboBox<String> schemas = new ComboBox<>();
    private final NameField name;

    /// @param schema chosen at first
    /// @param start  the name at first
    /// @param rules  what is to be said of schema and name
    Place(Designs designs, String schema, String start, BiFunction<String, String, NameCheck> rules) {
        super(12);
        schemas.getItems().setAll(designs.schemas());
        schemas.setValue(schema);
        schemas.setId("ask-schema");
        name = new NameField(start, typed -> rules.apply(schema(), typed));
        schemas.valueProperty().subscribe(() -> name.check());
        Node choice = Ask.named("Schema", schemas);
        HBox.setHgrow(name, Priority.ALWAYS);
        schemas.setPrefWidth(170);
        getChildren().setAll(choice, name);
    }

    String schema() {
        return schemas.getValue() == null ? "" : schemas.getValue();
    }

    QualifiedName value() {
        return new QualifiedName(schema(), name.name());
    }

    NameField nameField() {
        return name;
    }

    BooleanExpression allowed() {
        return name.allowed();
    }

    /// Called after schema or name were changed.
    void onChange(Runnable action) {
        schemas.valueProperty().subscribe((_, _) -> action.run());
        name.text().subscribe((_, _) -> action.run());
    }
}
