package mana.studio.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads arrays as the server prints them. Cheaper than `java.sql.Array`, which asks the server about element types.
final class ArrayText {
    static final long[] NONE = {};

    private ArrayText() {}

    /// The numbers of an array (`{1,2}`) or of an `int2vector` or `oidvector` (`1 2`).
    static long[] numbers(String text) {
        long[] numbers = new long[4];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int from = at;
            boolean negative = text.charAt(at) == '-';
            long value = 0;
            for (at = negative ? at + 1 : at; at < text.length() && isDigit(text.charAt(at)); at++) {
                value = value * 10 + text.charAt(at) - '0';
            }
            if (at == from) {
                at++;
                continue;
            }
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = negative ? -value : value;
        }
        return count == 0 ? NONE : Arrays.copyOf(numbers, count);
    }

    /// The elements of a `text[]` without nulls, one dimension: `{a,"b c","d\"e"}`.
    static List<String> texts(String array) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int at = 1; at < array.length(); at++) {
            char letter = array.charAt(at);
            if (letter == '\\') {
                element.append(array.charAt(++at));
            } else if (letter == '"') {
                quoted = !quoted;
                any = true;
            } else if (!quoted && (letter == ',' || letter == '}')) {
                if (any || !element.isEmpty()) {
                    elements.add(element.toString());
                }
                element.setLength(0);
                any = false;
            } else {
                element.append(letter);
            }
        }
        return List.copyOf(elements);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
