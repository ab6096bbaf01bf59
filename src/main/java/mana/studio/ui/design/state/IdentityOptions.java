package mana.studio.ui.design.state;

import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.schema.Column;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Database;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.SequenceOptions;
import mana.studio.sql.GeneratedName;

/// The sequence behind an identity column.
public final class IdentityOptions {
    private IdentityOptions() {}

    /// As PostgreSQL makes it where nothing is said.
    public static IdentityColumn fresh(TableModel table, Column column, boolean always) {
        QualifiedName name = table.name().orElse(new QualifiedName("public", "table"));
        String stem = GeneratedName.of(name.name(), column.name(), "seq");
        String sequence = Proposals.unused(stem, taken(table.database(), name.schema()));
        String type = switch (column.type().sql()) {
            case "smallint", "integer" -> column.type().sql();
            default -> "bigint";
        };
        long most = switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        return new IdentityColumn(
                always,
                new QualifiedName(name.schema(), sequence),
                new SequenceOptions(type, 1, 1, 1, most, 1, false),
                Privileges.DEFAULT);
    }

    private static Set<String> taken(@org.jspecify.annotations.Nullable Database database, String schema) {
        return database == null
                ? Set.of()
                : database.schema(schema).stream()
                        .flatMap(found -> found.objects())
                        .map(SchemaObject::name)
                        .map(QualifiedName::name)
                        .collect(Collectors.toSet());
    }

    public static SequenceOptions withStart(SequenceOptions old, long value) {
        return new SequenceOptions(
                old.type(), value, old.increment(), old.minimum(), old.maximum(), old.cache(), old.cycle());
    }

    public static SequenceOptions withIncrement(SequenceOptions old, long value) {
        return new SequenceOptions(
                old.type(), old.start(), value, old.minimum(), old.maximum(), old.cache(), old.cycle());
    }

    public static SequenceOptions withMinimum(SequenceOptions old, long value) {
        return new SequenceOptions(
                old.type(), old.start(), old.increment(), value, old.maximum(), old.cache(), old.cycle());
    }

    public static SequenceOptions withMaximum(SequenceOptions old, long value) {
        return new SequenceOptions(
                old.type(), old.start(), old.increment(), old.minimum(), value, old.cache(), old.cycle());
    }

    public static SequenceOptions withCache(SequenceOptions old, long value) {
        return new SequenceOptions(
                old.type(), old.start(), old.increment(), old.minimum(), old.maximum(), value, old.cycle());
    }

    public static SequenceOptions withCycle(SequenceOptions old, boolean value) {
        return new SequenceOptions(
                old.type(), old.start(), old.increment(), old.minimum(), old.maximum(), old.cache(), value);
    }
}
