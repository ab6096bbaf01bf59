package mana.studio.ui.design;

import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import mana.studio.design.Spot;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import mana.studio.ui.design.columns.ColumnsPane;
import mana.studio.ui.design.state.Restoring;
import mana.studio.ui.design.state.TableModel;
import mana.studio.ui.design.state.TableState;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Hints;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The form of a table, new or not: it shows the table as the design has it, and every change of it goes into the
/// design.
public final class TableForm extends BorderPane {
    /// What the head, the heads of sections and the detail below the grid need of the height.
    private static final double BESIDE_THE_GRID = 330;

    private final Designing designing;
    private final TableModel model;
    private final FormHeader header;
    private final ColumnsPane columns;
    private final Sections sections;
    private final ScrollPane scroll;
    private final VBox content = new VBox();
    private final StackPane rest = new StackPane();
    private final Function<Table, Node> readOnly;
    private final Subscription following;
    private @Nullable Table shownBelow;

    /// The keys of its columns, with what they do.
    public static Map<String, String> keys() {
        return ColumnsPane.keys();
    }

    /// @param table     found by identity in the design, wherever it is called what
    /// @param highlight shared with the preview beside it
    /// @param hints     those of the session
    /// @param readOnly  what is said about the table below the form: triggers, privileges, partitions, size
    public TableForm(
            Session session, Identity table, Highlight highlight, Hints hints, Function<Table, Node> readOnly) {
        designing = session.designing();
        model = new TableModel(session, highlight, hints, table);
        this.readOnly = readOnly;
        header = new FormHeader(model);
        columns = new ColumnsPane(model);
        sections = new Sections(model, columns::selection, this::reveal);
        getStyleClass().addAll("structure", "table-form");
        content.getStyleClass().add("form-content");
        content.getChildren().addAll(columns, sections, rest);
        scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        setTop(header);
        setCenter(scroll);
        scroll.viewportBoundsProperty()
                .subscribe(bounds -> columns.setRoom(Math.max(200, bounds.getHeight() - BESIDE_THE_GRID + 80)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        following = Subscription.combine(
                model.state().subscribe(this::refresh),
                highlight.fields().subscribe(_ -> refresh(model.state().get())));
        focusWithinProperty().subscribe(within -> {
            if (!within) {
                highlight.focus(null);
            }
        });
    }

    /// Follows the design no longer.
    public void close() {
        following.unsubscribe();
        columns.close();
        model.close();
    }

    /// Gives the focus to the columns.
    @Override
    public void requestFocus() {
        columns.takeFocus();
    }

    /// Gives the focus to a field, wherever it is; nothing for another table's.
    public void show(Spot spot) {
        Identity part = spot.part();
        if (!spot.object().same(model.id())) {
            return;
        }
        boolean shown = part == null
                ? header.show(spot.field()) || sections.showTable(spot.field())
                : columns.show(part, spot.field()) || sections.show(part, spot.field());
        if (shown && getScene() != null) {
            reveal(getScene().getFocusOwner());
        }
    }

    private void reveal(@Nullable Node node) {
        Reveal.in(scroll, node);
    }

    private void refresh(@Nullable TableState state) {
        if (state == null) {
            return;
        }
        Table table = state.table();
        setCenter(table == null ? gone(state) : scroll);
        header.refresh(state);
        sections.refresh(state);
        if (table != null && !table.equals(shownBelow)) {
            shownBelow = table;
            Node below = readOnly.apply(table);
            if (!rest.getChildren().contains(below)) {
                rest.getChildren().setAll(below);
            }
        }
    }

    /// What stands where a form stood whose table the design has not.
    private Node gone(TableState state) {
        Table base = state.base();
        if (base == null) {
            return new EmptyState(
                    Feather.GRID,
                    "No longer in the design",
                    "Its creation was undone. Redo brings it back: Ctrl+Shift+Z.");
        }
        Button back = new Button("Bring back");
        back.setOnAction(_ -> Restoring.table(model));
        return new EmptyState(
                Feather.TRASH_2,
                base.name() + " will be dropped",
                "It is still in the database, with all its rows, until the design is applied.",
                back);
    }

    /// Undo and redo are those of the design, also while a field is typed into.
    private void pressed(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.Z && !event.isShiftDown()) {
            designing.undo();
            event.consume();
        } else if (event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z) {
            designing.redo();
            event.consume();
        }
    }
}
