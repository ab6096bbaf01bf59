package mana.studio.ui.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import mana.studio.diagram.Box;
import mana.studio.diagram.DiagramGraph;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Positions;
import mana.studio.diagram.Scope;
import mana.studio.schema.QualifiedName;
import mana.studio.settings.JsonFile;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.FilePicker;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import mana.studio.ui.kit.TabContent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The diagram of a database, as it is designed: tables, foreign keys, and what is pending in them.
public final class DiagramView implements TabContent {
    /// Around what lies over the paper.
    private static final double MARGIN = 12;

    private final Session session;
    private final DiagramModel model;
    private final Camera camera = new Camera();
    private final Pointing pointing = new Pointing();
    private final DiagramCanvas canvas;
    private final DiagramToolbar toolbar;
    private final Overlays overlays;
    private final Search search;
    /// Of the height, at most.
    private static final double LEGEND_SHARE = 0.3;

    private final Legend legend;
    private final StackPane stage = new StackPane();
    private final BorderPane root = new BorderPane();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Diagram");
    private final Subscription following;
    private final Map<String, Viewport> left = new HashMap<>();
    private String fitted = "";
    /// What the camera showed after fitting a diagram whole.
    private @Nullable Viewport untouched;

    /// The keys of the canvas, with what they do.
    public static Map<String, String> keys() {
        return DiagramKeys.WORDS;
    }

    /// @param positions where the cards of this database are kept, see {@link Positions#file}
    /// @param wishes    what is remembered of how diagrams are shown, see {@link DiagramWishes#file}
    public DiagramView(Session session, JsonFile<Positions> positions, JsonFile<DiagramWishes> wishes) {
        this(session, positions, wishes, FilePicker::ofSystem);
    }

    DiagramView(
            Session session, JsonFile<Positions> positions, JsonFile<DiagramWishes> wishes, FilePicker picker) {
        this.session = session;
        model = new DiagramModel(session, positions);
        DiagramCommands commands = new DiagramCommands(session, model);
        canvas = new DiagramCanvas(model, camera, pointing);
        overlays = new Overlays(model, commands, camera, canvas, stage, this::find, this::askSchema);
        DiagramMouse mouse = new DiagramMouse(model, commands, camera, pointing, canvas, overlays);
        new DiagramKeys(canvas, model, commands, camera, mouse, overlays);
        search = new Search(model, camera, canvas::requestFocus);
        legend = new Legend(canvas.palette());
        DiagramExport export = new DiagramExport(model, session.background(), picker, root);
        toolbar = new DiagramToolbar(model, camera, export, overlays::newTable, search::open);
        compose();
        remember(wishes);
        following = model.graph()
                .subscribe(this::drawn)
                .and(model.selection().subscribe(_ -> speak()))
                .and(session.services().subscribe(_ -> drawn(model.graph().get())));
        canvas.widthProperty().subscribe(_ -> fitOnce());
    }

    private void compose() {
        Minimap minimap = new Minimap(model.drawing(), camera, canvas.palette());
        camera.coveredBy(() -> covers(minimap));
        Messages messages = new Messages(model);
        legend.tallest().bind(stage.heightProperty().multiply(LEGEND_SHARE));
        legend.visibleProperty().bind(toolbar.legend().selectedProperty());
        stage.getChildren()
                .setAll(canvas, legend, minimap, messages.notice(), overlays.fields(), search, messages.instead());
        place(legend, Pos.BOTTOM_LEFT);
        place(minimap, Pos.BOTTOM_RIGHT);
        place(messages.notice(), Pos.BOTTOM_CENTER);
        place(search, Pos.TOP_RIGHT);
        overlays.fields().getChildren().add(new Pointer(canvas, camera, pointing, model));
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(stage.widthProperty());
        clip.heightProperty().bind(stage.heightProperty());
        stage.setClip(clip);
        stage.setMinSize(0, 0);
        root.getStyleClass().add("diagram");
        root.setTop(toolbar);
        root.setCenter(stage);
    }

    /// What lies over the paper.
    private List<Box> covers(Minimap minimap) {
        double bottom = canvas.getHeight() - MARGIN;
        List<Box> covers = new ArrayList<>();
        covers.add(new Box(
                canvas.getWidth() - MARGIN - Minimap.WIDTH, bottom - Minimap.HEIGHT, Minimap.WIDTH, Minimap.HEIGHT));
        if (legend.isVisible()) {
            // Its lines are as high as the stylesheet makes them.
            legend.applyCss();
            double height = Math.min(legend.prefHeight(-1), canvas.getHeight() - 2 * MARGIN);
            covers.add(new Box(MARGIN, bottom - height, legend.prefWidth(-1), height));
        }
        return covers;
    }

    private void remember(JsonFile<DiagramWishes> wishes) {
        session.background()
                .start(Job.of("Remembering how diagrams are shown", _ -> wishes.load())
                        .quietly()
                        .whenDone(known -> {
                            toolbar.legend().setSelected(!known.legendHidden());
                            refit();
                            toolbar.legend().selectedProperty().addListener((_, _, shown) -> keep(wishes, !shown));
                        }));
    }

    private void keep(JsonFile<DiagramWishes> wishes, boolean legendHidden) {
        session.background()
                .start(Job.of("Keeping how diagrams are shown", _ -> {
                            wishes.save(new DiagramWishes(legendHidden));
                            return legendHidden;
                        })
                        .quietly()
                        .superseding(wishes));
    }

    private void askSchema() {
        toolbar.askSchema();
    }

    private static void place(Node node, Pos where) {
        StackPane.setAlignment(node, where);
        StackPane.setMargin(node, new Insets(MARGIN));
    }

    private void drawn(DiagramGraph graph) {
        canvas.palette().name(model.schemas());
        legend.show(graph, session.services().get());
        speak();
        fitOnce();
    }

    private void speak() {
        canvas.setAccessibleText(
                Speech.of(model.drawing().get(), model.selection().get()));
    }

    /// What is shown for the first time is seen whole, a table and its neighbours with the table in the middle; what is
    /// shown again is seen as it was left.
    private void fitOnce() {
        Scope scope = model.scope().get();
        Drawing drawing = model.drawing().get();
        if (canvas.getWidth() <= 0 || drawing.graph().isEmpty() || fitted.equals(scope.key())) {
            return;
        }
        if (!fitted.isEmpty()) {
            left.put(fitted, camera.now());
        }
        fitted = scope.key();
        camera.resize(canvas.getWidth(), canvas.getHeight());
        Viewport before = left.get(fitted);
        if (before != null) {
            camera.look(before);
        } else {
            camera.fit(drawing);
            untouched = camera.now();
            if (scope instanceof Scope.Around(String table, int _)) {
                drawing.box(table)
                        .filter(_ -> camera.now().scale() < CardPainter.NEAR)
                        .ifPresent(camera::center);
            }
        }
    }

    /// Fits again what nobody has moved since it was fitted.
    private void refit() {
        if (untouched != null && untouched.equals(camera.now())) {
            camera.fit(model.drawing().get());
            untouched = camera.now();
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
}
