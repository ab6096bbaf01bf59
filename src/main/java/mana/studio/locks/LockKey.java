package mana.studio.locks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The key of an advisory lock, as `pg_locks` shows it (PostgreSQL, "pg_locks"): a `bigint` is split over `classid`
/// and `objid` with `objsubid` 1, two `int` are those columns with `objsubid` 2. The two spaces do not overlap:
/// `(0, 42)` and `42` are different locks. Extensions use other values of `objsubid` (Citus: 4 to 16).
///
/// @param classid  unsigned, 32 bits
/// @param objid    unsigned, 32 bits
/// @param objsubid which space it is of
public record LockKey(long classid, long objid, int objsubid) implements Comparable<LockKey> {
    private static final int BIGINT = 1;
    private static final int PAIR = 2;
    private static final long HALF = 0xFFFF_FFFFL;
    private static final Pattern TWO = Pattern.compile("\\(?\\s*(-?\\d+)\\s*,\\s*(-?\\d+)\\s*\\)?");
    private static final Pattern ONE = Pattern.compile("-?\\d+");
    private static final Pattern HEX = Pattern.compile("0[xX]([0-9a-fA-F]{1,16})");
    private static final Pattern FOREIGN = Pattern.compile("class (\\d+): (\\d+),\\s*(\\d+)");
    private static final Comparator<LockKey> ORDER = Comparator.comparingInt(LockKey::objsubid)
            .thenComparingLong(LockKey::classid)
            .thenComparingLong(LockKey::objid);

    /// The key of `pg_advisory_lock(bigint)`.
    public static LockKey of(long key) {
        return new LockKey(key >>> 32, key & HALF, BIGINT);
    }

    /// The key of `pg_advisory_lock(int, int)`.
    public static LockKey of(int first, int second) {
        return new LockKey(first & HALF, second & HALF, PAIR);
    }

    /// Reads a key as a person writes it: `987654321`, `-1,42`, `(-1, 42)`, `0x3ade68b1`, `class 5: 1, 42`.
    ///
    /// @return empty where it is none, or out of range
    public static Optional<LockKey> parse(String text) {
        String words = text.strip().replace("_", "");
        try {
            Matcher two = TWO.matcher(words);
            if (two.matches()) {
                return Optional.of(of(Integer.parseInt(two.group(1)), Integer.parseInt(two.group(2))));
            }
            Matcher foreign = FOREIGN.matcher(words);
            if (foreign.matches()) {
                return Optional.of(new LockKey(
                        Integer.parseUnsignedInt(foreign.group(2)) & HALF,
                        Integer.parseUnsignedInt(foreign.group(3)) & HALF,
                        Integer.parseInt(foreign.group(1))));
            }
            Matcher hex = HEX.matcher(words);
            if (hex.matches()) {
                return Optional.of(of(Long.parseUnsignedLong(hex.group(1), 16)));
            }
            return ONE.matcher(words).matches() ? Optional.of(of(Long.parseLong(words))) : Optional.empty();
        } catch (NumberFormatException outOfRange) {
            return Optional.empty();
        }
    }

    /// What space of keys it is of.
    public enum Kind {
        BIGINT,
        PAIR,
        /// An extension's own.
        FOREIGN
    }

    public Kind kind() {
        return switch (objsubid) {
            case BIGINT -> Kind.BIGINT;
            case PAIR -> Kind.PAIR;
            default -> Kind.FOREIGN;
        };
    }

    /// The number the code wrote; empty for a pair or an extension's key.
    public OptionalLong bigint() {
        return objsubid == BIGINT ? OptionalLong.of(bits()) : OptionalLong.empty();
    }

    /// As the code wrote it: `987654321`, `-1,42`; `class 5: 1,42` for an extension's.
    public String text() {
        return switch (kind()) {
            case BIGINT -> Long.toString(bits());
            case PAIR -> (int) classid + "," + (int) objid;
            case FOREIGN -> "class " + objsubid + ": " + classid + "," + objid;
        };
    }

    /// For reading: a pair as `(-1, 42)`.
    public String shown() {
        return kind() == Kind.PAIR ? "(" + (int) classid + ", " + (int) objid + ")" : text();
    }

    /// The 64 bits in hexadecimal, a pair's halves apart: `0x000000003ade68b1`, `0xffffffff 0x0000002a`.
    public String hex() {
        HexFormat format = HexFormat.of();
        return kind() == Kind.BIGINT
                ? "0x" + format.toHexDigits(bits())
                : "0x" + format.toHexDigits((int) classid) + " 0x" + format.toHexDigits((int) objid);
    }

    /// The bytes as text, where a program chose letters for its key (`Langflow`): at least four, all of them printable.
    public Optional<String> mnemonic() {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(bits()).array();
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst("^\0+", "");
        boolean printable = text.length() >= 4 && text.chars().allMatch(c -> c > ' ' && c < 0x7F);
        return printable ? Optional.of(text) : Optional.empty();
    }

    private long bits() {
        return classid << 32 | objid;
    }

    @Override
    public int compareTo(LockKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }
}
