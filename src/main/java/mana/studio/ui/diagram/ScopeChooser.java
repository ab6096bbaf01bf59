package mana.studio.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import mana.studio.diagram.Scope;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Chooses what is shown: all, a schema, or a table and its neighbours.
final class ScopeChooser extends HBox {
    private final DiagramModel model;
    private final ComboBox<Scope> scopes = new ComboBox<>();
    private final HBox steps = new HBox();
    private boolean following;

    ScopeChooser(DiagramModel model) {
        super(6);
        this.model = model;
        scopes.setId("diagram-scope");
        scopes.setAccessibleText("What the diagram shows");
        scopes.setConverter(new Words());
        scopes.setVisibleRowCount(16);
        scopes.valueProperty().subscribe(scope -> {
            if (!following && scope != null) {
                model.show(scope);
            }
        });
        steps.getStyleClass().add("side-switch");
        getChildren().addAll(scopes, steps);
        model.scope().subscribe(this::follow);
        model.graph().subscribe(_ -> follow(model.scope().get()));
    }

    private void follow(Scope scope) {
        List<Scope> choices = new ArrayList<>();
        choices.add(new Scope.All());
        model.schemas().forEach(schema -> choices.add(new Scope.OneSchema(schema)));
        if (!choices.contains(scope)) {
            choices.add(scope);
        }
        following = true;
        if (!scopes.getItems().equals(choices)) {
            scopes.getItems().setAll(choices);
        }
        scopes.setValue(scope);
        following = false;
        steps(scope);
    }

    private void steps(Scope scope) {
        boolean around = scope instanceof Scope.Around;
        steps.setVisible(around);
        steps.setManaged(around);
        steps.getChildren().clear();
        if (scope instanceof Scope.Around(String table, int now)) {
            ToggleGroup group = new ToggleGroup();
            for (int count = 1; count <= 2; count++) {
                int step = count;
                ToggleButton button = new ToggleButton(count == 1 ? "1 step" : "2 steps");
                button.getStyleClass().add("side-button");
                button.setToggleGroup(group);
                button.setSelected(count == now);
                button.setOnAction(_ -> {
                    button.setSelected(true);
                    model.show(new Scope.Around(table, step));
                });
                steps.getChildren().add(button);
            }
        }
    }

    private final class Words extends StringConverter<Scope> {
        @Override
        public String toString(@Nullable Scope scope) {
            return switch (scope) {
                case null -> "";
                case Scope.All() -> "All tables";
                case Scope.OneSchema(String schema) -> "Schema " + schema;
                case Scope.Around(String table, int _) ->
                    model.table(table)
                            .map(Table::name)
                            .map(name -> name + " and neighbours")
                            .orElse("Neighbours");
            };
        }

        @Override
        public @Nullable Scope fromString(String text) {
            return null;
        }
    }
}
