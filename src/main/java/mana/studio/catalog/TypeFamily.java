package mana.studio.catalog;

import mana.studio.catalog.SmallRows.UsedTypeRow;
import mana.studio.schema.DataType.Family;

/// What can be done with the values of a type, from its category (`pg_type.typcategory`, table 52.65 of PostgreSQL's
/// manual) and, where that is too coarse, its name.
final class TypeFamily {
    private TypeFamily() {}

    static Family of(UsedTypeRow type) {
        return switch (type.category()) {
            case 'A' -> Family.ARRAY;
            case 'B' -> Family.BOOLEAN;
            case 'C' -> Family.COMPOSITE;
            case 'D' -> dateOrTime(type.baseName());
            case 'E' -> Family.ENUM;
            case 'G' -> Family.GEOMETRIC;
            case 'I' -> Family.NETWORK;
            case 'N' -> number(type.baseName());
            case 'R' -> Family.RANGE;
            case 'S' -> Family.TEXT;
            case 'T' -> Family.INTERVAL;
            case 'V' -> Family.BITS;
            default -> named(type.baseName());
        };
    }

    private static Family dateOrTime(String name) {
        return switch (name) {
            case "date" -> Family.DATE;
            case "time", "timetz" -> Family.TIME;
            default -> Family.TIMESTAMP;
        };
    }

    private static Family number(String name) {
        return switch (name) {
            case "numeric", "float4", "float8", "money" -> Family.DECIMAL;
            default -> Family.INTEGER;
        };
    }

    private static Family named(String name) {
        return switch (name) {
            case "uuid" -> Family.UUID;
            case "json", "jsonb" -> Family.JSON;
            case "bytea" -> Family.BINARY;
            case "citext", "xml" -> Family.TEXT;
            case "macaddr", "macaddr8" -> Family.NETWORK;
            default -> Family.OTHER;
        };
    }
}
