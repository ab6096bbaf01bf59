package mana.studio.ui.connect;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The colours a person may give a connection; the looks are in `connect.css`.
enum ProfileColor {
    OF_ENVIRONMENT("Environment's own"),
    BLUE("Blue"),
    GREEN("Green"),
    AMBER("Amber"),
    RED("Red"),
    PURPLE("Purple"),
    PINK("Pink"),
    GRAY("Gray");

    private final String word;

    ProfileColor(String word) {
        this.word = word;
    }

    /// The color saved under a name; the environment's own for none and for one that is not known.
    static ProfileColor of(@Nullable String savedName) {
        return Arrays.stream(values())
                .filter(color -> color.name().toLowerCase(Locale.ROOT).equals(savedName))
                .findFirst()
                .orElse(OF_ENVIRONMENT);
    }

    @Nullable String savedName() {
        return this == OF_ENVIRONMENT ? null : name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word;
    }
}
