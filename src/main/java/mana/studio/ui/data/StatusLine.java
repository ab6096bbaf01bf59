package mana.studio.ui.data;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mana.studio.rows.Paging;
import org.jspecify.annotations.Nullable;

/// The line below the grid: how many rows there are, how they are ordered, what is selected, how old it is.
final class StatusLine extends HBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(Locale.UK);

    private final DataModel model;
    private final Label rows = label("row-count", "Number of rows");
    private final Hyperlink count = new Hyperlink("Count");
    private final Button stopCounting = new Button("Cancel");
    private final Label order = label("row-order", "Order of the rows");
    private final Label selected = label("selected-cells", "Selected cells");
    private final Label age = label("read-at", "Time of reading");

    StatusLine(DataModel model) {
        super(12);
        this.model = model;
        getStyleClass().addAll("status-bar-line", "data-status");
        count.setId("count-rows");
        count.setAccessibleText("Count the rows exactly");
        count.setOnAction(_ -> model.count());
        stopCounting.setId("stop-counting");
        stopCounting.getStyleClass().addAll("small", "flat");
        stopCounting.setOnAction(_ -> model.cancel());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(rows, count, stopCounting, order, space, selected, age);
        model.window().total().subscribe(_ -> showTotal());
        model.counting().subscribe(_ -> showTotal());
        model.window().openedAt().subscribe(this::showAge);
        model.selection().range().subscribe(this::showSelection);
    }

    private static Label label(String id, String accessible) {
        Label label = new Label();
        label.setId(id);
        label.setAccessibleRoleDescription(accessible);
        return label;
    }

    private void showTotal() {
        Total total = model.window().total().get();
        boolean counting = model.counting().get();
        boolean exact = total != null && total.exact();
        rows.setText(counting ? "Counting …" : total == null ? "" : total.words());
        show(count, !counting && !exact && model.window().openedAt().get() != null);
        show(stopCounting, counting);
    }

    private void showAge(@Nullable Instant at) {
        age.setText(at == null ? "" : "read at " + TIME.format(at.atZone(ZoneId.systemDefault())));
        order.setText(at == null ? "" : orderWords());
        showTotal();
    }

    private String orderWords() {
        return switch (model.paging()) {
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

    private static void show(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
