package mana.studio.ui.apply;

import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.apply.LineState;
import mana.studio.safety.dryrun.ServerError;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.BoxCell;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.LineLook;
import org.kordamp.ikonli.feather.Feather;

/// What runs, with how far it is.
final class CourseList extends ListView<CourseItem> {
    CourseList(ObservableList<CourseItem> items) {
        super(items);
        getStyleClass().addAll("apply-list");
        setAccessibleText("Statements");
        setCellFactory(_ -> new BoxCell<>(CourseList::box));
    }

    /// Brings a row into sight, where it is not.
    void reveal(int index) {
        boolean shown = lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getFirstVisibleCell().getIndex() <= index
                && flow.getLastVisibleCell().getIndex() > index;
        if (!shown && index >= 0) {
            scrollTo(Math.max(0, index - 2));
        }
    }

    private static Region box(CourseItem item) {
        return switch (item) {
            case CourseItem.Head head -> head(head);
            case CourseItem.Statement statement -> row(statement);
            case CourseItem.Later later -> later(later);
        };
    }

    private static Region head(CourseItem.Head head) {
        Label title = new Label(
                head.title(),
                Icons.of(
                        head.outside() ? Feather.ALERT_TRIANGLE : Feather.PACKAGE,
                        head.outside() ? "icon-warning" : "icon-column"));
        title.getStyleClass().add("apply-leg");
        VBox box = new VBox(2, title);
        if (!head.reason().isEmpty()) {
            box.getChildren().add(Blocks.wrapped(head.reason(), "apply-reason"));
        }
        box.getStyleClass().add("apply-head");
        box.setAccessibleText(head.title() + ". " + head.reason());
        return box;
    }

    private static Region later(CourseItem.Later later) {
        Label title = new Label(later.title(), Icons.of(Feather.CALENDAR, "icon-column"));
        title.getStyleClass().add("apply-leg");
        VBox box = new VBox(4, title, Blocks.wrapped(later.start(), "apply-reason"));
        later.steps().forEach(step -> box.getChildren().add(Blocks.wrapped("–  " + step)));
        box.getStyleClass().addAll("apply-head", "apply-later");
        box.setAccessibleText(later.title() + ". " + later.start());
        return box;
    }

    private static Region row(CourseItem.Statement item) {
        LineLook look = LineLook.of(item.state(), item.runningMillis());
        StatementRow row = new StatementRow(
                item.line().number(),
                look.icon(),
                look.style(),
                look.word(),
                item.line().sql(),
                look.time());
        if (!item.line().purpose().isEmpty()) {
            row.above(Blocks.wrapped(item.line().purpose(), "strong"));
        }
        String loss = item.line().loss();
        if (loss != null) {
            row.below(Blocks.marked(Feather.TRASH_2, "icon-danger", Blocks.wrapped("Destroys " + loss, "apply-loss")));
        }
        item.line().remarks().forEach(remark -> row.below(sentence(remark), "apply-reason"));
        row.below(look.detail(), "apply-detail");
        if (item.state() instanceof LineState.Failed(ServerError error)) {
            failed(row, item.line().sql(), error);
        }
        return row;
    }

    /// Shows what the server said to a statement.
    static void failed(StatementRow row, String sql, ServerError error) {
        String place = LineLook.place(sql, error);
        if (!place.isEmpty()) {
            row.below(place, "apply-place");
        }
        row.below(LineLook.answer(error), "apply-error");
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
