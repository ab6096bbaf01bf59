package mana.studio.drizzle.typescript;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.typescript.Options.Line;

/// The names that drizzle gives where the code gives none.
final class DefaultNames {
    private static final int LONGEST = 63;
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final Line line;

    DefaultNames(Line line) {
        this.line = line;
    }

    String foreignKey(String table, ForeignKey key) {
        String name = table + "_" + String.join("_", key.columns()) + "_"
                + key.target().name() + "_" + String.join("_", key.targetColumns());
        return switch (line) {
            case STABLE -> name + "_fk";
            case V1 -> shortened(table, name + "_fkey");
        };
    }

    /// `.unique()` at a column.
    String unique(String table, String column) {
        return table + "_" + column + (line == Line.STABLE ? "_unique" : "_key");
    }

    /// `unique().on(…)` at the table.
    String unique(String table, List<String> columns) {
        return table + "_" + String.join("_", columns) + "_unique";
    }

    String primaryKey(String table, List<String> columns) {
        return line == Line.STABLE ? table + "_" + String.join("_", columns) + "_pk" : table + "_pkey";
    }

    String sequence(String table, String column) {
        return table + "_" + column + "_seq";
    }

    private static String shortened(String table, String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return name;
        }
        return table.length() < 45 ? table + "_" + hash(name) + "_fkey" : hash(name) + "_fkey";
    }

    /// Twelve digits to base 62 of a polynomial in 53.
    static String hash(String name) {
        BigInteger modulus = BigInteger.valueOf(62).pow(12);
        BigInteger sum = BigInteger.ZERO;
        BigInteger power = BigInteger.ONE;
        for (int character : name.codePoints().toArray()) {
            sum = sum.add(power.multiply(BigInteger.valueOf(character))).mod(modulus);
            power = power.multiply(BigInteger.valueOf(53)).mod(modulus);
        }
        StringBuilder digits = new StringBuilder();
        for (int digit = 0; digit < 12; digit++) {
            BigInteger[] parts = sum.divideAndRemainder(BigInteger.valueOf(62));
            digits.insert(0, DIGITS.charAt(parts[1].intValue()));
            sum = parts[0];
        }
        return digits.toString();
    }
}
