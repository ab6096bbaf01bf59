package mana.studio.ui.diagram;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import mana.studio.diagram.Card;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Edge;
import mana.studio.diagram.Offer;

/// What is said at the pointer: what a foreign key that is being drawn would be, or why it cannot be; and in full what
/// is cut off under it.
final class Pointer extends VBox {
    private static final double AWAY = 16;

    private final Label words = new Label();
    private final Label advice = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final DiagramCanvas canvas;
    private final Camera camera;
    private final DiagramModel model;

    Pointer(DiagramCanvas canvas, Camera camera, Pointing pointing, DiagramModel model) {
        this.canvas = canvas;
        this.camera = camera;
        this.model = model;
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        getStyleClass().add("diagram-pointer");
        words.getStyleClass().add("strong");
        getChildren().addAll(words, advice);
        tooltip.getStyleClass().add("diagram-tooltip");
        pointing.connection().subscribe(this::connect);
        pointing.hover().subscribe(this::hover);
    }

    private void connect(Connection connection) {
        setVisible(connection.isGoingOn());
        if (!connection.isGoingOn()) {
            return;
        }
        Offer offer = connection.offer();
        switch (offer) {
            case null -> say("Draw it to the column it refers to", "");
            case Offer.Possible possible -> say(possible.words(), "");
            case Offer.Refused(String why, String help) -> say(why, help);
        }
        pseudoClassStateChanged(PseudoClass.getPseudoClass("refused"), offer instanceof Offer.Refused);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("possible"), offer instanceof Offer.Possible);
        Viewport view = camera.now();
        double width = prefWidth(-1);
        double height = prefHeight(width);
        double x = view.toScreenX(connection.at().x()) + AWAY;
        double y = view.toScreenY(connection.at().y()) + AWAY;
        resizeRelocate(
                Math.min(x, Math.max(0, view.width() - width)),
                Math.min(y, Math.max(0, view.height() - height)),
                width,
                height);
    }

    private void say(String what, String help) {
        words.setText(what);
        advice.setText(help);
        advice.setVisible(!help.isEmpty());
        advice.setManaged(!help.isEmpty());
    }

    private void hover(Hit hit) {
        String text = words(model.drawing().get(), hit);
        tooltip.hide();
        if (text.isEmpty()) {
            Tooltip.uninstall(canvas, tooltip);
        } else {
            tooltip.setText(text);
            Tooltip.install(canvas, tooltip);
        }
    }

    private static String words(Drawing drawing, Hit hit) {
        return switch (hit) {
            case Hit.OnHeader(String card) ->
                drawing.card(card).map(Card::words).orElse("");
            case Hit.OnRow(String card, int row) ->
                drawing.card(card).map(found -> found.rows().get(row).words()).orElse("");
            case Hit.OnFoot _ -> "Double-click to add a column";
            case Hit.OnEdge(String edge) -> drawing.edge(edge).map(Edge::words).orElse("");
            case Hit.Nothing _ -> "";
        };
    }
}
