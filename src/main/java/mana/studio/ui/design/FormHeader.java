package mana.studio.ui.design;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.ui.design.field.ChoiceEntry;
import mana.studio.ui.design.field.DropDialog;
import mana.studio.ui.design.field.FieldFlow;
import mana.studio.ui.design.field.FormField;
import mana.studio.ui.design.field.Messages;
import mana.studio.ui.design.field.TextEntry;
import mana.studio.ui.design.state.Mark;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.Restoring;
import mana.studio.ui.design.state.TableModel;
import mana.studio.ui.design.state.TableState;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The head of the form: where the table is, what it is called and for, what becomes of it.
final class FormHeader extends VBox {
    private final TableModel model;
    private final List<FormField> fields;
    private final FieldFlow flow = new FieldFlow();
    private final HBox names = new HBox(12);
    private final Label mark = new Label();
    private final Label kind = new Label();
    private final Messages messages = new Messages();
    private final Button revert = new Button("Revert", Icons.of(Feather.ROTATE_CCW));
    private final Button drop = new Button("Drop table…", Icons.of(Feather.TRASH_2));

    FormHeader(TableModel model) {
        this.model = model;
        PartModel<Table> table = PartModel.of(model);
        fields = List.of(schema(table), name(table), Fields.comment(table, Table::comment, Table::withComment));
        getStyleClass().add("form-header");
        mark.getStyleClass().add("mark-word");
        kind.getStyleClass().add("muted");
        revert.setTooltip(new Tooltip("Revert the changes of this table"));
        revert.setAccessibleText("Revert changes of this table");
        revert.setOnAction(_ -> Restoring.revert(model));
        drop.setOnAction(_ -> drop());
        for (Button button : List.of(revert, drop)) {
            button.getStyleClass().addAll("flat", "section-button");
            button.managedProperty().bind(button.visibleProperty());
        }
        HBox what = new HBox(6, kind, mark);
        what.getStyleClass().add("header-what");
        HBox buttons = new HBox(revert, drop);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        VBox side = new VBox(2, what, buttons);
        side.getStyleClass().add("header-side");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        names.getChildren().addAll(fields.get(0).node(), fields.get(1).node(), gap, side);
        HBox.setHgrow(fields.get(1).node(), Priority.SOMETIMES);
        names.getStyleClass().add("header-line");
        flow.getChildren().add(fields.get(2).node());
        getChildren().addAll(names, flow, messages);
    }

    private FormField schema(PartModel<Table> table) {
        return new ChoiceEntry<Table, String>(
                        table,
                        "Schema",
                        Field.DEFINITION,
                        List.of(),
                        schema -> schema,
                        now -> now.name().schema(),
                        (old, _) -> old)
                .values(this::schemas)
                .meaning((sketch, schema) -> sketch.with(database -> Edits.move(database, model.id(), schema)));
    }

    private List<String> schemas() {
        Database database = model.database();
        return database == null
                ? List.of()
                : database.schemas().stream().map(Schema::name).toList();
    }

    private FormField name(PartModel<Table> table) {
        return TextEntry.longLine(table, "Name", Field.NAME, now -> now.name().name(), (old, _) -> old)
                .meaning((sketch, text) -> sketch.with(database -> Edits.rename(database, model.id(), text)));
    }

    void refresh(TableState state) {
        Mark now = state.mark();
        Table table = state.table();
        Table shown = table == null ? state.base() : table;
        kind.setText(shown == null ? "" : Icons.word(shown) + (table == null ? " " + shown.name() : ""));
        mark.setText(now.word());
        for (Mark each : Mark.values()) {
            mark.getStyleClass().remove(each.styleClass());
        }
        mark.getStyleClass().add(now.styleClass());
        mark.setVisible(now != Mark.SAME);
        revert.setVisible(now == Mark.CHANGED);
        drop.setVisible(table != null);
        flow.setVisible(table != null);
        flow.setManaged(table != null);
        for (FormField field : fields.subList(0, 2)) {
            field.node().setVisible(table != null);
            field.node().setManaged(table != null);
        }
        fields.forEach(FormField::refresh);
        List<Field> own = fields.stream().map(FormField::field).toList();
        messages.show(
                PartModel.of(model).problems().stream()
                        .filter(problem -> !own.contains(problem.spot().field())
                                && problem.spot().field() != Field.OPTIONS)
                        .toList(),
                PartModel.of(model).hints().stream()
                        .filter(hint -> !own.contains(hint.spot().field()))
                        .toList(),
                "",
                PartModel.of(model)::mend);
    }

    /// Gives the focus to a field; false where it is not here.
    boolean show(Field field) {
        return fields.stream()
                .filter(candidate ->
                        candidate.field() == field || (field == Field.WHOLE && candidate.field() == Field.NAME))
                .findFirst()
                .map(found -> {
                    found.focus();
                    return true;
                })
                .orElse(false);
    }

    private void drop() {
        Database database = model.database();
        if (database == null) {
            return;
        }
        String what = "table " + model.name().map(QualifiedName::toString).orElse("");
        if (DropDialog.confirms(
                what, Edits.drop(database, model.id()).along(), getScene().getWindow())) {
            model.session()
                    .designing()
                    .edit(Edit.of(
                            "Drop " + what, old -> Edits.drop(old, model.id()).database()));
        }
    }
}
