package mana.studio.drizzle.files;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The time in the name of a folder of 1.0, as drizzle-orm's `formatToMillis` reads it: six numbers out of the first
/// fourteen characters, each as far as it is one; days and months that there are not run over into the next.
final class FolderTime {
    private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?[0-9]+)");

    private FolderTime() {}

    /// Empty for what JavaScript calls NaN.
    static OptionalLong of(String folder) {
        int[] ends = {4, 6, 8, 10, 12, 14};
        long[] parts = new long[ends.length];
        int begin = 0;
        for (int at = 0; at < ends.length; at++) {
            String part = folder.substring(Math.min(begin, folder.length()), Math.min(ends[at], folder.length()));
            Matcher number = NUMBER.matcher(part);
            if (!number.lookingAt()) {
                return OptionalLong.empty();
            }
            parts[at] = Long.parseLong(number.group(1));
            begin = ends[at];
        }
        long year = parts[0] >= 0 && parts[0] <= 99 ? 1900 + parts[0] : parts[0];
        long days = LocalDate.of((int) year, 1, 1)
                .plusMonths(parts[1] - 1)
                .plusDays(parts[2] - 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toEpochSecond();
        return OptionalLong.of((days + parts[3] * 3600 + parts[4] * 60 + parts[5]) * 1000);
    }

    /// The order of `localeCompare`, in which the migrator takes its folders: marks before digits before letters, and
    /// small before capital letters only where nothing else tells two names apart.
    static int compare(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int at = 0; at < common; at++) {
            int difference = Integer.compare(weight(one.charAt(at)), weight(other.charAt(at)));
            if (difference != 0) {
                return difference;
            }
        }
        int byLength = Integer.compare(one.length(), other.length());
        return byLength != 0 ? byLength : other.compareTo(one);
    }

    private static int weight(char letter) {
        int kind = Character.isLetter(letter) ? 2 : Character.isDigit(letter) ? 1 : 0;
        int place = letter == '_' ? 0 : Character.toLowerCase(letter);
        return kind << 16 | place;
    }
}
