package mana.studio.ui.explorer;

import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.Region;
import mana.studio.schema.Constraint;
import mana.studio.ui.kit.ColumnMark;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Draws a line of the tree, over all of its width.
final class ExplorerCell extends TreeCell<ExplorerNode> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private static final Map<Mark, PseudoClass> MARKS = Map.of(
            Mark.ADDED, PseudoClass.getPseudoClass("added"),
            Mark.CHANGED, PseudoClass.getPseudoClass("changed"),
            Mark.REMOVED, PseudoClass.getPseudoClass("removed"));

    private final ExplorerLine line = new ExplorerLine();
    private final Tooltip tooltip = new Tooltip();

    ExplorerCell() {
        getStyleClass().add("explorer-cell");
    }

    @Override
    protected void updateItem(@Nullable ExplorerNode item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            pseudoClassStateChanged(HEADING, false);
            mark(Mark.NONE);
            return;
        }
        LineText text = LineText.of(item.entry());
        line.show(icon(item.entry()), text, item.mark());
        mark(item.mark());
        tooltip.setText((text.name() + " " + text.note()).strip());
        setTooltip(tooltip);
        String word = item.mark().word();
        setAccessibleText(word.isEmpty() ? text.spoken() : text.spoken() + ", " + word);
        pseudoClassStateChanged(HEADING, item.entry() instanceof Entry.OfGroup);
        setGraphic(line);
    }

    private void mark(Mark mark) {
        MARKS.forEach((each, state) -> pseudoClassStateChanged(state, each == mark));
    }

    /// The skin gives a graphic its preferred width; a line takes all there is.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double x = line.getLayoutX();
        line.resizeRelocate(x, 0, Math.max(0, getWidth() - x - snappedRightInset()), getHeight());
    }

    private static Node icon(Entry entry) {
        return switch (entry) {
            case Entry.OfSchema _ -> Icons.ofSchema();
            case Entry.OfGroup _ -> new Region();
            case Entry.OfObject(var object, _) -> Icons.of(object);
            case Entry.OfColumn(var relation, var column) -> {
                List<ColumnMark> marks = ColumnMark.of(relation, column);
                yield marks.isEmpty()
                        ? Icons.of(column)
                        : marks.getFirst().kind().icon();
            }
            case Entry.OfConstraint(_, var constraint) -> icon(constraint);
            case Entry.OfIndex _ -> Icons.of(Feather.SEARCH, "icon-column");
            case Entry.OfExtension _ -> Icons.of(Feather.BOX, "icon-schema");
            case Entry.OfOther _ -> Icons.of(Feather.CIRCLE, "icon-schema");
        };
    }

    private static Node icon(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey _ -> ColumnMark.Kind.PRIMARY_KEY.icon();
            case Constraint.ForeignKey _ -> ColumnMark.Kind.FOREIGN_KEY.icon();
            case Constraint.Unique _ -> ColumnMark.Kind.UNIQUE.icon();
            case Constraint.Check _, Constraint.Exclusion _ -> Icons.of(Feather.CHECK_SQUARE, "icon-column");
        };
    }
}
