package mana.studio.rows;

import java.util.HexFormat;

/// A bytea's text (`\x…`).
public final class BytesText {
    private static final int LINE = 16;

    private BytesText() {}

    /// The bytes of a value's text in hexadecimal form.
    ///
    /// @throws IllegalArgumentException if that is not its form
    public static byte[] bytes(String text) {
        if (!text.startsWith("\\x")) {
            throw new IllegalArgumentException("Not the text of a bytea");
        }
        return HexFormat.of().parseHex(text, 2, text.length());
    }

    /// A line for 16 bytes: where they are, in hexadecimal, as ASCII; as `hexdump -C` prints it.
    public static String dump(String text) {
        byte[] bytes = bytes(text);
        StringBuilder lines = new StringBuilder();
        for (int start = 0; start < bytes.length; start += LINE) {
            int end = Math.min(start + LINE, bytes.length);
            StringBuilder hex = new StringBuilder();
            StringBuilder ascii = new StringBuilder();
            for (int i = start; i < end; i++) {
                hex.append(i - start == LINE / 2 ? " " : "").append("%02x ".formatted(bytes[i]));
                ascii.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
            }
            lines.append("%08x  %-49s |%s|%n".formatted(start, hex, ascii));
        }
        return lines.toString();
    }
}
