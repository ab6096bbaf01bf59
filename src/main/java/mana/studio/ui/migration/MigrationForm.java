package mana.studio.ui.migration;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mana.studio.drizzle.write.Prefix;
import mana.studio.ui.kit.Background;
import org.jspecify.annotations.Nullable;

/// What a person chooses: service, name, prefix, options, changes.
final class MigrationForm extends VBox {
    private static final double ROW = 28;
    private static final int ROWS = 4;

    private final MigrationModel model;
    private final ComboBox<Destination> service = new ComboBox<>();
    private final TextField name = new TextField();
    private final ComboBox<Prefix> prefix = new ComboBox<>();
    private final ListView<Choice> changes = new ListView<>();
    private final TitledPane changesBox = new TitledPane("Changes", changes);
    private boolean following;

    MigrationForm(MigrationModel model, Background background) {
        super(10);
        this.model = model;
        getStyleClass().add("migration-form");
        service.setConverter(words(destination -> destination.words()));
        service.valueProperty().subscribe(destination -> {
            if (!following && destination != null) {
                model.chosen().set(destination);
            }
        });
        name.textProperty().bindBidirectional(model.asked().name());
        name.getStyleClass().add("mono-field");
        prefix.getItems().setAll(Prefix.values());
        prefix.setConverter(words(Prefix::word));
        prefix.valueProperty().bindBidirectional(model.asked().prefix());
        prefix.setTooltip(new Tooltip("What the name begins with; drizzle.config says it in migrations.prefix"));
        VBox named = Parts.field("Migration name", name);
        HBox.setHgrow(named, Priority.ALWAYS);
        VBox owned = Parts.field("Service", service);
        owned.setMinWidth(220);
        HBox fields = new HBox(12, owned, named, Parts.field("Prefix", prefix));
        OwnList own = new OwnList(model, background);
        getChildren().addAll(fields, options(own), own, changesBox);
        changesBox.setExpanded(false);
        changesBox.getStyleClass().add("dense");
        changes.setAccessibleText("Changes that go into the migration");
        changes.getStyleClass().add("migration-changes");
        changes.setCellFactory(CheckBoxListCell.forListView(Choice::taken, words(Choice::words)));
        model.destinations().subscribe(_ -> follow());
        model.chosen().subscribe(_ -> follow());
        model.choices().subscribe(_ -> choices());
    }

    @Override
    public void requestFocus() {
        name.requestFocus();
        name.selectAll();
    }

    private Node options(OwnList own) {
        CheckBox down = option(
                "Write the way back too",
                "A script beside the migration, run by hand; it says what does not come back",
                model.asked().down());
        CheckBox byHand = option(
                "Build indexes by hand first",
                "A script with CONCURRENTLY beside the migration: it cannot run in the migrator's transaction."
                        + " The migration then finds the indexes done",
                model.asked().indexesByHand());
        CheckBox later = option(
                "Check old rows in a later run",
                "Foreign keys, checks and NOT NULL come as NOT VALID; a second migration, deployed later, validates"
                        + " them without stopping writers",
                model.asked().validateLater());
        CheckBox fill = option(
                "Leave room to fill new columns",
                "A new column that must have a value comes without that demand, which follows as a statement of its"
                        + " own: between the two an UPDATE of yours can fill it",
                model.asked().fillFirst());
        FlowPane options = new FlowPane(16, 6, down, byHand, later, fill, own.adding());
        options.setRowValignment(VPos.CENTER);
        return options;
    }

    private static CheckBox option(String words, String more, javafx.beans.property.BooleanProperty value) {
        CheckBox box = new CheckBox(words);
        box.setTooltip(new Tooltip(more));
        box.setAccessibleHelp(more);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private void follow() {
        Destinations all = model.destinations().get();
        following = true;
        if (all == null) {
            service.getItems().clear();
        } else if (!service.getItems().equals(all.all())) {
            service.getItems().setAll(all.all());
        }
        Destination chosen = model.chosen().get();
        service.setValue(chosen);
        prefix.setDisable(chosen == null || !chosen.hasPrefix());
        following = false;
    }

    private void choices() {
        changes.getItems().setAll(model.choices().get());
        changes.setFixedCellSize(ROW);
        changes.setPrefHeight(Math.clamp(changes.getItems().size(), 1, ROWS) * ROW + 2);
        count();
        model.choices().get().forEach(choice -> choice.taken().subscribe((_, _) -> count()));
    }

    private void count() {
        int all = changes.getItems().size();
        long taken = changes.getItems().stream()
                .filter(choice -> choice.taken().get())
                .count();
        changesBox.setText(taken == all ? "Changes (" + all + ")" : "Changes (" + taken + " of " + all + ")");
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }
}
