package mana.studio.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.catalog.SmallRows.UsedTypeRow;
import mana.studio.schema.DataType;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// The types that columns, attributes and domains have: few, however many the columns are, so the server writes each
/// once.
final class Types {
    private final Map<Long, Used> used;

    private Types(Map<Long, Used> used) {
        this.used = used;
    }

    /// A type with its modifier, and what is usual for it.
    record Used(DataType type, char storage, long collation) {}

    static Types read(CatalogRows rows, SnapshotConnection connection) throws SQLException {
        Set<Long> pairs = new HashSet<>();
        for (List<ColumnRow> columns : rows.columns.result().all()) {
            for (ColumnRow column : columns) {
                pairs.add(key(column.type(), column.modifier()));
            }
        }
        for (TypeRow type : rows.types.result()) {
            if (type.baseType() != 0) {
                pairs.add(key(type.baseType(), type.modifier()));
            }
        }
        for (RelationRow relation : rows.relations.result()) {
            if (relation.ofType() != 0) {
                pairs.add(key(relation.ofType(), -1));
            }
        }
        return connection.query(
                "used_types", Types::decode, array(pairs, pair -> pair >>> 32), array(pairs, pair -> (long) (int)
                        (long) pair));
    }

    Used of(long type, int modifier) {
        Used known = used.get(key(type, modifier));
        if (known == null) {
            throw new IllegalStateException("The catalog names a type it does not hold: " + type);
        }
        return known;
    }

    /// The collation to be written: null where it is the type's own.
    static @Nullable QualifiedName collation(Used type, long collation, Names names) {
        return collation == 0 || collation == type.collation() ? null : names.collation(collation);
    }

    private static Types decode(Rows rows) throws SQLException {
        Map<Long, Used> used = new HashMap<>();
        while (rows.next()) {
            UsedTypeRow row = UsedTypeRow.read(rows);
            QualifiedName named =
                    row.schema().equals("pg_catalog") ? null : new QualifiedName(row.schema(), row.name());
            DataType type = new DataType(row.sql(), TypeFamily.of(row), named);
            used.put(key(row.type(), row.modifier()), new Used(type, row.storage(), row.collation()));
        }
        return new Types(used);
    }

    private static long key(long type, int modifier) {
        return type << 32 | modifier & 0xffff_ffffL;
    }

    private static String array(Set<Long> pairs, java.util.function.ToLongFunction<Long> part) {
        return pairs.stream()
                .map(pair -> Long.toString(part.applyAsLong(pair)))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
