package mana.studio.ui.palette;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import mana.studio.ui.kit.Command;
import mana.studio.ui.kit.Finder;

/// Ctrl+Shift+P: every command of the window, over the rest of it. Hidden until {@link #show}; to be laid over all else.
public final class CommandPalette extends StackPane {
    private static final Finder.Words WORDS = new Finder.Words(
            "palette",
            "What do you want to do?",
            "Find a command",
            "No command is called like this",
            "Enter does it  ·  Esc closes");

    private final Supplier<List<Command>> source;
    private final Recent recent;
    private final Finder<PaletteLine> finder;
    private List<Command> commands = List.of();

    /// Remembers which commands were used.
    public interface Recent {
        RecentCommands now();

        void used(String id);
    }

    /// @param source the commands as they are when it is shown
    public CommandPalette(Supplier<List<Command>> source, Recent recent) {
        this.source = source;
        this.recent = recent;
        finder = new Finder<>(WORDS, _ -> new CommandCell(), (found, _) -> found.chosen(line -> run(line.command())));
        finder.query().subscribe(_ -> search());
        // Below the window's bar, where quick open is.
        finder.getStyleClass().add("palette");
        visibleProperty().bind(finder.visibleProperty());
        getChildren().add(finder);
    }

    /// Shows the commands as they are now, and takes the focus.
    public void show() {
        finder.show();
        toFront();
        commands = source.get();
        search();
    }

    /// Hides it and gives the focus back.
    public void hide() {
        finder.hide();
    }

    private void search() {
        finder.show(
                PaletteModel.lines(commands, recent.now().ids(), finder.query().get()));
    }

    /// What cannot be done stays in sight with its reason.
    private void run(Command command) {
        if (command.possible()) {
            hide();
            recent.used(command.id());
            command.run();
        }
    }
}
