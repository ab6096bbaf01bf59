package mana.studio.ui.diagram;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mana.studio.diagram.Card;
import mana.studio.diagram.Mark;
import mana.studio.diagram.Offer;
import mana.studio.diagram.Row;
import org.jspecify.annotations.Nullable;

/// Adds a foreign key without drawing it: a column, and what it could refer to.
final class KeyForm extends VBox {
    private final DiagramModel model;
    private final DiagramCommands commands;
    private final Card card;
    private final Runnable closed;
    private final ComboBox<Row> column = new ComboBox<>();
    private final TextField filter = new TextField();
    private final ObservableList<Offer.Target> targets = FXCollections.observableArrayList();
    private final FilteredList<Offer.Target> shown = new FilteredList<>(targets);
    private final ListView<Offer.Target> list = new ListView<>(shown);
    private final Button add = new Button("Add foreign key");

    /// @param chosen the key of the column to begin with; empty for the first that has none yet
    KeyForm(DiagramModel model, DiagramCommands commands, Card card, String chosen, Runnable closed) {
        super(8);
        this.model = model;
        this.commands = commands;
        this.card = card;
        this.closed = closed;
        getStyleClass().add("diagram-key-form");
        setMaxSize(380, USE_PREF_SIZE);
        Label title = new Label("Add foreign key to " + card.name().name());
        title.getStyleClass().add("strong");
        fields(chosen);
        Button cancel = new Button("Cancel");
        cancel.setOnAction(_ -> closed.run());
        add.setDefaultButton(true);
        add.setOnAction(_ -> add());
        add.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        HBox buttons = new HBox(8, cancel, add);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, labelled("Column", column), labelled("Refers to", filter), list, buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void fields(String chosen) {
        List<Row> rows =
                card.rows().stream().filter(row -> row.mark() != Mark.REMOVED).toList();
        column.getItems().setAll(rows);
        column.setConverter(new Words());
        column.setMaxWidth(Double.MAX_VALUE);
        column.setId("key-column");
        filter.setPromptText("Narrow: schema, table or column");
        filter.setId("key-filter");
        list.setId("key-targets");
        list.setAccessibleText("What it could refer to");
        list.setPrefHeight(200);
        list.setCellFactory(_ -> new TargetCell());
        Label nothing = new Label("No unique column has a type that fits");
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                add();
            }
        });
        filter.textProperty().subscribe(this::narrow);
        column.valueProperty().subscribe(this::offer);
        column.setValue(rows.stream()
                .filter(row -> row.key().equals(chosen))
                .findFirst()
                .or(() -> rows.stream()
                        .filter(row -> row.keys().isEmpty() && row.name().endsWith("_id"))
                        .findFirst())
                .orElse(rows.isEmpty() ? null : rows.getFirst()));
    }

    private static HBox labelled(String text, Control field) {
        Label label = new Label(text);
        label.setMinWidth(64);
        label.setLabelFor(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(8, label, field);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    void open() {
        filter.requestFocus();
    }

    private void offer(@Nullable Row row) {
        if (row != null) {
            targets.setAll(model.database()
                    .map(database -> Offer.targets(database, card.key(), row.key()))
                    .orElse(List.of()));
            list.getSelectionModel().selectFirst();
        }
    }

    private void narrow(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(target -> target.name().toLowerCase(Locale.ROOT).contains(wanted));
        list.getSelectionModel().selectFirst();
    }

    private void add() {
        Offer.Target target = list.getSelectionModel().getSelectedItem();
        if (target != null) {
            commands.add(target.offer());
            closed.run();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !column.isShowing()) {
            closed.run();
            event.consume();
        } else if (event.getTarget() == filter && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
            int by = event.getCode() == KeyCode.DOWN ? 1 : -1;
            int next = list.getSelectionModel().getSelectedIndex() + by;
            if (next >= 0 && next < shown.size()) {
                list.getSelectionModel().select(next);
                list.scrollTo(next);
            }
            event.consume();
        }
    }

    private static final class Words extends StringConverter<Row> {
        @Override
        public String toString(@Nullable Row row) {
            return row == null ? "" : row.name() + "  " + row.type();
        }

        @Override
        public @Nullable Row fromString(String text) {
            return null;
        }
    }

    private static final class TargetCell extends ListCell<Offer.Target> {
        @Override
        protected void updateItem(Offer.@Nullable Target target, boolean empty) {
            super.updateItem(target, empty);
            setText(empty || target == null ? null : target.name());
        }
    }
}
