package mana.studio.ui.pending;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mana.studio.design.PendingChange;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of the list of changes: what becomes of a thing, as an icon and a word, and how.
final class ChangeCell extends ListCell<ChangeRow> {
    private final FontIcon icon = new FontIcon();
    private final Label kind = new Label();
    private final Label words = new Label();
    private final Button revert = new Button(null, Icons.of(Feather.ROTATE_CCW));
    private final HBox line = new HBox(icon, kind, words, revert);
    private final Label heading = new Label();

    ChangeCell(Consumer<PendingChange> reverting) {
        getStyleClass().add("change-cell");
        line.getStyleClass().add("change-line");
        line.setAlignment(Pos.CENTER_LEFT);
        kind.getStyleClass().add("change-kind");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        words.getStyleClass().add("change-words");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        heading.getStyleClass().add("change-heading");
        revert.getStyleClass().addAll("button-icon", "flat", "change-revert");
        revert.setFocusTraversable(false);
        revert.setMinWidth(Region.USE_PREF_SIZE);
        revert.setOnAction(_ -> {
            if (getItem() instanceof ChangeRow.Line row) {
                reverting.accept(row.change());
            }
        });
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        // As wide as the list, so that long words wrap and the button stays in sight.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ChangeRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        switch (empty ? null : row) {
            case null -> {
                setGraphic(null);
                setAccessibleText(null);
                setTooltip(null);
            }
            case ChangeRow.Heading title -> {
                heading.setText(title.of());
                setAccessibleText(title.of());
                setTooltip(null);
                setGraphic(heading);
            }
            case ChangeRow.Line change -> show(change.change());
        }
    }

    private void show(PendingChange change) {
        icon.setIconCode(icon(change.kind()));
        icon.getStyleClass()
                .setAll("ikonli-font-icon", "change-" + change.kind().word());
        kind.setText(change.kind().word());
        kind.getStyleClass()
                .setAll("label", "change-kind", "change-" + change.kind().word());
        words.setText(change.part() == null ? change.wordsWithoutName() : change.words());
        String spoken = change.kind().word() + ": " + change.words();
        setAccessibleText(spoken);
        setTooltip(new Tooltip(spoken));
        revert.setAccessibleText("Revert " + change.word() + " " + change.name());
        revert.setTooltip(new Tooltip("Revert (Delete)"));
        setGraphic(line);
    }

    private static Feather icon(PendingChange.Kind kind) {
        return switch (kind) {
            case ADDED -> Feather.PLUS_CIRCLE;
            case CHANGED -> Feather.EDIT_2;
            case RENAMED -> Feather.TAG;
            case REMOVED -> Feather.MINUS_CIRCLE;
        };
    }
}
