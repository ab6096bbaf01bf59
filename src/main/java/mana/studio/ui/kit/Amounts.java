package mana.studio.ui.kit;

import java.util.Locale;

/// Amounts as a person reads them at a glance.
public final class Amounts {
    private static final String[] COUNT_UNITS = {"", "k", "M", "G", "T"};
    private static final String[] BYTE_UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};

    private Amounts() {}

    /// A count, in thousands: `842`, `1.2k`, `200k`, `10M`.
    public static String count(long count) {
        return scaled(count, 1000, COUNT_UNITS, "");
    }

    /// A size, in steps of 1024 as `pg_size_pretty` takes them: `512 bytes`, `8 kB`, `1.5 GB`.
    public static String bytes(long bytes) {
        return scaled(bytes, 1024, BYTE_UNITS, " ");
    }

    /// A count in full, its digits grouped: `200,000`.
    public static String exact(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// A count with its noun: `1 statement`, `3 statements`.
    public static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /// One decimal below ten, none above.
    private static String scaled(long amount, int step, String[] units, String gap) {
        double value = amount;
        int unit = 0;
        while (rounded(value) >= step && unit < units.length - 1) {
            value /= step;
            unit++;
        }
        double shown = rounded(value);
        String digits =
                shown == Math.rint(shown) ? Long.toString((long) shown) : String.format(Locale.ROOT, "%.1f", shown);
        return digits + gap + units[unit];
    }

    private static double rounded(double value) {
        return value < 10 ? Math.round(value * 10) / 10.0 : Math.round(value);
    }
}
