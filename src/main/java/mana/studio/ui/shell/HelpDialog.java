package mana.studio.ui.shell;

import java.util.List;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import mana.studio.ui.data.DataView;
import mana.studio.ui.design.TableForm;
import mana.studio.ui.diagram.DiagramView;
import mana.studio.ui.locks.LocksView;
import mana.studio.ui.kit.Command;

/// The keys, with what they do.
final class HelpDialog {
    private static final double WIDTH = 1240;
    private static final double HEIGHT = 880;

    private HelpDialog() {}

    /// @param commands those of the window; those without a key are left out
    static void show(Stage owner, List<Command> commands) {
        GridPane everywhere = grid("Everywhere");
        commands.stream()
                .filter(command -> !command.keys().isEmpty())
                .forEach(command -> add(everywhere, command.keys(), command.name()));
        add(everywhere, List.of("Alt+1"), "First tab; Alt+2 to Alt+9 the others");
        GridPane rows = grid("In a table's rows");
        DataView.keys().forEach((keys, words) -> add(rows, List.of(keys), words));
        GridPane columns = grid("In the columns of a form");
        TableForm.keys().forEach((keys, words) -> add(columns, List.of(keys), words));
        GridPane diagram = grid("In the diagram");
        DiagramView.keys().forEach((keys, words) -> add(diagram, List.of(keys), words));
        GridPane locks = grid("On the lock board");
        LocksView.keys().forEach((keys, words) -> add(locks, List.of(keys), words));
        HBox both = new HBox(24, everywhere, new VBox(20, rows, columns), new VBox(20, diagram, locks));
        both.getStyleClass().add("keys");
        // Never higher or wider than the window it explains.
        ScrollPane scroll = new ScrollPane(both);
        scroll.getStyleClass().add("keys-scroll");
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Keys");
        dialog.getDialogPane().setContent(scroll);
        double width = Math.min(owner.getWidth() - 40, WIDTH);
        dialog.getDialogPane().setPrefSize(width, Math.min(owner.getHeight() - 40, HEIGHT));
        // The theme holds dialogs to a width for sentences; these are tables.
        dialog.getDialogPane().setMaxWidth(width);
        dialog.getDialogPane().setMinWidth(width);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.show();
    }

    private static GridPane grid(String title) {
        GridPane grid = new GridPane(12, 4);
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        grid.add(heading, 0, 0, 2, 1);
        return grid;
    }

    private static void add(GridPane grid, List<String> keys, String words) {
        HBox caps = new HBox(4);
        for (String each : keys) {
            Label key = new Label(each);
            key.getStyleClass().add("key-cap");
            key.setMinWidth(Region.USE_PREF_SIZE);
            caps.getChildren().add(key);
        }
        Label explanation = new Label(words);
        explanation.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), caps, explanation);
    }
}
