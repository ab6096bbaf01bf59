package mana.studio.ui.drift;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.drift.Difference;
import mana.studio.drizzle.drift.Side;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One difference: what it means, what each side says in full, and both directions in which it can be repaired.
final class DifferencePane extends ScrollPane {
    private final BiConsumer<Difference, Side> database;
    private final Consumer<Difference> code;

    /// @param database makes the database like a side
    /// @param code     makes the code like the database
    DifferencePane(BiConsumer<Difference, Side> database, Consumer<Difference> code) {
        this.database = database;
        this.code = code;
        setId("difference");
        setFitToWidth(true);
        getStyleClass().add("drift-detail");
        show(null);
    }

    void show(@Nullable Difference difference) {
        if (difference == null) {
            Label hint = new Label("Choose a difference to see what each side says, and how to repair it.");
            hint.getStyleClass().add("muted");
            hint.setWrapText(true);
            setContent(padded(new VBox(hint)));
            return;
        }
        Label title = new Label(DifferenceTable.kind(difference.part()) + " " + difference.part());
        title.getStyleClass().add("drift-title");
        Label sentence = new Label(difference.sentence());
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        setContent(padded(new VBox(10, title, sentence, texts(difference), repairs(difference))));
        setVvalue(0);
    }

    private static VBox padded(VBox box) {
        box.setPadding(new Insets(12, 16, 16, 16));
        return box;
    }

    private static Node texts(Difference difference) {
        GridPane grid = new GridPane(12, 6);
        int row = 0;
        for (Side side : Side.values()) {
            Label name = new Label(side.word());
            name.getStyleClass().add("muted");
            name.setMinWidth(USE_PREF_SIZE);
            Label text = new Label(
                    difference.sides().contains(side)
                            ? difference.text(side).orElse("is not there")
                            : "could not be read");
            text.setWrapText(true);
            text.setMinWidth(0);
            text.setMinHeight(USE_PREF_SIZE);
            text.getStyleClass().add(difference.text(side).isPresent() ? "drift-code" : "muted");
            GridPane.setHgrow(text, Priority.ALWAYS);
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(row++, name, text);
        }
        return grid;
    }

    private Node repairs(Difference difference) {
        FlowPane ways = new FlowPane(8, 8);
        if (like(difference, Side.CODE)) {
            ways.getChildren()
                    .add(button(
                            "Make the database like the code…",
                            Feather.DATABASE,
                            () -> database.accept(difference, Side.CODE)));
        }
        if (like(difference, Side.SNAPSHOT) && !difference.agree(Side.CODE, Side.SNAPSHOT)) {
            ways.getChildren()
                    .add(button(
                            "Make the database like the snapshot…",
                            Feather.DATABASE,
                            () -> database.accept(difference, Side.SNAPSHOT)));
        }
        if (like(difference, Side.CODE)) {
            ways.getChildren()
                    .add(button("Make the code like the database…", Feather.CODE, () -> code.accept(difference)));
        }
        return ways;
    }

    /// Whether a side was read and says something else than the database.
    private static boolean like(Difference difference, Side side) {
        return difference.sides().contains(side)
                && difference.sides().contains(Side.DATABASE)
                && !difference.agree(side, Side.DATABASE);
    }

    private static Button button(String text, Feather icon, Runnable action) {
        Button button = new Button(text, Icons.of(icon));
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
