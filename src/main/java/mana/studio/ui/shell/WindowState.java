package mana.studio.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.ui.kit.Theme;
import mana.studio.ui.palette.RecentCommands;
import org.jspecify.annotations.Nullable;

/// What the window looks like from one start to the next.
///
/// @param theme   null to follow the system
/// @param bounds  where the window is; null before the first time
/// @param divider where the explorer ends, from 0 to 1
/// @param tabs    the open tabs of each connection, by its profile's id
/// @param commands those used last
public record WindowState(
        @Nullable Theme theme,
        @Nullable Bounds bounds,
        double divider,
        Map<String, OpenTabs> tabs,
        RecentCommands commands) {
    private static final RecentCommands NOTHING_USED = new RecentCommands(List.of());
    static final WindowState INITIAL = new WindowState(null, null, 0.24, Map.of(), NOTHING_USED);

    public WindowState {
        tabs = tabs == null ? Map.of() : Map.copyOf(tabs);
        // A file of an earlier version has none.
        commands = commands == null ? NOTHING_USED : commands;
    }

    public record Bounds(double x, double y, double width, double height, boolean maximized) {}

    /// @param keys     of the tabs, from left to right
    /// @param selected the key of the one in front; null for none
    public record OpenTabs(List<String> keys, @Nullable String selected) {
        static final OpenTabs NONE = new OpenTabs(List.of(), null);

        public OpenTabs {
            keys = List.copyOf(keys);
        }
    }

    /// The file it is kept in.
    public static JsonFile<WindowState> file(Places places) {
        return new JsonFile<>(places.state().resolve("window.json"), WindowState.class, INITIAL);
    }

    /// A file that nobody reads again.
    public static JsonFile<WindowState> temporary() {
        try {
            Path folder = Files.createTempDirectory("mana-studio");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve("window.json");
            file.toFile().deleteOnExit();
            return new JsonFile<>(file, WindowState.class, INITIAL);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    WindowState withTheme(Theme newTheme) {
        return new WindowState(newTheme, bounds, divider, tabs, commands);
    }

    WindowState withBounds(Bounds newBounds, double newDivider) {
        return new WindowState(theme, newBounds, newDivider, tabs, commands);
    }

    WindowState withCommands(RecentCommands used) {
        return new WindowState(theme, bounds, divider, tabs, used);
    }

    WindowState withTabs(String profile, OpenTabs open) {
        Map<String, OpenTabs> changed = new HashMap<>(tabs);
        changed.put(profile, open);
        return new WindowState(theme, bounds, divider, changed, commands);
    }
}
