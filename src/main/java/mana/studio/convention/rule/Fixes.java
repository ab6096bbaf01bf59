package mana.studio.convention.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.convention.House;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.schema.Column;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Constraint;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Privileges;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// The changes that mend breaches. Each finds its thing by identity and does nothing where it is gone.
final class Fixes {
    static final DataType TIMESTAMPTZ = new DataType("timestamp with time zone", DataType.Family.TIMESTAMP, null);
    static final DataType TEXT = new DataType("text", DataType.Family.TEXT, null);
    static final DataType UUID = new DataType("uuid", DataType.Family.UUID, null);
    static final DataType INTEGER = new DataType("integer", DataType.Family.INTEGER, null);
    static final DataType BIGINT = new DataType("bigint", DataType.Family.INTEGER, null);

    private Fixes() {}

    /// Changes one column.
    static Edit column(String label, Table table, Column column, UnaryOperator<Column> change) {
        return Edit.of(label, database -> Edits.changeColumn(database, table.id(), column.id(), change));
    }

    /// Changes one table, keeping its name.
    static Edit table(String label, Table table, UnaryOperator<Table> change) {
        return Edit.of(label, database -> Edits.changeTable(database, table.id(), change));
    }

    /// A column that a table gets, at its end.
    static Column column(String name, DataType type, @Nullable String defaultExpression) {
        return new Column(
                Identity.fresh(),
                name,
                type,
                NotNull.PLAIN,
                defaultExpression,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                null,
                Privileges.DEFAULT);
    }

    /// Adds a column, unless there is one of that name.
    static UnaryOperator<Table> adding(Column column) {
        return table ->
                table.column(column.name()).isPresent() ? table : table.withColumns(with(table.columns(), column));
    }

    static UnaryOperator<Table> adding(Constraint constraint) {
        return table -> table.withConstraints(
                sorted(with(table.constraints(), constraint), Comparator.comparing(Constraint::name)));
    }

    /// Renames a column, and with it the indexes that are named after it. Null where the name is taken.
    static @Nullable Edit renamed(Table table, Column column, String name) {
        return renamed(table, column, name, database -> database);
    }

    /// The same, followed by a change.
    static @Nullable Edit renamed(Table table, Column column, String name, UnaryOperator<Database> then) {
        if (table.column(name).isPresent()) {
            return null;
        }
        return Edit.of(
                "Rename " + column.name() + " to " + name,
                database -> Edits.table(database, table.id())
                        .filter(now -> now.column(name).isEmpty()
                                && Edits.column(now, column.id()).isPresent())
                        .map(now -> then.apply(
                                IndexRenames.following(now, Edits.renameColumn(database, now.id(), column.id(), name))))
                        .orElse(database));
    }

    /// Renames a table, and with it the indexes that are named after it. Null where the name is taken.
    static @Nullable Edit renamed(House house, Table table, String name) {
        String schema = table.name().schema();
        if (house.once("names in " + schema, () -> names(house.database(), schema))
                .contains(name)) {
            return null;
        }
        return Edit.of(
                "Rename " + table.name().name() + " to " + name,
                database -> Edits.table(database, table.id())
                        .filter(now -> !isTaken(database, now.name().schema(), name))
                        .map(now -> IndexRenames.following(now, Edits.rename(database, now.id(), name)))
                        .orElse(database));
    }

    /// Whether a relation, index or type of that name is in a schema: they share their names.
    static boolean isTaken(Database database, String schema, String name) {
        return names(database, schema).contains(name);
    }

    /// The names that relations, indexes and types have in a schema.
    static Set<String> names(Database database, String schema) {
        return database.schema(schema).stream()
                .flatMap(found -> Stream.concat(
                        found.objects().map(object -> object.name().name()),
                        found.relations().flatMap(Fixes::indexNames)))
                .collect(Collectors.toSet());
    }

    /// Every name that an index of a relation takes, also of those behind keys.
    private static Stream<String> indexNames(Relation relation) {
        Stream<String> backing =
                relation instanceof Table table ? table.constraints().stream().map(Constraint::name) : Stream.empty();
        return Stream.concat(relation.indexes().stream().map(Index::name), backing);
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }

    static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        return list.stream().sorted(order).toList();
    }
}
