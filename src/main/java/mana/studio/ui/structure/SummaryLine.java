package mana.studio.ui.structure;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import mana.studio.catalog.SizeReader.DiskSize;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.structure.StructureModel.Measured;

/// Owner, rows and size of an object in one line, and the button that measures the size.
final class SummaryLine extends FlowPane {
    private final StructureModel model;

    SummaryLine(StructureModel model) {
        this.model = model;
        getStyleClass().add("summary-line");
        update();
    }

    void update() {
        getChildren().setAll(fact("Owner", model.object().get().owner()));
        if (model.object().get() instanceof Relation relation && hasFiles(relation)) {
            Optional<RelationSize> estimate = model.estimate();
            getChildren().add(rows(estimate));
            getChildren().add(size(estimate));
            getChildren().add(measure());
        }
    }

    private static boolean hasFiles(Relation relation) {
        return switch (relation) {
            case Table table -> table.foreign() == null;
            case View view -> view.materialized();
        };
    }

    private static Node rows(Optional<RelationSize> estimate) {
        long rows = estimate.map(RelationSize::rows).orElse(-1L);
        Node fact = fact("Rows", rows < 0 ? "not known" : "about " + Amounts.exact(rows));
        Tooltip.install(
                fact,
                new Tooltip(
                        rows < 0
                                ? "The server never analyzed it."
                                : "The server's estimate, as of its last VACUUM or ANALYZE"));
        return fact;
    }

    private Node size(Optional<RelationSize> estimate) {
        return switch (model.size().get()) {
            case Measured.Done(DiskSize size) -> {
                String toast = size.toast() == 0 ? "" : ", of it TOAST " + Amounts.bytes(size.toast());
                Node fact = fact(
                        "Size",
                        Amounts.bytes(size.total()) + "  (table " + Amounts.bytes(size.table()) + toast + ", indexes "
                                + Amounts.bytes(size.indexes()) + ")");
                Tooltip.install(fact, new Tooltip(Amounts.exact(size.total()) + " bytes"));
                yield fact;
            }
            case Measured.Failed(var failure) -> fact("Size", failure.headline());
            case Measured.NotYet _, Measured.Running _ ->
                fact(
                        "Size",
                        estimate.filter(known -> known.rows() >= 0 || known.bytes() > 0)
                                .map(known -> "about " + Amounts.bytes(known.bytes()))
                                .orElse("not known"));
        };
    }

    private Node measure() {
        boolean running = model.size().get() instanceof Measured.Running;
        Button button = new Button(running ? "Measuring…" : "Measure");
        button.setId("measure-size");
        button.setDisable(running);
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip("Ask the server for the exact size on disk, with indexes and TOAST"));
        button.setOnAction(_ -> model.measure());
        return button;
    }

    private static Node fact(String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        Label said = new Label(value, label);
        said.getStyleClass().add("summary-fact");
        return said;
    }
}
