package mana.studio.ui.activity;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import mana.studio.locks.Backend;
import mana.studio.locks.verdict.Span;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The sessions, a line each; in the tree of who waits for whom those below wait for the one above.
final class SessionTable extends TableView<Line> {
    private static final PseudoClass NOTABLE = PseudoClass.getPseudoClass("notable");

    private final ActivityModel model;

    SessionTable(ActivityModel model) {
        super(model.lines());
        this.model = model;
        setId("sessions");
        setAccessibleText("Sessions");
        getStyleClass().add("session-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .setAll(List.of(
                        application(),
                        column("Pid", 62, line -> String.valueOf(line.pid())),
                        column("User", 86, line -> line.session().backend().user()),
                        column(
                                "Database",
                                112,
                                line -> model.databaseName(
                                        line.session().backend().database())),
                        column("Client", 130, SessionTable::client),
                        column("State", 130, line -> line.session().doing().words()),
                        column("For", 62, this::age),
                        column("Blocked by", 90, SessionTable::blockers),
                        column(
                                "Last statement",
                                170,
                                line -> line.session()
                                        .backend()
                                        .query()
                                        .replaceAll("\\s+", " ")
                                        .strip())));
        setRowFactory(_ -> new Row());
    }

    private static String client(Line line) {
        Backend.Client client = line.session().backend().client();
        return client == null ? "" : client.text();
    }

    /// Grows between two looks.
    private String age(Line line) {
        Duration age = line.session().backend().stateAge();
        return age == null ? "" : Span.text(age.plus(model.age()));
    }

    private static String blockers(Line line) {
        return String.join(
                ", ",
                line.session().backend().blockedBy().stream()
                        .map(pid -> pid == 0 ? "prepared" : String.valueOf(pid))
                        .toList());
    }

    private static TableColumn<Line, String> column(String title, double width, Function<Line, String> text) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(50);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        return column;
    }

    private static TableColumn<Line, Line> application() {
        TableColumn<Line, Line> column = new TableColumn<>("Application");
        column.setPrefWidth(160);
        column.setMinWidth(110);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new ApplicationCell());
        return column;
    }

    private static final class ApplicationCell extends TableCell<Line, Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(ActivityModel.who(line));
            setStyle("-fx-padding: 0 8px 0 " + (8 + 18 * line.depth()) + "px;");
            setGraphic(
                    line.depth() > 0
                            ? Icons.of(Feather.CORNER_DOWN_RIGHT)
                            : line.session().isNotable() ? Icons.of(Feather.ALERT_TRIANGLE, "icon-warning") : null);
        }
    }

    private static final class Row extends TableRow<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(NOTABLE, !empty && line != null && line.session().isNotable());
            setAccessibleText(empty || line == null ? null : ActivityWords.sentence(line));
        }
    }
}
