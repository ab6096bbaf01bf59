package mana.studio.ui.data;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mana.studio.rows.Paging;
import mana.studio.ui.kit.Background.Running;
import org.jspecify.annotations.Nullable;

/// The line below the grid: how many rows there are, how they are ordered, what runs, what is selected, how old it is.
final class StatusLine extends HBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final DataModel model;
    private final SlowReading copying;
    private final Label rows = label("row-count");
    private final Hyperlink count = new Hyperlink("Count");
    private final Label order = label("row-order");
    private final Label doing = label("doing");
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button("Cancel");
    private final Label selected = label("selected-cells");
    private final Label age = label("read-at");

    /// @param slow whether reading rows takes long
    StatusLine(DataModel model, SlowReading slow) {
        super(12);
        this.model = model;
        copying = new SlowReading(model.beside().copying());
        getStyleClass().addAll("status-bar-line", "data-status");
        count.setId("count-rows");
        count.setAccessibleText("Count the rows exactly");
        count.setOnAction(_ -> model.beside().count());
        cancel.setId("cancel");
        cancel.setAccessibleText("Cancel what runs (Ctrl+F2)");
        cancel.setOnAction(_ -> model.cancel());
        progress.setPrefWidth(90);
        progress.setAccessibleText("Progress of what runs");
        progress.getStyleClass().add("thin-progress");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(rows, count, order, space, doing, progress, cancel, selected, age);
        getChildren().forEach(child -> {
            if (child instanceof Region region && region != space) {
                region.setMinWidth(Region.USE_PREF_SIZE);
            }
        });
        model.window().total().subscribe(_ -> showTotal());
        model.window().openedAt().subscribe(this::showAge);
        model.selection().range().subscribe(this::showSelection);
        slow.slow().subscribe(_ -> showDoing(slow));
        copying.slow().subscribe(_ -> showDoing(slow));
        model.beside().counting().subscribe(_ -> showDoing(slow));
        model.beside().exporting().subscribe(_ -> showDoing(slow));
        model.beside().notice().subscribe(_ -> showDoing(slow));
    }

    /// `read at 10:30:12`.
    static String readAt(Instant at) {
        return "read at " + TIME.format(at);
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        return label;
    }

    private void showTotal() {
        Total total = model.window().total().get();
        rows.setText(total == null ? "" : total.words());
        boolean exact = total != null && total.exact();
        DataActions.show(count, !model.beside().counting().get() && !exact && model.window().openedAt().get() != null);
    }

    private void showDoing(SlowReading slow) {
        Running export = model.beside().exporting().get();
        progress.progressProperty().unbind();
        doing.textProperty().unbind();
        if (export != null) {
            doing.textProperty().bind(export.message().map(done -> export.title() + "  " + done));
            progress.progressProperty().bind(export.fraction());
        } else {
            doing.setText(word(slow.slow().get()));
            progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        }
        boolean runs = export != null
                || model.beside().counting().get()
                || copying.slow().get()
                || slow.slow().get();
        DataActions.show(progress, runs);
        DataActions.show(cancel, runs);
        showTotal();
    }

    private String word(boolean reading) {
        if (model.beside().counting().get()) {
            return "Counting…";
        }
        if (copying.slow().get()) {
            return "Copying…";
        }
        return reading ? "Reading…" : model.beside().notice().get();
    }

    private void showAge(@Nullable Instant at) {
        age.setText(at == null ? "" : readAt(at));
        order.setText(at == null ? "" : orderWords(model.paging()));
        showTotal();
    }

    private static String orderWords(Paging paging) {
        return switch (paging) {
            case BY_KEY -> "";
            case BY_CTID -> "No primary key: rows in physical order";
            case BY_OFFSET -> "No key to page by: later pages take longer";
        };
    }

    private void showSelection(@Nullable CellRange range) {
        selected.setText(
                range == null || range.isSingle()
                        ? ""
                        : Counts.of(range.rows(), "row") + " × " + Counts.of(range.columns(), "column"));
    }
}
