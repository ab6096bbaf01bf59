package mana.studio.ui.diagram;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import mana.studio.diagram.Inks;

/// The colours of files: those of the light theme, whichever the window has, for paper and for documents.
final class LightPaper {
    private LightPaper() {}

    /// @param shown where the studio's own stylesheets are known
    static Palette palette(Scene shown, List<String> schemas) {
        Palette palette = new Palette(() -> {});
        palette.name(schemas);
        Scene scene = new Scene(new Group(palette));
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(shown.getStylesheets());
        scene.getRoot().applyCss();
        return palette;
    }

    static Inks inks(Palette palette) {
        return new Inks(
                css(palette.of(Ink.PAPER)),
                css(palette.of(Ink.CARD)),
                css(palette.of(Ink.BORDER)),
                css(palette.of(Ink.TEXT)),
                css(palette.of(Ink.MUTED)),
                schema -> css(palette.ofSchema(schema)),
                mark -> css(palette.of(Ink.of(mark))));
    }

    private static String css(Color color) {
        return "#%02x%02x%02x"
                .formatted(
                        Math.round(color.getRed() * 255),
                        Math.round(color.getGreen() * 255),
                        Math.round(color.getBlue() * 255));
    }
}
