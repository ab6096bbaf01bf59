package mana.studio.safety.predict;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;

/// Copies of the model's records in which one thing is other.
final class Copies {
    private Copies() {}

    static <T> List<T> with(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    static <T> List<T> without(List<T> list, Predicate<T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }

    static Database schemas(Database database, UnaryOperator<Schema> change) {
        return database.withSchemas(database.schemas().stream().map(change).toList());
    }

    /// Every table as the change makes it; none where it makes none.
    static Database eachTable(Database database, Function<Table, Optional<Table>> change) {
        return schemas(
                database,
                schema -> schema.withTables(schema.tables().stream()
                        .flatMap(table -> change.apply(table).stream())
                        .toList()));
    }

    static Database table(Database database, QualifiedName name, UnaryOperator<Table> change) {
        return schemas(
                database,
                schema -> schema.name().equals(name.schema())
                        ? schema.withTables(schema.tables().stream()
                                .map(table -> table.name().equals(name) ? change.apply(table) : table)
                                .toList())
                        : schema);
    }

    static Table column(Table table, String name, UnaryOperator<Column> change) {
        return table.withColumns(table.columns().stream()
                .map(column -> column.name().equals(name) ? change.apply(column) : column)
                .toList());
    }
}
