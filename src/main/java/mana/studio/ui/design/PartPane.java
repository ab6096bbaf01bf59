package mana.studio.ui.design;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.convention.Breach;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Problem;
import mana.studio.design.Problem.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Database;
import mana.studio.ui.design.field.DropDialog;
import mana.studio.ui.design.field.FieldFlow;
import mana.studio.ui.design.field.FormField;
import mana.studio.ui.design.field.Messages;
import mana.studio.ui.design.state.Mark;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.Restoring;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A part of the table: a line that says what it is, and below it, once it is opened, its fields.
final class PartPane<P> extends VBox {
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final PartModel<P> part;
    private final PartForm<P> form;
    private final Label sign = new Label();
    private final FontIcon chevron = Icons.of(Feather.CHEVRON_RIGHT, "part-chevron");
    private final Label name = new Label();
    private final Label summary = new Label();
    private final Label wrong = new Label();
    private final Label hint = new Label(null, Icons.of(Feather.INFO, "icon-hint"));
    private final Button remove = new Button(null, Icons.of(Feather.TRASH_2));
    private final Button back = new Button("Bring back", Icons.of(Feather.CORNER_UP_LEFT));
    private final HBox head = new HBox(6, sign, chevron, name, summary, wrong, hint, remove, back);
    private final Messages messages = new Messages();
    private final FieldFlow flow = new FieldFlow();
    private final VBox body = new VBox(messages, flow);
    private List<FormField> fields = List.of();
    private final Consumer<Node> opened;
    private boolean open;

    /// How a kind of part is shown.
    ///
    /// @param fields  of its detail
    /// @param summary what it is, in a line
    /// @param locked  why it cannot be changed here; empty where it can
    record PartForm<P>(
            Function<PartModel<P>, List<FormField>> fields, Function<P, String> summary, Function<P, String> locked) {}

    /// @param opened told when its detail is opened: it is to be seen
    PartPane(PartModel<P> part, PartForm<P> form, Consumer<Node> opened) {
        this.opened = opened;
        this.part = part;
        this.form = form;
        getStyleClass().add("part");
        head.getStyleClass().add("part-head");
        sign.getStyleClass().add("part-sign");
        name.getStyleClass().add("part-name");
        name.setMinWidth(60);
        summary.getStyleClass().addAll("part-summary");
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.setMinWidth(40);
        body.getStyleClass().add("part-body");
        remove.getStyleClass().addAll("flat", "part-button");
        remove.setOnAction(_ -> remove());
        remove.setFocusTraversable(false);
        back.getStyleClass().addAll("flat", "section-button");
        back.setOnAction(_ -> Restoring.part(part));
        head.setFocusTraversable(true);
        head.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                head.requestFocus();
                toggle(!open);
            }
        });
        head.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        head.focusedProperty().subscribe(focused -> {
            if (focused) {
                part.table().focus(part.spot(Field.WHOLE));
            }
        });
        getChildren().addAll(head);
    }

    PartModel<P> part() {
        return part;
    }

    private void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        boolean expand = key == KeyCode.ENTER || key == KeyCode.SPACE || key == KeyCode.F2;
        if (expand) {
            toggle(key == KeyCode.F2 || !open);
            if (open && key != KeyCode.SPACE) {
                focusFirst();
            }
        } else if (key == KeyCode.RIGHT || key == KeyCode.LEFT) {
            toggle(key == KeyCode.RIGHT);
        } else if (key == KeyCode.DELETE) {
            remove();
        } else {
            return;
        }
        event.consume();
    }

    private void focusFirst() {
        fields.stream().findFirst().ifPresent(FormField::focus);
    }

    /// Opens or closes the detail.
    void toggle(boolean opens) {
        open = opens && part.now() != null;
        chevron.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        if (open && fields.isEmpty()) {
            fields = form.fields().apply(part);
            flow.show(fields);
        }
        if (open && !getChildren().contains(body)) {
            getChildren().add(body);
            refresh();
            opened.accept(this);
            return;
        } else if (!open) {
            getChildren().remove(body);
        }
        refresh();
    }

    /// Opens it and gives the focus to a field of it.
    void show(Field field) {
        toggle(true);
        fields.stream()
                .filter(candidate -> candidate.field() == field)
                .findFirst()
                .ifPresentOrElse(FormField::focus, head::requestFocus);
    }

    void refresh() {
        P now = part.now();
        P shown = now == null ? part.base() : now;
        if (shown == null) {
            return;
        }
        if (now == null && open) {
            toggle(false);
            return;
        }
        showMark(part.mark());
        name.setText(part.kind().name().apply(shown));
        summary.setText(form.summary().apply(shown));
        summary.setTooltip(summary.getText().length() > 40 ? new Tooltip(summary.getText()) : null);
        String locked = form.locked().apply(shown);
        remove.setVisible(now != null && locked.isEmpty());
        remove.setManaged(remove.isVisible());
        back.setVisible(now == null);
        back.setManaged(now == null);
        chevron.setVisible(now != null);
        showProblems();
        head.setAccessibleText(part.kind().word() + " " + name.getText() + ", " + summary.getText() + ", "
                + part.mark().word());
        remove.setAccessibleText("Drop " + part.kind().word() + " " + name.getText());
        remove.setTooltip(new Tooltip(remove.getAccessibleText() + " (Delete)"));
        pseudoClassStateChanged(MARKED, isMarked());
        if (open) {
            flow.setDisable(!locked.isEmpty());
            fields.forEach(FormField::refresh);
        }
    }

    /// Whether a statement chosen in the preview comes from it.
    private boolean isMarked() {
        return part.table().highlight().fields().get().stream().anyMatch(spot -> spot.samePart(part.spot(Field.WHOLE)));
    }

    private void showMark(Mark mark) {
        sign.setText(mark.sign());
        for (Mark each : Mark.values()) {
            sign.getStyleClass().remove(each.styleClass());
        }
        sign.getStyleClass().add(mark.styleClass());
        sign.setTooltip(mark == Mark.SAME ? null : new Tooltip(mark.word()));
        pseudoClassStateChanged(REMOVED, mark == Mark.REMOVED);
    }

    private void showProblems() {
        List<Problem> problems = part.problems();
        boolean error = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        wrong.setVisible(!problems.isEmpty());
        wrong.setManaged(!problems.isEmpty());
        wrong.setGraphic(
                error
                        ? Icons.of(Feather.ALERT_CIRCLE, "icon-danger")
                        : Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"));
        String said = problems.stream().map(Problem::message).collect(Collectors.joining("\n"));
        wrong.setTooltip(said.isEmpty() ? null : new Tooltip(said));
        wrong.setAccessibleText(said);
        List<Field> own = fields.stream().map(FormField::field).toList();
        List<Problem> elsewhere = new ArrayList<>(problems);
        elsewhere.removeIf(problem -> own.contains(problem.spot().field()));
        P now = part.now();
        List<Breach> hints = new ArrayList<>(part.hints());
        hint.setVisible(!hints.isEmpty());
        hint.setManaged(!hints.isEmpty());
        String advice = hints.stream().map(Breach::message).collect(Collectors.joining("\n"));
        hint.setTooltip(hints.isEmpty() ? null : new Tooltip(advice));
        hint.setAccessibleText(advice);
        hints.removeIf(each -> own.contains(each.spot().field()));
        messages.show(elsewhere, hints, now == null ? "" : form.locked().apply(now), part::mend);
    }

    private void remove() {
        Database database = part.table().database();
        P now = part.now();
        if (database == null || now == null || !form.locked().apply(now).isEmpty()) {
            return;
        }
        String what = part.kind().word() + " " + part.name();
        List<String> along =
                Edits.dropParts(database, part.table().id(), part.id()).along();
        if (DropDialog.confirms(what, along, getScene().getWindow())) {
            part.table()
                    .session()
                    .designing()
                    .edit(Edit.of(
                            "Drop " + what,
                            old -> Edits.dropParts(old, part.table().id(), part.id())
                                    .database()));
        }
    }
}
