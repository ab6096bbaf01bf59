package mana.studio.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.SchemaObject;
import mana.studio.sql.Identifier;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.Navigator.Side;
import org.jspecify.annotations.Nullable;

/// What can be done with the selected line.
final class ExplorerMenu extends ContextMenu {
    private final Navigator navigator;

    /// @param selected the line the menu is about; null for none
    ExplorerMenu(Navigator navigator, Supplier<@Nullable ExplorerNode> selected) {
        this.navigator = navigator;
        // A menu without items is never shown, and so would never be filled.
        getItems().add(new SeparatorMenuItem());
        setOnShowing(_ -> {
            ExplorerNode line = selected.get();
            getItems().setAll(line == null ? List.of() : items(line.entry()));
        });
    }

    private List<MenuItem> items(Entry entry) {
        return switch (entry) {
            case Entry.OfObject(var object, _) -> ofObject(object);
            case Entry.OfColumn(var relation, var column) -> ofPart(relation, column.name());
            case Entry.OfConstraint(var table, var constraint) -> ofPart(table, constraint.name());
            case Entry.OfIndex(var relation, var index) -> ofPart(relation, index.name());
            case Entry.OfSchema(var schema, _) -> List.of(copy("Copy name", schema.name()));
            case Entry.OfExtension(var extension) -> List.of(copy("Copy name", extension.name()));
            case Entry.OfOther(var other) -> List.of(copy("Copy name", other.name()));
            case Entry.OfGroup _ -> List.of();
        };
    }

    private List<MenuItem> ofObject(SchemaObject object) {
        QualifiedName name = object.name();
        List<MenuItem> items = new ArrayList<>();
        if (object instanceof Relation) {
            items.add(item("Open data", () -> navigator.open(name, Side.DATA)));
            items.add(item("Structure", () -> navigator.open(name, Side.STRUCTURE)));
            items.add(item("SQL", () -> navigator.open(name, Side.SQL)));
            items.add(item("References", () -> navigator.open(name, Side.REFERENCES)));
        } else {
            items.add(item("Open", () -> navigator.open(object)));
        }
        items.add(new SeparatorMenuItem());
        items.add(copy("Copy name", name.name()));
        items.add(copy("Copy qualified name", Identifier.quote(name.schema(), name.name())));
        return items;
    }

    private List<MenuItem> ofPart(Relation relation, String name) {
        return List.of(
                item("Structure", () -> navigator.open(relation.name(), Side.STRUCTURE)),
                new SeparatorMenuItem(),
                copy("Copy name", name));
    }

    private static MenuItem copy(String text, String copied) {
        return item(text, () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(copied);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
