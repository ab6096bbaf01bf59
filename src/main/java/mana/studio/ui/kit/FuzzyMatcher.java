package mana.studio.ui.kit;

import java.util.Locale;

/// Finds a query's letters in names, in their order though not side by side, and says how well they fit: letters that
/// follow each other and letters that begin a word weigh most, letters left out cost a little.
///
/// The scores are those of [fzy](https://github.com/jhawthorn/fzy/blob/master/ALGORITHM.md), in whole numbers. Not safe
/// for use by several threads: it keeps its tables from name to name.
public final class FuzzyMatcher {
    /// The score of a name that does not hold the query.
    public static final int NONE = Integer.MIN_VALUE;

    private static final int IMPOSSIBLE = -1_000_000;
    private static final int CONSECUTIVE = 200;
    private static final int BEGINS_NAME = 180;
    private static final int BEGINS_WORD = 160;
    private static final int BEGINS_HUMP = 140;
    private static final int OUTER_GAP = -1;
    private static final int INNER_GAP = -2;

    private final char[] query;
    private final long letters;
    private char[] lower = new char[0];
    private int[] bonus = new int[0];
    /// By letter of the query and of the name: the best score where the one is matched by the other.
    private int[][] ending = new int[0][0];
    /// The best score where the letters of the query up to the one are found no later than the other.
    private int[][] best = new int[0][0];
    private int filled;

    /// @param query its blanks and case do not matter
    public FuzzyMatcher(String query) {
        this.query = query.toLowerCase(Locale.ROOT).replaceAll("\\s+", "").toCharArray();
        letters = lettersOf(new String(this.query));
    }

    /// Which letters a text has, as bits: a name that lacks a bit of the query's can't match.
    public static long lettersOf(String text) {
        long bits = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = Character.toLowerCase(text.charAt(i));
            int bit = letter >= 'a' && letter <= 'z' ? letter - 'a' : 26 + letter % 38;
            bits |= 1L << bit;
        }
        return bits;
    }

    public boolean isEmpty() {
        return query.length == 0;
    }

    public boolean mayMatch(long nameLetters) {
        return (letters & ~nameLetters) == 0;
    }

    /// How well a name fits; {@link #NONE} where it does not.
    ///
    /// @param from     the first letter that may be matched
    /// @param lastFrom where the last letter of the query may be found at the earliest
    public int score(CharSequence name, int from, int lastFrom) {
        if (isEmpty() || !holds(name, from, lastFrom)) {
            return NONE;
        }
        int length = name.length() - from;
        prepare(name, from, length);
        for (int i = 0; i < query.length; i++) {
            fill(i, length, i == query.length - 1 ? lastFrom - from : 0);
        }
        int score = best[query.length - 1][length - 1];
        return score <= IMPOSSIBLE / 2 ? NONE : score;
    }

    /// Where the letters were found in the name that was scored last, counted from `from`.
    public int[] positions() {
        int[] positions = new int[query.length];
        boolean required = false;
        int j = filled - 1;
        for (int i = query.length - 1; i >= 0; i--) {
            while (j > 0 && !(ending[i][j] > IMPOSSIBLE / 2 && (required || ending[i][j] == best[i][j]))) {
                j--;
            }
            required = i > 0 && j > 0 && best[i][j] == ending[i - 1][j - 1] + CONSECUTIVE;
            positions[i] = j;
            j--;
        }
        return positions;
    }

    /// Whether the query's letters are there at all; most names fall through here.
    private boolean holds(CharSequence name, int from, int lastFrom) {
        int at = 0;
        int length = name.length();
        for (int j = from; j < length; j++) {
            if (Character.toLowerCase(name.charAt(j)) == query[at] && (at < query.length - 1 || j >= lastFrom)) {
                at++;
                if (at == query.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private void prepare(CharSequence name, int from, int length) {
        if (lower.length < length) {
            lower = new char[length * 2];
            bonus = new int[length * 2];
            ending = new int[query.length][length * 2];
            best = new int[query.length][length * 2];
        }
        filled = length;
        char before = '.';
        for (int j = 0; j < length; j++) {
            char letter = name.charAt(from + j);
            lower[j] = Character.toLowerCase(letter);
            bonus[j] = bonus(before, letter);
            before = letter;
        }
    }

    private static int bonus(char before, char letter) {
        return switch (before) {
            case '.' -> BEGINS_NAME;
            case '_', '-', ' ', '$' -> BEGINS_WORD;
            default -> Character.isLowerCase(before) && Character.isUpperCase(letter) ? BEGINS_HUMP : 0;
        };
    }

    private void fill(int i, int length, int notBefore) {
        int gap = i == query.length - 1 ? OUTER_GAP : INNER_GAP;
        int running = IMPOSSIBLE;
        int[] here = ending[i];
        int[] bestHere = best[i];
        for (int j = 0; j < length; j++) {
            int score = IMPOSSIBLE;
            if (lower[j] == query[i] && j >= notBefore) {
                if (i == 0) {
                    score = j * OUTER_GAP + bonus[j];
                } else if (j > 0) {
                    score = Math.max(best[i - 1][j - 1] + bonus[j], ending[i - 1][j - 1] + CONSECUTIVE);
                }
            }
            here[j] = score;
            running = Math.max(score, running + gap);
            bestHere[j] = running;
        }
    }
}
