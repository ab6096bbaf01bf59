package mana.studio.drizzle.snapshot;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleTable.PrimaryKey;
import mana.studio.schema.QualifiedName;

/// The names that Drizzle's stable line gives where the code gives none.
final class DefaultNames {
    private DefaultNames() {}

    static String primaryKey(QualifiedName table, PrimaryKey key) {
        return key.name() != null
                ? key.name()
                : Stream.concat(Stream.of(table.name()), key.columns().stream())
                        .collect(Collectors.joining("_", "", "_pk"));
    }
}
