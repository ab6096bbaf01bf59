package mana.studio.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import mana.studio.diagram.Card;
import mana.studio.diagram.Edge;
import mana.studio.diagram.Mark;
import mana.studio.diagram.Row;

/// What can be done with the thing under the pointer, or with what is chosen.
final class DiagramMenu {
    private final DiagramModel model;
    private final DiagramCommands commands;
    private final Camera camera;
    private final Opening opening;

    /// What opens over the diagram.
    interface Opening {
        void columnField(String card);

        void nameField(String card);

        /// @param column the key of the column to begin with; empty for none
        void keyForm(String card, String column);

        void newTable(String schema);
    }

    DiagramMenu(DiagramModel model, DiagramCommands commands, Camera camera, Opening opening) {
        this.model = model;
        this.commands = commands;
        this.camera = camera;
        this.opening = opening;
    }

    ContextMenu of(Hit hit) {
        List<MenuItem> items = new ArrayList<>();
        switch (hit) {
            case Hit.OnEdge(String key) -> model.drawing().get().edge(key).ifPresent(edge -> edge(edge, items));
            case Hit.OnRow(String key, int row) ->
                model.drawing().get().card(key).ifPresent(card -> {
                    card(card, items);
                    row(card, card.rows().get(row), items);
                });
            case Hit.OnHeader(String key) -> model.drawing().get().card(key).ifPresent(card -> card(card, items));
            case Hit.OnFoot(String key) -> model.drawing().get().card(key).ifPresent(card -> card(card, items));
            case Hit.Nothing() -> paper(items);
        }
        return new ContextMenu(items.toArray(MenuItem[]::new));
    }

    private void card(Card card, List<MenuItem> items) {
        if (card.mark() == Mark.REMOVED) {
            items.add(item("Open " + card.name(), "Enter", () -> commands.open(card.key())));
            return;
        }
        items.add(item("Open " + card.name(), "Enter", () -> commands.open(card.key())));
        items.add(item("Show its neighbours only", "F", () -> model.focus(card.key(), 1)));
        items.add(item("… and their neighbours", "", () -> model.focus(card.key(), 2)));
        items.add(new SeparatorMenuItem());
        items.add(item("New column", "C", () -> opening.columnField(card.key())));
        items.add(item("Add foreign key…", "K", () -> opening.keyForm(card.key(), "")));
        items.add(item("Rename table", "F2", () -> opening.nameField(card.key())));
        List<Edge> own = model.drawing().get().edgesOf(card.key()).stream()
                .filter(edge -> edge.from().equals(card.key()) && edge.mark() != Mark.REMOVED)
                .toList();
        if (!own.isEmpty()) {
            Menu remove = new Menu("Remove foreign key");
            own.forEach(edge -> remove.getItems().add(item(edge.label(), "", () -> commands.remove(edge))));
            items.add(remove);
        }
    }

    private void row(Card card, Row row, List<MenuItem> items) {
        if (card.mark() != Mark.REMOVED && row.mark() != Mark.REMOVED) {
            items.add(
                    item("Add foreign key from " + row.name() + "…", "", () -> opening.keyForm(card.key(), row.key())));
        }
    }

    private void edge(Edge edge, List<MenuItem> items) {
        if (edge.mark() != Mark.REMOVED) {
            items.add(item("Remove foreign key " + edge.label(), "Delete", () -> commands.remove(edge)));
        }
        for (String end : List.of(edge.from(), edge.to())) {
            model.drawing()
                    .get()
                    .card(end)
                    .ifPresent(card -> items.add(item("Go to " + card.name(), "", () -> {
                        model.select(new Selection.OfCard(end));
                        model.drawing().get().box(end).ifPresent(camera::center);
                    })));
        }
    }

    private void paper(List<MenuItem> items) {
        Menu create = new Menu("New table in");
        model.schemas().forEach(schema -> create.getItems().add(item(schema, "", () -> opening.newTable(schema))));
        items.add(create);
        items.add(item(
                "Show all", "Ctrl+0", () -> camera.fit(model.drawing().get())));
        items.add(item("Arrange again", "", model::arrangeAgain));
    }

    private static MenuItem item(String text, String keys, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        return item;
    }
}
