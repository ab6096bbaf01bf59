package mana.studio.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mana.studio.schema.Identity;
import mana.studio.schema.Routine;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.ui.kit.Command;
import mana.studio.ui.kit.DesignCommands;
import mana.studio.ui.kit.Navigator.Side;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with the object of a tab.
final class ObjectTabCommands {
    private final OpenSession session;
    private final DesignCommands commands;

    ObjectTabCommands(OpenSession session, DesignCommands commands) {
        this.session = session;
        this.commands = commands;
    }

    /// @param sides that the tab has
    /// @param show  shows one of them
    List<Command> of(SchemaObject object, List<Side> sides, Consumer<Side> show) {
        Identity id = object.id();
        List<Command> all = new ArrayList<>();
        sides.forEach(side -> all.add(new Command(
                        "side " + side, "Show " + words(side), () -> show.accept(side))
                .with(Feather.EYE)));
        if (object instanceof Table table) {
            all.add(new Command("diagram around", "Open diagram around it", () -> session.navigator()
                            .openDiagram(table.name()))
                    .with(Feather.SHARE_2));
            all.add(new Command("duplicate", "Duplicate…", () -> commands.duplicate(id)).with(Feather.COPY));
            all.add(new Command("save as template", "Save as template…", () -> commands.saveAsTemplate(id))
                    .with(Feather.SAVE));
        }
        if (sides.contains(Side.DRIZZLE)) {
            all.add(new Command("copy typescript", "Copy as Drizzle TypeScript", () -> commands.copyAsTypeScript(id))
                    .with(Feather.CLIPBOARD));
        }
        // A function is called by name and arguments; the design does not rename it.
        if (!(object instanceof Routine)) {
            all.add(new Command("rename", "Rename…", () -> commands.rename(id)).with(Feather.EDIT_2));
            all.add(new Command("move", "Move to schema…", () -> commands.move(id)).with(Feather.CORNER_DOWN_RIGHT));
        }
        all.add(new Command("drop", "Drop…", () -> commands.drop(List.of(id))).with(Feather.TRASH_2));
        all.add(new Command("revert", "Revert changes", () -> commands.revert(id))
                .with(Feather.ROTATE_CCW)
                .unless(isChanged(id) ? "" : "Nothing is pending for it"));
        return all.stream()
                .map(command -> command.about(object.name().toString()))
                .toList();
    }

    private static String words(Side side) {
        return switch (side) {
            case DATA -> "data";
            case STRUCTURE -> "structure";
            case SQL -> "SQL";
            case DRIZZLE -> "Drizzle";
            case REFERENCES -> "references";
        };
    }

    private boolean isChanged(Identity id) {
        return session.designing().changes().getValue().stream()
                .anyMatch(change -> change.object().same(id));
    }
}
