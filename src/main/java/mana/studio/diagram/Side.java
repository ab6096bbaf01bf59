package mana.studio.diagram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// One of the two databases between which a diagram shows what is pending, with its tables found by identity and name.
final class Side {
    private final Map<String, Table> byKey = new HashMap<>();
    private final Map<QualifiedName, Table> byName = new HashMap<>();
    private final Map<QualifiedName, Integer> partitions = new HashMap<>();
    private final Map<QualifiedName, String> types = new HashMap<>();

    Side(Database database) {
        database.tables().forEach(table -> {
            byKey.put(table.id().key(), table);
            byName.put(table.name(), table);
            Table.PartitionOf parent = table.partitionOf();
            if (parent != null) {
                partitions.merge(parent.parent(), 1, Integer::sum);
            }
        });
        database.schemas()
                .forEach(schema -> schema.objects()
                        .filter(object -> !(object instanceof Table))
                        .forEach(object -> types.put(object.name(), object.id().key())));
    }

    /// The tables that have a card: partitions have none, their parent stands for them.
    List<Table> shown() {
        return byKey.values().stream()
                .filter(table -> table.partitionOf() == null)
                .toList();
    }

    @Nullable
    Table byKey(String key) {
        return byKey.get(key);
    }

    Optional<Table> byName(QualifiedName name) {
        return Optional.ofNullable(byName.get(name));
    }

    int partitionsOf(Table table) {
        return partitions.getOrDefault(table.name(), 0);
    }

    /// A table with the names in its foreign keys and types replaced by what they are names of, so that a rename
    /// elsewhere is no change here.
    Table normal(Table table) {
        List<Column> columns = table.columns().stream().map(this::normal).toList();
        List<Constraint> constraints = table.constraints().stream()
                .map(constraint -> constraint instanceof ForeignKey key ? normal(table, key) : constraint)
                .toList();
        return table.with(columns, constraints);
    }

    /// The name of a NOT NULL constraint is seen nowhere here, and stays behind where a table is renamed.
    Column normal(Column original) {
        Column column = original.isNotNull() ? original.withNotNull(Column.NotNull.PLAIN) : original;
        QualifiedName named = column.type().named();
        String key = named == null ? null : types.get(named);
        if (named == null || key == null) {
            return column;
        }
        String dimensions = column.type().sql().replaceAll("[^\\[\\]]", "");
        return column.withType(new DataType(key + dimensions, column.type().family(), new QualifiedName("", key)));
    }

    ForeignKey normal(Table table, ForeignKey key) {
        Table target = byName.get(key.referencedTable());
        ForeignKey own = key.withColumns(keys(table, key.columns()));
        return target == null
                ? own
                : own.withReferencedTable(new QualifiedName("", target.id().key()))
                        .withReferencedColumns(keys(target, key.referencedColumns()));
    }

    private static List<String> keys(Table table, List<String> names) {
        return names.stream()
                .map(name -> table.column(name).map(column -> column.id().key()).orElse(name))
                .toList();
    }
}
