package mana.studio.diagram;

import java.util.List;
import java.util.Optional;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.QualifiedName;

/// Which types a foreign key can compare, as `ATAddForeignKeyConstraint` decides it: there is an operator in the key's
/// operator family, or the referring type becomes the key's type by itself.
final class KeyTypes {
    private static final List<String> WIDENING =
            List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private KeyTypes() {}

    /// @param referring the type of the column that refers
    /// @param key       the type of the column it refers to
    static boolean areComparable(DataType referring, DataType key, Database database) {
        DataType from = withoutDomain(referring, database);
        DataType to = withoutDomain(key, database);
        String one = base(from);
        String other = base(to);
        if (one.equals(other)) {
            return true;
        }
        if (from.family() == Family.ARRAY
                || to.family() == Family.ARRAY
                || from.named() != null
                || to.named() != null) {
            return false;
        }
        return switch (to.family()) {
            case INTEGER -> from.family() == Family.INTEGER;
            case DECIMAL ->
                WIDENING.contains(one) && WIDENING.contains(other) && WIDENING.indexOf(one) < WIDENING.indexOf(other)
                        || isFloat(one) && isFloat(other);
            case TEXT -> from.family() == Family.TEXT;
            case DATE, TIMESTAMP -> from.family() == Family.DATE || from.family() == Family.TIMESTAMP;
            case NETWORK -> List.of("inet", "cidr").containsAll(List.of(one, other));
            case BITS -> from.family() == Family.BITS;
            case TIME, INTERVAL -> from.family() == Family.TIME && base(from).startsWith("time without");
            case BOOLEAN, UUID, JSON, BINARY, ENUM, ARRAY, RANGE, COMPOSITE, GEOMETRIC, OTHER -> false;
        };
    }

    private static boolean isFloat(String type) {
        return type.equals("real") || type.equals("double precision");
    }

    /// Without length and precision.
    private static String base(DataType type) {
        return type.sql().replaceAll("\\(\\d+(,\\s*-?\\d+)?\\)", "");
    }

    private static DataType withoutDomain(DataType type, Database database) {
        QualifiedName named = type.named();
        if (named == null || type.family() == Family.ARRAY) {
            return type;
        }
        Optional<DomainType> domain = database.schema(named.schema()).stream()
                .flatMap(schema -> schema.domains().stream())
                .filter(candidate -> candidate.name().equals(named))
                .findFirst();
        return domain.map(found -> withoutDomain(found.baseType(), database)).orElse(type);
    }
}
