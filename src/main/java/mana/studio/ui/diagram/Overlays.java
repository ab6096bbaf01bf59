package mana.studio.ui.diagram;

import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.StackPane;
import mana.studio.diagram.Box;
import mana.studio.diagram.Card;
import mana.studio.diagram.Scope;

/// Opens what opens over the diagram: fields to type in, menus, the form of a foreign key.
final class Overlays implements DiagramMouse.Opening, DiagramKeys.Opening, DiagramMenu.Opening {
    private final DiagramModel model;
    private final DiagramCommands commands;
    private final Camera camera;
    private final DiagramCanvas canvas;
    private final StackPane stage;
    private final FieldLayer fields;
    private final Runnable search;
    private final Runnable askSchema;
    private final DiagramMenu menu;
    private ContextMenu open = new ContextMenu();

    /// @param stage     where everything stands
    /// @param search    opens the search
    /// @param askSchema asks for the schema of a new table
    Overlays(
            DiagramModel model,
            DiagramCommands commands,
            Camera camera,
            DiagramCanvas canvas,
            StackPane stage,
            Runnable search,
            Runnable askSchema) {
        this.model = model;
        this.commands = commands;
        this.camera = camera;
        this.canvas = canvas;
        this.stage = stage;
        this.search = search;
        this.askSchema = askSchema;
        menu = new DiagramMenu(model, commands, camera, this);
        fields = new FieldLayer(model, commands, camera, canvas::requestFocus);
    }

    /// Where the fields stand.
    FieldLayer fields() {
        return fields;
    }

    @Override
    public void search() {
        search.run();
    }

    @Override
    public void columnField(String card) {
        fields.column(card);
    }

    @Override
    public void nameField(String card) {
        fields.name(card);
    }

    @Override
    public void keyForm(String card) {
        keyForm(card, "");
    }

    @Override
    public void keyForm(String card, String column) {
        Optional<Card> found =
                model.drawing().get().card(card).filter(_ -> model.table(card).isPresent());
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
                        : model.schemas().size() == 1
                                ? Optional.of(model.schemas().getFirst())
                                : Optional.empty());
        schema.ifPresentOrElse(this::newTable, askSchema);
    }

    @Override
    public void newTable(String schema) {
        commands.createTable(schema)
                .ifPresent(card -> model.whenShown(card, () -> {
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
        Point2D screen = Objects.requireNonNull(canvas.localToScreen(
                Math.max(0, camera.now().toScreenX(at.x())) + 20,
                Math.max(0, camera.now().toScreenY(at.y())) + 20));
        menu(hit, screen.getX(), screen.getY());
    }

    @Override
    public void menu(Hit hit, double screenX, double screenY) {
        open.hide();
        open = menu.of(hit);
        open.show(canvas, screenX, screenY);
    }
}
