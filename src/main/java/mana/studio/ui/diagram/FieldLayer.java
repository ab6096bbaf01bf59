package mana.studio.ui.diagram;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.layout.Pane;
import mana.studio.diagram.Box;
import mana.studio.diagram.Card;

/// The fields that open on cards, to type a column or a name where it will stand; one at a time.
final class FieldLayer extends Pane {
    private static final String COLUMN_PROMPT = "name type, such as org_id uuid";

    private final DiagramModel model;
    private final DiagramCommands commands;
    private final Camera camera;
    private final Runnable leave;

    /// @param leave takes the focus back when a field closes that had it
    FieldLayer(DiagramModel model, DiagramCommands commands, Camera camera, Runnable leave) {
        this.model = model;
        this.commands = commands;
        this.camera = camera;
        this.leave = leave;
        setPickOnBounds(false);
    }

    /// A new column at a card's foot; after it the next.
    void column(String card) {
        field(card, "New column", COLUMN_PROMPT, "", FieldLayer::foot, typed -> commands.addColumn(card, typed), true);
    }

    /// The name of a card's table.
    void name(String card) {
        String name = model.table(card).map(table -> table.name().name()).orElse("");
        field(card, "Table name", "name", name, FieldLayer::head, typed -> commands.rename(card, typed), false);
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
                this::close);
        close();
        getChildren().add(field);
        field.open();
    }

    private void close() {
        boolean hadFocus =
                getChildren().stream().anyMatch(node -> node instanceof InlineField && node.isFocusWithin());
        getChildren().removeIf(InlineField.class::isInstance);
        if (hadFocus) {
            leave.run();
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

    private static Box foot(Box card) {
        return new Box(card.x(), card.bottom() - Card.FOOT, card.width(), Card.FOOT);
    }

    private static Box head(Box card) {
        return new Box(card.x(), card.y() + 14, card.width(), Card.HEADER);
    }
}
