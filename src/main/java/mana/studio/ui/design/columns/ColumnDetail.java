package mana.studio.ui.design.columns;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.convention.Breach;
import mana.studio.design.Problem;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Identity;
import mana.studio.ui.design.field.FieldFlow;
import mana.studio.ui.design.field.FormField;
import mana.studio.ui.design.field.Messages;
import mana.studio.ui.design.state.ColumnLine;
import mana.studio.ui.design.state.ColumnsModel;
import mana.studio.ui.design.state.Mark;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the selected column has beside what its line shows.
final class ColumnDetail extends VBox {
    private final ColumnsModel model;
    private final Label name = new Label();
    private final Label mark = new Label();
    private final Label reason = new Label();
    private final Button back = new Button("Bring back", Icons.of(Feather.CORNER_UP_LEFT));
    private final Messages messages = new Messages();
    private final FieldFlow flow = new FieldFlow();
    private List<FormField> fields = List.of();
    private @Nullable ColumnLine line;
    private String kind = "";

    ColumnDetail(ColumnsModel model, Runnable bringBack) {
        this.model = model;
        getStyleClass().add("column-detail");
        name.getStyleClass().addAll("strong");
        mark.getStyleClass().add("mark-word");
        reason.getStyleClass().add("muted");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        back.setOnAction(_ -> bringBack.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, name, mark, gap, back);
        head.getStyleClass().add("detail-head");
        getChildren().addAll(head, reason, messages, flow);
        show(null);
    }

    /// Shows a column, or that none is selected.
    void show(@Nullable ColumnLine newest) {
        Identity before = line == null ? null : line.id();
        line = newest;
        setVisible(newest != null);
        setManaged(newest != null);
        if (newest == null) {
            return;
        }
        String newKind = ColumnFields.kind(newest.column()) + (newest.isRemoved() ? " removed" : "");
        boolean same = before != null && before.same(newest.id()) && newKind.equals(kind);
        if (!same) {
            kind = newKind;
            PartModel<Column> part = model.column(newest.id());
            fields = newest.isRemoved() ? List.of() : ColumnFields.of(part);
            flow.show(fields);
        }
        name.setText(newest.column().name());
        mark.setText(newest.mark().word());
        for (Mark each : Mark.values()) {
            mark.getStyleClass().remove(each.styleClass());
        }
        mark.getStyleClass().add(newest.mark().styleClass());
        say(newest.isRemoved() ? "It is dropped when the design is applied." : newest.locked());
        back.setVisible(newest.isRemoved());
        back.setManaged(newest.isRemoved());
        messages.show(shownHere(newest), hintsHere(newest), "", model.column(newest.id())::mend);
        fields.forEach(FormField::refresh);
    }

    private void say(String text) {
        reason.setText(text);
        reason.setVisible(!text.isEmpty());
        reason.setManaged(!text.isEmpty());
    }

    /// What is wrong at fields that only the grid has.
    private List<Problem> shownHere(ColumnLine shown) {
        List<Field> below = fields.stream().map(FormField::field).toList();
        return shown.problems().stream()
                .filter(problem -> !below.contains(problem.spot().field()))
                .toList();
    }

    private List<Breach> hintsHere(ColumnLine shown) {
        List<Field> below = fields.stream().map(FormField::field).toList();
        return shown.hints().stream()
                .filter(hint -> !below.contains(hint.spot().field()))
                .toList();
    }

    /// Gives the focus to a field; false where it has none of it.
    boolean focus(Field field) {
        return fields.stream()
                .filter(candidate -> candidate.field() == field)
                .findFirst()
                .map(found -> {
                    found.focus();
                    return true;
                })
                .orElse(false);
    }
}
