package mana.studio.ui.objects.form;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.design.Problem;
import mana.studio.design.Spot.Field;
import mana.studio.schema.EnumType;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.objects.form.LabelLine.Kind;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The values of an enum in their order, and what it takes to get there.
final class LabelList extends VBox implements FormField<EnumType> {
    private final ThingModel<EnumType> model;
    private final LabelEdits edits;
    private final Label count = new Label();
    private final VBox rows = new VBox(4);
    private final VBox messages = new VBox(2);
    private final Label way = new Label();
    private @Nullable LabelRow dragging;
    private @Nullable LabelRow target;

    LabelList(ThingModel<EnumType> model) {
        super(8);
        this.model = model;
        edits = new LabelEdits(model);
        Label heading = new Label("Values");
        heading.getStyleClass().add("section-heading");
        count.getStyleClass().add("muted");
        Button add = new Button("Add value", Icons.of(Feather.PLUS));
        add.getStyleClass().add("flat");
        add.setTooltip(new Tooltip("Enter in a value adds one behind it"));
        add.setOnAction(_ -> {
            EnumType now = model.now();
            if (now != null) {
                add(now.labels().size());
            }
        });
        Region gap = new Region();
        HBox head = new HBox(8, heading, count, gap, add);
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getStyleClass().add("section-title-line");
        way.getStyleClass().add("label-way");
        way.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"));
        way.setWrapText(true);
        way.setMinHeight(USE_PREF_SIZE);
        way.setMaxWidth(Double.MAX_VALUE);
        rows.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        rows.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> dropped());
        getStyleClass().add("label-list");
        getChildren().setAll(head, rows, messages, way);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Field field() {
        return Field.LABELS;
    }

    @Override
    public void focus() {
        focus(0, false);
    }

    @Override
    public void refresh(ThingState<EnumType> state) {
        EnumType now = state.now();
        if (now == null) {
            return;
        }
        List<LabelLine> lines = LabelLine.of(now, state.before(), state.sketch());
        while (rows.getChildren().size() > lines.size()) {
            rows.getChildren().removeLast();
        }
        while (rows.getChildren().size() < lines.size()) {
            rows.getChildren().add(new LabelRow(model, edits, this));
        }
        for (int i = 0; i < lines.size(); i++) {
            ((LabelRow) rows.getChildren().get(i))
                    .show(lines.get(i), now.labels().size());
        }
        count.setText(Integer.toString(now.labels().size()));
        List<Problem> problems = state.problems(Field.LABELS);
        messages.getChildren()
                .setAll(problems.stream()
                        .map(problem -> FieldBox.message(problem.severity(), problem.message()))
                        .toList());
        messages.setManaged(!problems.isEmpty());
        String words = way(lines, state);
        way.setText(words);
        way.setVisible(!words.isEmpty());
        way.setManaged(!words.isEmpty());
    }

    /// The honest way it takes.
    private static String way(List<LabelLine> lines, ThingState<EnumType> state) {
        EnumType before = state.before();
        List<String> removed = lines.stream()
                .filter(line -> line.kind() == Kind.REMOVED)
                .map(LabelLine::text)
                .toList();
        boolean moved = lines.stream().anyMatch(line -> line.kind() == Kind.MOVED);
        if (before == null || (removed.isEmpty() && !moved)) {
            return "";
        }
        long columns = EnumUses.of(state.base(), before.name()).stream()
                .filter(EnumUses::isTable)
                .count();
        String cannot = removed.isEmpty()
                ? "reorder values"
                : moved ? "remove or reorder values" : removed.size() == 1 ? "remove a value" : "remove values";
        String made = columns == 0
                ? "the type is made anew. No column has it."
                : columns == 1
                        ? "the type is made anew, and the 1 column that has it is changed to it (its table is"
                                + " rewritten)."
                        : "the type is made anew, and the " + columns
                                + " columns that have it are changed to it (each table is rewritten).";
        String rows = removed.isEmpty() || columns == 0
                ? ""
                : " Where a row still holds " + removed.stream().collect(Collectors.joining(" or "))
                        + ", applying stops and nothing is changed.";
        return "PostgreSQL cannot " + cannot + ": " + made + rows;
    }

    void move(int from, int to) {
        edits.move(from, to);
        focus(to, false);
    }

    void add(int at) {
        edits.add(at);
        focus(at, true);
    }

    void remove(int at) {
        edits.remove(at);
        EnumType now = model.now();
        if (now != null) {
            focus(Math.min(at, now.labels().size() - 1), false);
        }
    }

    void restore(LabelLine line) {
        int at = 0;
        for (Node node : rows.getChildren()) {
            LabelLine other = ((LabelRow) node).line();
            if (other.equals(line)) {
                break;
            }
            at += other.at() >= 0 ? 1 : 0;
        }
        edits.restore(line.text(), at);
        focus(at, false);
    }

    /// Gives the focus to the value of that place; nothing where there is none.
    void focus(int at, boolean select) {
        rows.getChildren().stream()
                .map(LabelRow.class::cast)
                .filter(row -> row.line().at() == at && at >= 0)
                .findFirst()
                .ifPresent(row -> row.takeFocus(select));
    }

    /// A row was taken by its handle.
    void drag(LabelRow row) {
        dragging = row;
    }

    /// Listened to on the list: it hears the mouse whichever row it is over.
    private void dragged(MouseEvent event) {
        if (target != null) {
            target.setDrop(false);
        }
        target = null;
        if (dragging != null) {
            for (Node node : rows.getChildren()) {
                Bounds bounds = node.localToScene(node.getBoundsInLocal());
                boolean over = event.getSceneY() >= bounds.getMinY() && event.getSceneY() < bounds.getMaxY();
                if (over && node != dragging && ((LabelRow) node).line().at() >= 0) {
                    target = (LabelRow) node;
                    target.setDrop(true);
                }
            }
        }
    }

    /// A row takes the place of the one it was dropped on.
    private void dropped() {
        LabelRow row = dragging;
        LabelRow on = target;
        dragging = null;
        target = null;
        if (on != null) {
            on.setDrop(false);
        }
        if (on != null && row != null) {
            move(row.line().at(), on.line().at());
        }
    }
}
