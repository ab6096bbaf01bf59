package mana.studio.drizzle.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Text as Node's `readFileSync(…).toString()` gives it: a byte-order mark stays, and of bytes that are no UTF-8 each
/// longest beginning of a character becomes one U+FFFD (the WHATWG's way; Java counts surrogates differently). The
/// hash that drizzle records is that of this text.
final class NodeText {
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;
    private final StringBuilder text;
    private int at;

    private NodeText(byte[] bytes) {
        this.bytes = bytes;
        this.text = new StringBuilder(bytes.length);
    }

    static String of(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return new NodeText(bytes).decode();
        }
    }

    private String decode() {
        while (at < bytes.length) {
            int first = bytes[at++] & 0xFF;
            if (first < 0x80) {
                text.append((char) first);
            } else if (first >= 0xC2 && first <= 0xDF) {
                character(first & 0x1F, 1, 0x80, 0xBF);
            } else if (first >= 0xE0 && first <= 0xEF) {
                character(first & 0x0F, 2, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
            } else if (first >= 0xF0 && first <= 0xF4) {
                character(first & 0x07, 3, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
            } else {
                text.append(REPLACEMENT);
            }
        }
        return text.toString();
    }

    /// @param low  the least that the second byte may be
    /// @param high the most that it may be
    private void character(int begun, int more, int low, int high) {
        int point = begun;
        for (int number = 0; number < more; number++) {
            int next = at < bytes.length ? bytes[at] & 0xFF : -1;
            if (next < (number == 0 ? low : 0x80) || next > (number == 0 ? high : 0xBF)) {
                text.append(REPLACEMENT);
                return;
            }
            point = point << 6 | next & 0x3F;
            at++;
        }
        text.appendCodePoint(point);
    }
}
