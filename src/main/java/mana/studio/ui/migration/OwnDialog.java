package mana.studio.ui.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.drizzle.write.OwnStatement;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.CodePane;
import org.jspecify.annotations.Nullable;

/// Asks for a statement of the person's own, and where it stands.
final class OwnDialog {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String END = "At the end";
    private static final double HEIGHT = 180;
    /// What demands a value of a column, at once or as a check.
    private static final Pattern REQUIRED =
            Pattern.compile("ALTER TABLE (?<table>.+?) (?:ALTER COLUMN (?<column>.+) SET NOT NULL"
                    + "|ADD CONSTRAINT .+ CHECK \\((?<checked>.+) IS NOT NULL\\) NOT VALID);");

    private final List<String> statements;
    private final ComboBox<String> place = new ComboBox<>();
    private final CodePane sql;
    private final Label problem = new Label();

    private OwnDialog(List<String> statements, Background background) {
        this.statements = statements;
        sql = CodePane.editable(background);
        sql.setPrefHeight(HEIGHT);
        place.getItems()
                .setAll(Stream.concat(statements.stream(), Stream.of(END)).toList());
        place.setCellFactory(_ -> new PlaceCell());
        place.setButtonCell(new PlaceCell());
    }

    /// Asks for a new one; where a column is about to take no NULL, how to fill it is suggested.
    static Optional<OwnStatement> add(Node from, List<String> statements, Background background) {
        OwnDialog dialog = new OwnDialog(statements, background);
        return dialog.ask(from, suggestion(statements).orElse(new OwnStatement("", null)), "Add");
    }

    static Optional<OwnStatement> change(Node from, OwnStatement own, List<String> statements, Background background) {
        return new OwnDialog(statements, background).ask(from, own, "Change");
    }

    private static Optional<OwnStatement> suggestion(List<String> statements) {
        return statements.stream()
                .map(REQUIRED::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> {
                    String column = found.group("column") == null ? found.group("checked") : found.group("column");
                    String update = "UPDATE " + found.group("table") + " SET " + column + " = /* value */ WHERE "
                            + column + " IS NULL;";
                    return new OwnStatement(update, found.group());
                });
    }

    private Optional<OwnStatement> ask(Node from, OwnStatement first, String verb) {
        Window owner = from.getScene().getWindow();
        String before = first.before();
        place.setValue(before != null && statements.contains(before) ? before : END);
        sql.setText(first.sql());
        problem.getStyleClass().add("migration-problem");
        problem.setWrapText(true);
        Dialog<OwnStatement> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Own statement");
        dialog.setHeaderText("A statement of your own");
        dialog.setGraphic(null);
        dialog.setResizable(true);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getStyleClass().add("migration-own");
        boolean dark = owner.getScene().getRoot().getPseudoClassStates().contains(DARK);
        dialog.getDialogPane().pseudoClassStateChanged(DARK, dark);
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane().setPrefWidth(680);
        ButtonType go = new ButtonType(verb, ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(go, ButtonType.CANCEL);
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        sql.text().subscribe(text -> check(text, button));
        dialog.setResultConverter(pressed -> pressed == go ? own() : null);
        dialog.setOnShown(_ -> Platform.runLater(sql::requestFocus));
        return dialog.showAndWait();
    }

    private Node content() {
        Label note =
                new Label("It runs in the migrator's one transaction, on every database. Here it is proven with the"
                        + " rest, on tables without rows: that it runs, not that it finds the right ones.");
        note.setWrapText(true);
        note.getStyleClass().add("migration-purpose");
        VBox.setVgrow(sql, Priority.ALWAYS);
        VBox field = Parts.field("SQL", sql);
        VBox.setVgrow(field, Priority.ALWAYS);
        return new VBox(12, Parts.field("Stands before", place), field, problem, note);
    }

    private void check(String text, Button button) {
        String found =
                text.isBlank() ? "" : new OwnStatement(text, null).problem().orElse("");
        problem.setText(found);
        problem.setVisible(!found.isEmpty());
        problem.setManaged(!found.isEmpty());
        button.setDisable(text.isBlank() || !found.isEmpty());
    }

    private OwnStatement own() {
        String chosen = place.getValue();
        return new OwnStatement(sql.text().getValue().strip(), END.equals(chosen) ? null : chosen);
    }

    private static final class PlaceCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String statement, boolean empty) {
            super.updateItem(statement, empty);
            setMaxWidth(620);
            setText(statement == null || empty ? null : OwnList.line(statement));
        }
    }
}
