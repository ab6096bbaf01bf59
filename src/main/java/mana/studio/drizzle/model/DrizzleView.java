package mana.studio.drizzle.model;

import java.util.List;
import java.util.Map;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// @param definition null for `.existing()`
/// @param existing   `.existing()`: never the cause of SQL
/// @param with       options in Drizzle's spelling (`securityInvoker`), values as JSON has them
public record DrizzleView(
        QualifiedName name,
        List<DrizzleColumn> columns,
        @Nullable String definition,
        boolean materialized,
        boolean existing,
        Map<String, Object> with,
        boolean withNoData,
        @Nullable String using,
        @Nullable String tablespace) {
    public DrizzleView {
        columns = List.copyOf(columns);
        with = JsonOptions.of(with);
    }
}
