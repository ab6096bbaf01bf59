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
import mana.studio.apply.PhasedPlan;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What became of it.
final class EndedPane extends VBox {
    private static final double MOST = 300;

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
            said.getChildren().add(result(model.order().get(), outcome, next(model)));
            if (!outcome.leftovers().isEmpty()) {
                said.getChildren().add(new LeftoverBox(outcome.leftovers(), model::show));
            }
        }
        ScrollPane scroll = new ScrollPane(said);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("apply-scroll");
        // Lines that wrap are higher than they prefer to be.
        said.heightProperty().subscribe(height -> scroll.setPrefViewportHeight(Math.min(MOST, height.doubleValue())));
        again.setId("apply-again");
        again.setText(words(model));
        again.setOnAction(_ -> model.again());
        HBox row = new HBox(8, Blocks.gap(), again);
        getChildren().addAll(scroll, row);
    }

    private static String words(ApplyModel model) {
        PhasedPlan next = next(model);
        Outcome outcome = model.outcome().get();
        if (next != null) {
            return PhaseWords.next(next) + (next.isHalfDone() ? ", the rest…" : "…");
        }
        return outcome != null && outcome.ending() instanceof Ending.Applied ? "Back to the changes" : "Start over";
    }

    /// What of a plan of several phases is next; null for nothing.
    private static @Nullable PhasedPlan next(ApplyModel model) {
        return model.reached().filter(plan -> plan.isBegun() && !plan.isDone()).orElse(null);
    }

    @Override
    public void requestFocus() {
        again.requestFocus();
    }

    private static Node result(Order order, Outcome outcome, @Nullable PhasedPlan next) {
        EndingWords words = EndingWords.of(order.course(), order.wanted(), outcome);
        Comparison comparison = outcome.comparison();
        boolean equal = comparison == null || comparison.isEqual();
        boolean good = words.good() && equal;
        VBox texts = new VBox(4, Blocks.wrapped(words.headline(), "strong"));
        if (!words.more().isEmpty()) {
            texts.getChildren().add(Blocks.wrapped(words.more(), words.good() ? "plain" : "apply-answer"));
        }
        if (next != null) {
            texts.getChildren().add(Blocks.wrapped(toCome(next)));
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

    private static String toCome(PhasedPlan next) {
        String kept = " It is kept: the studio offers it whenever this database is open.";
        return next.isHalfDone()
                ? PhaseWords.next(next) + " is half done, and can go on." + kept
                : PhaseWords.next(next) + " is next. " + PhaseWords.start(next.phase()) + kept;
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
