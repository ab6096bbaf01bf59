package mana.studio.diagram;

import java.util.Arrays;

/// How wide text is in the studio's fonts, known without a window. Advance widths of the printable ASCII characters, in
/// hundredths of the size; other characters count as wide ones.
public final class TextWidth {
    private static final int FIRST = ' ';
    private static final int OTHER = 100;
    private static final int MONO = 60;
    private static final int[] PLAIN = widths("""
        28 28 40 63 64 81 64 22 36 36 50 66 28 46 28 36 63 46 61 64 64 61 62 57 62 62 28 28 66 66 66 51 94 68 65 73
        72 60 59 74 74 26 54 65 56 89 75 76 63 76 64 64 64 74 68 95 64 66 63 36 36 36 47 45 50 56 62 56 62 58 36 61
        59 24 24 54 24 87 59 60 61 61 37 52 36 58 56 81 54 56 54 36 33 36 66\
        """);
    private static final int[] STRONG = widths("""
        25 31 40 64 65 84 66 21 39 39 54 67 30 47 29 38 67 48 62 65 67 63 65 59 65 65 29 30 67 67 67 54 100 72 66 74
        72 61 59 75 74 27 56 68 57 91 74 77 64 78 65 65 66 73 72 101 69 70 65 39 38 39 48 47 50 57 63 58 63 59 38 63
        61 26 26 57 26 90 61 61 62 62 40 55 38 61 58 84 56 58 56 39 36 39 67\
        """);

    private TextWidth() {}

    /// In Inter.
    public static double plain(String text, double size) {
        return sum(text, PLAIN) * size / 100;
    }

    /// In Inter Semi Bold.
    public static double strong(String text, double size) {
        return sum(text, STRONG) * size / 100;
    }

    /// In JetBrains Mono.
    public static double mono(String text, double size) {
        return text.length() * MONO * size / 100;
    }

    /// How much of a text fits into a width; with an ellipsis where it is cut.
    ///
    /// @param measure one of the others
    public static String cut(String text, double size, double width, Measure measure) {
        if (measure.of(text, size) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (measure.of(text.substring(0, middle) + "…", size) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.substring(0, low) + "…";
    }

    /// A width of a text in some font.
    @FunctionalInterface
    public interface Measure {
        double of(String text, double size);
    }

    private static int sum(String text, int[] widths) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int at = text.charAt(i) - FIRST;
            sum += at >= 0 && at < widths.length ? widths[at] : OTHER;
        }
        return sum;
    }

    private static int[] widths(String text) {
        return text.strip()
                .lines()
                .flatMap(line -> Arrays.stream(line.strip().split(" ")))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
