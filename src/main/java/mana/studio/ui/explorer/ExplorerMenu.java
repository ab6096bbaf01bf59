package mana.studio.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;
import mana.studio.ui.kit.DesignCommands;
import mana.studio.ui.kit.DesignCommands.Kind;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.Navigator.Side;
import org.jspecify.annotations.Nullable;

/// What can be done with the selected line.
final class ExplorerMenu extends ContextMenu {
    private final Navigator navigator;
    private final DesignCommands commands;
    private final Supplier<@Nullable String> schema;

    /// @param selected the line the menu is about; null for none
    /// @param schema   the schema that line is in; null for none
    ExplorerMenu(
            Navigator navigator,
            DesignCommands commands,
            Supplier<@Nullable ExplorerNode> selected,
            Supplier<@Nullable String> schema) {
        this.navigator = navigator;
        this.commands = commands;
        this.schema = schema;
        // A menu without items is never shown, and so would never be filled.
        getItems().add(new SeparatorMenuItem());
        setOnShowing(_ -> {
            ExplorerNode line = selected.get();
            getItems().setAll(line == null ? creations(commands, schema) : items(line));
        });
    }

    /// What can be made anew, wherever that is.
    ///
    /// @param schema where it is to be; null for the first
    static List<MenuItem> creations(DesignCommands commands, Supplier<@Nullable String> schema) {
        List<MenuItem> items = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            items.add(creation(commands, kind, schema));
        }
        items.add(new SeparatorMenuItem());
        items.add(item("New schema…", commands::createSchema));
        return items;
    }

    private static MenuItem creation(DesignCommands commands, Kind kind, Supplier<@Nullable String> schema) {
        return item("New " + kind.word() + "…", () -> commands.create(kind, schema.get()));
    }

    private List<MenuItem> items(ExplorerNode line) {
        if (line.mark() == Mark.REMOVED) {
            return ofRemoved(line.entry());
        }
        return switch (line.entry()) {
            case Entry.OfObject(var object, _) -> ofObject(object, line.mark());
            case Entry.OfColumn(var relation, var column) -> ofPart(relation, column.name());
            case Entry.OfConstraint(var table, var constraint) -> ofPart(table, constraint.name());
            case Entry.OfIndex(var relation, var index) -> ofPart(relation, index.name());
            case Entry.OfSchema(var found, _) -> ofSchema(found, line.mark());
            case Entry.OfExtension(var extension) -> List.of(copy("Copy name", extension.name()));
            case Entry.OfOther(var other) -> List.of(copy("Copy name", other.name()));
            case Entry.OfGroup(var group, _, _) -> ofGroup(group);
        };
    }

    private List<MenuItem> ofGroup(Entry.Group group) {
        return switch (group) {
            case TABLES, PARTITIONS -> List.of(creation(commands, Kind.TABLE, schema));
            case VIEWS -> List.of(creation(commands, Kind.VIEW, schema));
            case ENUMS -> List.of(creation(commands, Kind.ENUM, schema));
            case SEQUENCES -> List.of(creation(commands, Kind.SEQUENCE, schema));
            case TYPES, FUNCTIONS, KEYS, INDEXES, EXTENSIONS, OTHERS -> creations(commands, schema);
        };
    }

    private List<MenuItem> ofSchema(Schema found, Mark mark) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("Open", () -> navigator.show(new Spot(found.id(), null, Field.NAME))));
        items.add(new SeparatorMenuItem());
        items.addAll(creations(commands, found::name));
        items.add(new SeparatorMenuItem());
        items.add(key("Rename…", "F2", () -> commands.rename(found.id())));
        items.add(key("Drop…", "Del", () -> commands.drop(List.of(found.id()))));
        addRevert(items, found.id(), mark);
        items.add(new SeparatorMenuItem());
        items.add(copy("Copy name", found.name()));
        items.add(item("Copy as Drizzle TypeScript", () -> commands.copyAsTypeScript(found.id())));
        return items;
    }

    /// What is gone can be brought back.
    private List<MenuItem> ofRemoved(Entry entry) {
        return switch (entry) {
            case Entry.OfObject(var object, _) -> List.of(
                    item("Bring back", () -> commands.revert(object.id())),
                    copy("Copy name", object.name().name()));
            case Entry.OfSchema(var found, _) -> List.of(
                    item("Bring back", () -> commands.revert(found.id())), copy("Copy name", found.name()));
            case Entry.OfColumn(var relation, var column) -> ofPart(relation, column.name());
            case Entry.OfConstraint(var table, var constraint) -> ofPart(table, constraint.name());
            case Entry.OfIndex(var relation, var index) -> ofPart(relation, index.name());
            case Entry.OfGroup _, Entry.OfExtension _, Entry.OfOther _ -> List.of();
        };
    }

    private void addRevert(List<MenuItem> items, Identity thing, Mark mark) {
        if (mark != Mark.NONE) {
            items.add(item("Revert changes", () -> commands.revert(thing)));
        }
    }

    private List<MenuItem> ofObject(SchemaObject object, Mark mark) {
        QualifiedName name = object.name();
        List<MenuItem> items = new ArrayList<>();
        if (object instanceof Relation) {
            items.add(item("Open data", () -> navigator.open(name, Side.DATA)));
            items.add(item("Structure", () -> navigator.open(name, Side.STRUCTURE)));
            items.add(item("SQL", () -> navigator.open(name, Side.SQL)));
            items.add(item("Drizzle", () -> navigator.open(name, Side.DRIZZLE)));
            items.add(item("References", () -> navigator.open(name, Side.REFERENCES)));
        } else {
            items.add(item("Open", () -> navigator.open(object)));
        }
        if (object instanceof Table) {
            items.add(item("Open diagram around it", () -> navigator.openDiagram(name)));
        }
        items.add(new SeparatorMenuItem());
        items.add(creation(commands, Kind.TABLE, schema));
        addChanges(items, object, mark);
        items.add(new SeparatorMenuItem());
        items.add(copy("Copy name", name.name()));
        items.add(copy("Copy qualified name", Identifier.quote(name.schema(), name.name())));
        if (isDeclarable(object)) {
            items.add(item("Copy as Drizzle TypeScript", () -> commands.copyAsTypeScript(object.id())));
        }
        return items;
    }

    /// Domains become custom types where they are used; functions have no words in Drizzle.
    private static boolean isDeclarable(SchemaObject object) {
        return object instanceof Relation || object instanceof EnumType || object instanceof Sequence;
    }

    private void addChanges(List<MenuItem> items, SchemaObject object, Mark mark) {
        if (object instanceof Table table) {
            items.add(item("Duplicate…", () -> commands.duplicate(table.id())));
            items.add(item("Save as template…", () -> commands.saveAsTemplate(table.id())));
        }
        items.add(new SeparatorMenuItem());
        // A function is called by name and arguments; the design does not rename it.
        if (!(object instanceof Routine)) {
            items.add(key("Rename…", "F2", () -> commands.rename(object.id())));
            items.add(item("Move to schema…", () -> commands.move(object.id())));
        }
        items.add(key("Drop…", "Del", () -> commands.drop(List.of(object.id()))));
        addRevert(items, object.id(), mark);
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

    /// Says the key that the tree hears. An accelerator would be heard in the whole window.
    private static MenuItem key(String text, String key, Runnable action) {
        return item(text + " (" + key + ")", action);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
