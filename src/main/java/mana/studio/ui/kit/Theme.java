package mana.studio.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light and dark. Colours come from AtlantaFX by name; the studio's own stylesheets only use those names.
public enum Theme {
    LIGHT,
    DARK;

    private static final PseudoClass DARK_CLASS = PseudoClass.getPseudoClass("dark");
    private static final List<String> STYLESHEETS = List.of(
            "studio.css",
            "activity.css",
            "connect.css",
            "explorer.css",
            "structure.css",
            "data.css",
            "preview.css",
            "design.css",
            "diagram.css",
            "conventions.css",
            "apply.css",
            "objects.css",
            "migrate.css",
            "history.css",
            "drift.css",
            "migration.css",
            "typescript.css",
            "console.css",
            "locks.css");
    private static final List<String> FONTS = List.of(
            "Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf");

    /// The theme the system asks for.
    public static Theme ofSystem() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// Gives a scene the studio's looks; to be called again to change the theme.
    public void apply(Scene scene) {
        Fonts.ensureLoaded();
        Application.setUserAgentStylesheet(
                this == LIGHT ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet());
        scene.getStylesheets().setAll(STYLESHEETS.stream().map(Theme::resource).toList());
        scene.getRoot().pseudoClassStateChanged(DARK_CLASS, this == DARK);
    }

    /// Loaded once, with the first window.
    private static final class Fonts {
        static {
            FONTS.forEach(name -> Font.loadFont(resource("fonts/" + name), 13));
        }

        /// Has the class, and so the fonts, loaded.
        static void ensureLoaded() {}
    }

    private static String resource(String name) {
        return Objects.requireNonNull(
                        Theme.class.getResource("/mana/studio/ui/" + name), () -> "the studio lacks its " + name)
                .toExternalForm();
    }
}
