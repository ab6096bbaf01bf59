package mana.studio.ui.apply;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.apply.Comparison;
import mana.studio.apply.Entry;
import mana.studio.apply.Order;
import mana.studio.apply.Recovery;
import mana.studio.apply.Recovery.Found;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Says on opening a database that applying to it was interrupted: what was applied and what was not. Not there where
/// nothing was.
final class UnfinishedBanner extends VBox {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final UnfinishedModel model;
    private final Function<Order, Node> applying;
    private final Label headline = Blocks.wrapped("", "strong");
    private final Label known = Blocks.wrapped("");
    private final ToggleButton details = new ToggleButton("Details");
    private final VBox below = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(below);

    /// @param applying a view that applies an order: removing an index that was left
    UnfinishedBanner(UnfinishedModel model, Function<Order, Node> applying) {
        this.model = model;
        this.applying = applying;
        getStyleClass().add("unfinished-banner");
        setId("unfinished-banner");
        details.setId("unfinished-details");
        Button again = new Button("Look again", Icons.of(Feather.REFRESH_CW));
        again.setOnAction(_ -> model.look());
        Button forget = new Button("Forget it");
        forget.setId("unfinished-forget");
        forget.setTooltip(new Tooltip("Drops the studio's note of it; the database stays as it is"));
        forget.setOnAction(_ -> model.forget());
        VBox texts = new VBox(2, headline, known);
        HBox.setHgrow(texts, Priority.ALWAYS);
        for (Region button : List.of(details, again, forget)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox line = new HBox(12, Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"), texts, details, again, forget);
        line.getStyleClass().add("unfinished-line");
        below.getStyleClass().add("unfinished-details");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(380);
        scroll.getStyleClass().add("apply-scroll");
        scroll.visibleProperty().bind(details.selectedProperty());
        scroll.managedProperty().bind(scroll.visibleProperty());
        getChildren().addAll(line, scroll);
        visibleProperty().bind(model.entry().isNotNull());
        managedProperty().bind(visibleProperty());
        model.entry().subscribe(_ -> show());
        model.recovery().subscribe(_ -> show());
        model.failure().subscribe(_ -> show());
    }

    private void show() {
        Entry entry = model.entry().get();
        if (entry == null) {
            return;
        }
        headline.setText("Applying changes to " + entry.database() + " was interrupted on "
                + CLOCK.format(entry.startedAt()) + ".");
        Recovery recovery = model.recovery().get();
        known.setText(recovery == null ? "Asking the server what was applied …" : summary(recovery));
        below.getChildren().clear();
        if (model.failure().get() != null) {
            known.setText("What was applied could not be asked yet.");
            below.getChildren().add(new FailurePane(model.failure().get()));
        }
        if (recovery != null) {
            details(recovery);
        }
    }

    private static String summary(Recovery recovery) {
        long applied = recovery.applied();
        int all = recovery.parts().size();
        if (recovery.running()) {
            return "The server still works on it: look again in a while.";
        }
        if (!recovery.isClear()) {
            return applied + " of " + all + " parts applied for certain; the details say what is known of the others.";
        }
        if (applied == 0) {
            return "Nothing of it was applied: the server has undone what was begun.";
        }
        return applied == all
                ? "All of it was applied."
                : applied + " of " + all + (applied == 1 ? " parts was" : " parts were")
                        + " applied, the rest was not.";
    }

    private void details(Recovery recovery) {
        int number = 0;
        for (Entry.Part part : recovery.entry().parts()) {
            below.getChildren().add(part(++number, part, recovery.parts().get(number - 1)));
        }
        Comparison comparison = recovery.comparison();
        if (comparison != null) {
            below.getChildren().add(compared(comparison));
        }
        if (!recovery.leftovers().isEmpty()) {
            below.getChildren().add(new LeftoverBox(recovery.leftovers(), this::clean));
        }
    }

    private void clean(Order order) {
        Node view = applying.apply(order);
        if (view instanceof Region region) {
            region.setPrefHeight(340);
        }
        below.getChildren().setAll(view);
        view.requestFocus();
    }

    private static Node part(int number, Entry.Part part, Found found) {
        StatementRow row = new StatementRow(
                number, icon(found), style(found), word(found), String.join(";\n", part.statements()) + ";", "");
        row.below(found.why(), "apply-reason");
        return row;
    }

    private static Node compared(Comparison comparison) {
        if (comparison.isEqual()) {
            return Blocks.marked(
                    Feather.CHECK_CIRCLE,
                    "icon-success",
                    Blocks.wrapped("The database is as it was to become.", "strong"));
        }
        VBox texts = new VBox(
                4,
                Blocks.wrapped("What still differs from what the database was to become:", "strong"),
                Blocks.sql(String.join(";\n", comparison.missing()) + ";"));
        if (!comparison.doubt().isEmpty()) {
            texts.getChildren().add(Blocks.wrapped(comparison.doubt(), "apply-reason"));
        }
        return Blocks.marked(Feather.GIT_PULL_REQUEST, "icon-warning", texts);
    }

    private static Ikon icon(Found found) {
        return switch (found.fate()) {
            case APPLIED -> Feather.CHECK_CIRCLE;
            case NOT_APPLIED -> Feather.MINUS_CIRCLE;
            case PARTLY -> Feather.PIE_CHART;
            case RUNNING -> Feather.PLAY_CIRCLE;
            case UNKNOWN -> Feather.HELP_CIRCLE;
        };
    }

    private static String style(Found found) {
        return switch (found.fate()) {
            case APPLIED -> "state-success";
            case NOT_APPLIED -> "state-quiet";
            case RUNNING -> "state-running";
            case PARTLY, UNKNOWN -> "state-warning";
        };
    }

    private static String word(Found found) {
        return switch (found.fate()) {
            case APPLIED -> "applied";
            case NOT_APPLIED -> "not applied";
            case PARTLY -> "in part";
            case RUNNING -> "still runs";
            case UNKNOWN -> "unknown";
        };
    }
}
