package mana.studio.ui.diagram;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import mana.studio.diagram.Box;
import mana.studio.diagram.Card;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Positions;
import mana.studio.diagram.Scope;
import mana.studio.schema.QualifiedName;
import mana.studio.settings.JsonFile;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import mana.studio.ui.kit.TabContent;
import org.kordamp.ikonli.feather.Feather;

/// The diagram of a database, as it is designed: tables, foreign keys, and what is pending in them.
public final class DiagramView implements TabContent {
    private static final String COLUMN_PROMPT = "name type, such as org_id uuid";

    private final Session session;
    private final DiagramModel model;
    private final DiagramCommands commands;
    private final Camera camera = new Camera();
    private final Pointing pointing = new Pointing();
    private final DiagramCanvas canvas;
    private final DiagramToolbar toolbar;
    private final DiagramMenu menu;
    private final Search search;
    private final Legend legend;
    private final Pane fields = new Pane();
    private final StackPane stage = new StackPane();
    private final BorderPane root = new BorderPane();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Diagram");
    private final Subscription following;
    private ContextMenu open = new ContextMenu();
    private String fitted = "";

    /// @param positions where the cards of this database are kept, see {@link Positions#file}
    public DiagramView(Session session, JsonFile<Positions> positions) {
        this(session, positions, FilePicker::ofSystem);
    }

    DiagramView(Session session, JsonFile<Positions> positions, FilePicker picker) {
        this.session = session;
        model = new DiagramModel(session, positions);
        commands = new DiagramCommands(session, model);
        canvas = new DiagramCanvas(model, camera, pointing);
        Over over = new Over();
        DiagramMouse mouse = new DiagramMouse(model, commands, camera, pointing, canvas, over);
        new DiagramKeys(canvas, model, commands, camera, mouse, over);
        menu = new DiagramMenu(model, commands, camera, over);
        search = new Search(model, camera, canvas::requestFocus);
        legend = new Legend(canvas.palette());
        DiagramExport export = new DiagramExport(model, session.background(), picker, root);
        toolbar = new DiagramToolbar(model, camera, export, over::newTable, search::open);
        compose();
        following = model.drawing().subscribe(this::drawn)
                .and(model.selection().subscribe(_ -> speak()))
                .and(session.services().subscribe(_ -> drawn(model.drawing().get())));
        canvas.widthProperty().subscribe(_ -> fitOnce());
    }

    private void compose() {
        Minimap minimap = new Minimap(model.drawing(), camera, canvas.palette());
        Messages messages = new Messages(model);
        fields.setPickOnBounds(false);
        legend.visibleProperty().bind(toolbar.legend().selectedProperty());
        stage.getChildren().setAll(canvas, legend, minimap, messages.notice(), fields, search, messages.instead());
        place(legend, Pos.BOTTOM_LEFT);
        place(minimap, Pos.BOTTOM_RIGHT);
        place(messages.notice(), Pos.BOTTOM_CENTER);
        place(search, Pos.TOP_RIGHT);
        fields.getChildren().add(new Pointer(canvas, camera, pointing, model));
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(stage.widthProperty());
        clip.heightProperty().bind(stage.heightProperty());
        stage.setClip(clip);
        stage.setMinSize(0, 0);
        root.getStyleClass().add("diagram");
        root.setTop(toolbar);
        root.setCenter(stage);
    }

    private static void place(Node node, Pos where) {
        StackPane.setAlignment(node, where);
        StackPane.setMargin(node, new Insets(12));
    }

    private void drawn(Drawing drawing) {
        canvas.palette().name(model.schemas());
        legend.show(drawing.graph(), session.services().get());
        speak();
        fitOnce();
    }

    private void speak() {
        canvas.setAccessibleText(model.words());
    }

    /// What is shown for the first time is seen whole; a table and its neighbours with the table in the middle.
    private void fitOnce() {
        Scope scope = model.scope().get();
        Drawing drawing = model.drawing().get();
        if (canvas.getWidth() <= 0 || drawing.graph().isEmpty() || fitted.equals(scope.key())) {
            return;
        }
        fitted = scope.key();
        camera.resize(canvas.getWidth(), canvas.getHeight());
        camera.fit(drawing.bounds());
        if (scope instanceof Scope.Around(String table, int _)) {
            drawing.box(table).filter(_ -> camera.now().scale() < CardPainter.NEAR).ifPresent(camera::center);
        }
    }

    /// Shows a table and its neighbours.
    public void focus(QualifiedName table) {
        model.focus(table);
    }

    DiagramModel model() {
        return model;
    }

    Camera camera() {
        return camera;
    }

    @Override
    public String key() {
        return "diagram";
    }

    @Override
    public ObservableValue<String> title() {
        return title.getReadOnlyProperty();
    }

    @Override
    public Node icon() {
        return Icons.of(Feather.SHARE_2, "icon-table");
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void shown() {
        canvas.requestFocus();
    }

    @Override
    public void refresh() {
        session.refresh();
    }

    @Override
    public void find() {
        search.open();
    }

    @Override
    public void close() {
        following.unsubscribe();
        model.close();
    }

    /// What opens over the diagram.
    private final class Over implements DiagramMouse.Opening, DiagramKeys.Opening, DiagramMenu.Opening {
        @Override
        public void search() {
            search.open();
        }

        @Override
        public void columnField(String card) {
            field(card, "New column", COLUMN_PROMPT, "", DiagramView::foot, typed -> commands.addColumn(card, typed), true);
        }

        @Override
        public void nameField(String card) {
            String name = model.table(card).map(table -> table.name().name()).orElse("");
            field(card, "Table name", "name", name, DiagramView::head, typed -> commands.rename(card, typed), false);
        }

        private void field(
                String card,
                String label,
                String prompt,
                String text,
                Function<Box, Box> where,
                Function<String, Optional<String>> taken,
                boolean again) {
            if (model.table(card).isEmpty()) {
                model.say(Notice.problem("The table is removed. Undo that first."));
                return;
            }
            show(card);
            InlineField field = new InlineField(
                    label,
                    prompt,
                    text,
                    () -> model.drawing().get().box(card).map(where),
                    camera,
                    model.drawing(),
                    taken,
                    again,
                    this::closeFields);
            closeFields();
            fields.getChildren().add(field);
            field.open();
        }

        private void closeFields() {
            boolean hadFocus = fields.getChildren().stream()
                    .anyMatch(node -> node instanceof InlineField && node.isFocusWithin());
            fields.getChildren().removeIf(InlineField.class::isInstance);
            if (hadFocus) {
                canvas.requestFocus();
            }
        }

        /// Near enough to be typed at.
        private void show(String card) {
            model.drawing().get().box(card).ifPresent(box -> {
                if (camera.now().scale() < CardPainter.NEAR) {
                    camera.center(box);
                }
                camera.reveal(box);
            });
        }

        @Override
        public void keyForm(String card) {
            keyForm(card, "");
        }

        @Override
        public void keyForm(String card, String column) {
            Optional<Card> found = model.drawing().get().card(card).filter(_ -> model.table(card).isPresent());
            found.ifPresent(shown -> {
                StackPane veil = new StackPane();
                veil.getStyleClass().add("diagram-veil");
                KeyForm form = new KeyForm(model, commands, shown, column, () -> {
                    stage.getChildren().remove(veil);
                    canvas.requestFocus();
                });
                veil.getChildren().add(form);
                stage.getChildren().add(veil);
                form.open();
            });
        }

        /// In the schema that is at hand; asks where there are several.
        @Override
        public void newTable() {
            Optional<String> schema = model.selectedCard()
                    .map(card -> card.name().schema())
                    .or(() -> model.scope().get() instanceof Scope.OneSchema(String name)
                            ? Optional.of(name)
                            : model.schemas().size() == 1 ? Optional.of(model.schemas().getFirst()) : Optional.empty());
            schema.ifPresentOrElse(this::newTable, toolbar::askSchema);
        }

        @Override
        public void newTable(String schema) {
            commands.createTable(schema).ifPresent(card -> model.whenShown(card, () -> {
                model.select(new Selection.OfCard(card));
                model.drawing().get().box(card).ifPresent(camera::center);
                nameField(card);
            }));
        }

        @Override
        public void menu() {
            Selection selection = model.selection().get();
            Hit hit = selection.edge().isEmpty()
                    ? selection.card().isEmpty() ? Hit.NOTHING : new Hit.OnHeader(selection.card())
                    : new Hit.OnEdge(selection.edge());
            Box at = model.drawing().get().box(selection.card()).orElse(camera.now().seen());
            var screen = Objects.requireNonNull(canvas.localToScreen(
                    Math.max(0, camera.now().toScreenX(at.x())) + 20, Math.max(0, camera.now().toScreenY(at.y())) + 20));
            menu(hit, screen.getX(), screen.getY());
        }

        @Override
        public void menu(Hit hit, double screenX, double screenY) {
            open.hide();
            open = menu.of(hit);
            open.show(canvas, screenX, screenY);
        }
    }

    private static Box foot(Box card) {
        return new Box(card.x(), card.bottom() - Card.FOOT, card.width(), Card.FOOT);
    }

    private static Box head(Box card) {
        return new Box(card.x(), card.y() + 14, card.width(), Card.HEADER);
    }
}
