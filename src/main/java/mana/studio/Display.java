package mana.studio;

import java.util.Locale;
import java.util.Map;

/// Whether windows can be shown.
final class Display {
    private Display() {}

    static boolean isThere() {
        return isThere(System.getProperty("os.name", ""), System.getProperty("glass.platform", ""), System.getenv());
    }

    /// Windows and macOS always have one; elsewhere JavaFX needs an X display (GTK), be it XWayland's.
    static boolean isThere(String system, String glass, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (glass.equalsIgnoreCase("headless")) {
            return false;
        }
        return os.contains("windows") || os.contains("mac") || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
