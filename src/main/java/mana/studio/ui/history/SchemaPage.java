package mana.studio.ui.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.history.History;
import mana.studio.ui.history.SchemaModel.Compared;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.EmptyState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The schema at two points of the chain, chosen freely: what differs, the SQL between them, and each as a whole. At
/// first before and after the chosen migration.
final class SchemaPage extends BorderPane {
    private final SchemaModel model;
    private final ChoiceBox<Integer> from = new ChoiceBox<>();
    private final ChoiceBox<Integer> to = new ChoiceBox<>();
    private final ToggleGroup sides = new ToggleGroup();
    private final CodePane code;
    private @Nullable Asked asked;
    private boolean changing;

    private record Asked(History history, List<String> owns, Collection<MigrationFolder> others) {
        int points() {
            return history.folder().migrations().size();
        }
    }

    private enum Side {
        DIFFERENCE("Difference"),
        SQL("As SQL"),
        BEFORE("Before"),
        AFTER("After");

        private final String words;

        Side(String words) {
            this.words = words;
        }
    }

    SchemaPage(SchemaModel model, Background background) {
        this.model = model;
        code = CodePane.readOnly(background);
        code.getStyleClass().add("history-code");
        choice(from, "From");
        choice(to, "To");
        HBox points = new HBox(8, from, new Label("→"), to);
        points.setAlignment(Pos.CENTER_LEFT);
        FlowPane bar = new FlowPane(12, 8, points, toggles());
        bar.getStyleClass().add("history-line");
        setTop(bar);
        model.compared().subscribe(this::show);
    }

    private void choice(ChoiceBox<Integer> box, String spoken) {
        box.setAccessibleText(spoken);
        box.setMaxWidth(210);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer point) {
                return point == null ? "" : name(point);
            }

            @Override
            public Integer fromString(String text) {
                throw new UnsupportedOperationException("a choice is not typed");
            }
        });
        box.valueProperty().subscribe((_, _) -> ask());
    }

    private String name(int point) {
        Asked now = asked;
        if (point == 0 || now == null) {
            return "empty";
        }
        List<Migration> migrations = now.history().folder().migrations();
        return point > migrations.size()
                ? "this database now"
                : "after " + migrations.get(point - 1).tag();
    }

    private Node toggles() {
        HBox box = new HBox();
        for (Side side : Side.values()) {
            ToggleButton button = new ToggleButton(side.words);
            button.setUserData(side);
            button.setToggleGroup(sides);
            button.getStyleClass().addAll("small", place(side));
            box.getChildren().add(button);
        }
        sides.selectToggle(sides.getToggles().getFirst());
        sides.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                sides.selectToggle(before);
            } else {
                show(model.compared().get());
            }
        });
        return box;
    }

    private static String place(Side side) {
        return switch (side) {
            case DIFFERENCE -> "left-pill";
            case SQL, BEFORE -> "center-pill";
            case AFTER -> "right-pill";
        };
    }

    /// Compares what was before a migration with what is after it.
    void compare(History history, List<String> owns, Collection<MigrationFolder> others, int position) {
        Asked next = new Asked(history, owns, others);
        Asked before = asked;
        boolean same = before != null
                && before.history().folder().equals(history.folder())
                && Objects.equals(from.getValue(), position);
        if (same && model.compared().get() != null) {
            return;
        }
        asked = next;
        changing = true;
        List<Integer> points = new ArrayList<>();
        for (int point = 0; point <= next.points() + 1; point++) {
            points.add(point);
        }
        from.getItems().setAll(points);
        to.getItems().setAll(points);
        from.setValue(position);
        to.setValue(position + 1);
        changing = false;
        ask();
    }

    private void ask() {
        Asked now = asked;
        if (!changing && now != null && from.getValue() != null && to.getValue() != null) {
            model.compare(now.history(), now.owns(), from.getValue(), to.getValue(), now.others());
        }
    }

    private void show(@Nullable Compared compared) {
        if (compared == null) {
            setBottom(null);
            setCenter(Waiting.saying("Running the chain in an empty database…"));
            return;
        }
        Label problem = Pieces.muted(compared.problem());
        problem.getStyleClass().add("history-line");
        setBottom(compared.problem().isBlank() ? null : new VBox(problem));
        if (!compared.isKnown()) {
            setCenter(new EmptyState(
                    Feather.HELP_CIRCLE,
                    "The schema is not known there",
                    "The chain stops before, and there is no snapshot."));
            return;
        }
        Side side = (Side) sides.getSelectedToggle().getUserData();
        switch (side) {
            case DIFFERENCE -> difference(compared);
            case SQL -> text(compared.sql(), "Nothing leads from one to the other: they are the same.");
            case BEFORE -> text(Objects.requireNonNullElse(compared.before(), ""), "Nothing is there yet.");
            case AFTER -> text(Objects.requireNonNullElse(compared.after(), ""), "Nothing is there.");
        }
    }

    private void difference(Compared compared) {
        if (compared.changed().isEmpty()) {
            text("", "The schema is the same at both points.");
            return;
        }
        UnifiedDiff diff = UnifiedDiff.ofObjects(compared.changed());
        code.setText(diff.text(), diff.marks());
        setCenter(code);
    }

    private void text(String text, String none) {
        if (text.isBlank()) {
            setCenter(new EmptyState(Feather.CHECK, none, ""));
            return;
        }
        code.setText(text, List.of());
        setCenter(code);
    }
}
