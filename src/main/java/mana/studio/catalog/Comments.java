package mana.studio.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people said about objects (`COMMENT ON`).
final class Comments {
    private final Map<Long, Map<Long, String>> byCatalog = new HashMap<>();

    private Comments() {}

    static Comments read(Rows rows) throws SQLException {
        Comments comments = new Comments();
        while (rows.next()) {
            Map<Long, String> texts = comments.byCatalog.computeIfAbsent(rows.oid(), _ -> new HashMap<>());
            texts.put(CatalogRows.columnKey(rows.oid(), rows.integer()), rows.text());
        }
        return comments;
    }

    /// @param catalog the oid of the catalog that holds the object, from {@link SystemCatalog}
    @Nullable String of(long catalog, long oid) {
        return ofColumn(catalog, oid, 0);
    }

    @Nullable String ofColumn(long relation, int number) {
        return ofColumn(SystemCatalog.RELATION, relation, number);
    }

    private @Nullable String ofColumn(long catalog, long oid, int number) {
        Map<Long, String> texts = byCatalog.get(catalog);
        return texts == null ? null : texts.get(CatalogRows.columnKey(oid, number));
    }
}
