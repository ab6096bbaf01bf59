package mana.studio.ui.apply;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.apply.Comparison;
import mana.studio.apply.Ending;
import mana.studio.apply.Order;
import mana.studio.apply.Outcome;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What became of it.
final class EndedPane extends VBox {
    private final Button again = new Button();

    EndedPane(ApplyModel model) {
        super(12);
        getStyleClass().add("apply-asking");
        VBox said = new VBox(12);
        Failure failure = model.failure().get();
        Outcome outcome = model.outcome().get();
        if (failure != null) {
            said.getChildren().add(new FailurePane(failure));
        }
        if (outcome != null) {
            Order order = model.order().get();
            said.getChildren().add(result(order, outcome));
            if (!outcome.leftovers().isEmpty()) {
                said.getChildren().add(new LeftoverBox(outcome.leftovers(), model::show));
            }
        }
        ScrollPane scroll = new ScrollPane(said);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("apply-scroll");
        scroll.setMaxHeight(300);
        again.setId("apply-again");
        again.setText(
                outcome != null && outcome.ending() instanceof Ending.Applied ? "Back to the changes" : "Start over");
        again.setOnAction(_ -> model.again());
        HBox row = new HBox(8, Blocks.gap(), again);
        getChildren().addAll(scroll, row);
    }

    @Override
    public void requestFocus() {
        again.requestFocus();
    }

    private static Node result(Order order, Outcome outcome) {
        EndingWords words = EndingWords.of(order.course(), order.wanted(), outcome);
        Comparison comparison = outcome.comparison();
        boolean equal = comparison == null || comparison.isEqual();
        boolean good = words.good() && equal;
        VBox texts = new VBox(4, Blocks.wrapped(words.headline(), "strong"));
        if (!words.more().isEmpty()) {
            texts.getChildren().add(Blocks.wrapped(words.more(), words.good() ? "plain" : "apply-answer"));
        }
        statements(texts, listed(outcome.ending(), comparison));
        if (comparison != null && !comparison.doubt().isEmpty()) {
            texts.getChildren().add(Blocks.wrapped(comparison.doubt(), "apply-reason"));
        }
        String style = good ? "apply-success" : words.good() ? "apply-warning" : "apply-danger";
        return Blocks.box(
                style,
                Blocks.marked(
                        good ? Feather.CHECK_CIRCLE : words.good() ? Feather.ALERT_TRIANGLE : Feather.X_CIRCLE,
                        good ? "icon-success" : words.good() ? "icon-warning" : "icon-danger",
                        texts));
    }

    private static List<String> listed(Ending ending, @Nullable Comparison comparison) {
        return ending instanceof Ending.Stale stale
                ? stale.changes()
                : comparison == null ? List.of() : comparison.missing();
    }

    private static void statements(VBox texts, List<String> statements) {
        if (!statements.isEmpty()) {
            texts.getChildren().add(Blocks.sql(String.join(";\n", statements) + ";"));
        }
    }
}
