package mana.studio;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.application.Application;
import mana.studio.cli.Cli;
import mana.studio.settings.Places;
import mana.studio.ui.StudioApp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the studio: without an argument the window, with one the command it names. Where there is no display the window
/// cannot be; then the studio makes its tour on JavaFX's headless platform and says where the pictures are.
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] arguments) {
        // The first line opens the log, before JavaFX writes its warnings to the console.
        LOG.info("Starts on Java {}", Runtime.version());
        List<String> words = Arrays.asList(arguments);
        if (words.isEmpty()) {
            if (Display.isThere()) {
                Application.launch(StudioApp.class);
            } else {
                System.out.println("There is no display: the studio makes its tour instead.");
                tour(null, "");
            }
        } else if (words.getFirst().equals("tour")) {
            tour(words.size() > 1 ? words.get(1) : null, words.size() > 2 ? words.get(2) : "");
        } else {
            System.exit(Cli.run(words));
        }
    }

    /// @param size of the window: `1920x1080`; empty for its usual one
    private static void tour(@Nullable String folder, String size) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        String given = folder == null ? System.getProperty("mana.studio.tour", "") : folder;
        Path to = given.isEmpty() ? Places.ofUser().state().resolve("tour") : Path.of(given);
        if (!size.isEmpty()) {
            System.setProperty("headless.geometry", size + "-32");
        }
        Application.launch(StudioApp.class, "--tour=" + to.toAbsolutePath(), "--size=" + size);
        commandsAfterwards();
    }

    /// What the packaged image is trained with (packaging/AotCache.java): commands separated by semicolons, their words
    /// by commas.
    private static void commandsAfterwards() {
        for (String command : System.getProperty("mana.studio.then", "").split(";")) {
            if (!command.isEmpty()) {
                Cli.run(List.of(command.split(",")));
            }
        }
    }
}
