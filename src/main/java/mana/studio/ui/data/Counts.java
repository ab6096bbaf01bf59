package mana.studio.ui.data;

import java.util.Locale;

/// Numbers of things, for people.
final class Counts {
    private Counts() {}

    /// `1 row`, `20,000 rows`.
    static String of(long count, String thing) {
        return number(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /// `20,000`.
    static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /// A size: `512 bytes`, `9.5 MB`.
    static String bytes(long count) {
        if (count < 1024) {
            return of(count, "byte");
        }
        double size = count / 1024.0;
        String unit = "kB";
        if (size >= 1024) {
            size /= 1024;
            unit = "MB";
        }
        return String.format(Locale.ENGLISH, size < 10 ? "%.1f %s" : "%.0f %s", size, unit);
    }
}
