package mana.studio.sql;

import java.nio.charset.StandardCharsets;

/// The names PostgreSQL gives to what was not named: `users_email_key`, `users_id_seq`.
public final class GeneratedName {
    /// `NAMEDATALEN` less the closing zero.
    private static final int LONGEST = 63;

    private GeneratedName() {}

    /// The name before any number that tells it from an older one, cut as `makeObjectName` cuts it: the longer part
    /// first, never inside a character.
    public static String of(String table, String column, String label) {
        byte[] first = table.getBytes(StandardCharsets.UTF_8);
        byte[] second = column.getBytes(StandardCharsets.UTF_8);
        int room = LONGEST - label.getBytes(StandardCharsets.UTF_8).length - 2;
        int firstLength = first.length;
        int secondLength = second.length;
        while (firstLength + secondLength > room) {
            if (firstLength > secondLength) {
                firstLength--;
            } else {
                secondLength--;
            }
        }
        return clip(first, firstLength) + "_" + clip(second, secondLength) + "_" + label;
    }

    private static String clip(byte[] text, int length) {
        int end = length;
        while (end < text.length && end > 0 && (text[end] & 0b1100_0000) == 0b1000_0000) {
            end--;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
