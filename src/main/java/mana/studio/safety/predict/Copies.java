package mana.studio.safety.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.Index;
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
        return new Database(
                database.name(),
                database.version(),
                database.owner(),
                database.comment(),
                database.schemas().stream().map(change).toList(),
                database.extensions(),
                database.others(),
                database.dependencies());
    }

    static Database addSchema(Database database, Schema schema) {
        List<Schema> schemas = new ArrayList<>(database.schemas());
        schemas.add(schema);
        return new Database(
                database.name(),
                database.version(),
                database.owner(),
                database.comment(),
                schemas,
                database.extensions(),
                database.others(),
                database.dependencies());
    }

    static Database dependencies(Database database, List<Dependency> dependencies) {
        return new Database(
                database.name(),
                database.version(),
                database.owner(),
                database.comment(),
                database.schemas(),
                database.extensions(),
                database.others(),
                dependencies);
    }

    static Schema tables(Schema schema, List<Table> tables) {
        return new Schema(
                schema.id(),
                schema.name(),
                schema.owner(),
                schema.comment(),
                schema.privileges(),
                tables,
                schema.views(),
                schema.sequences(),
                schema.enums(),
                schema.domains(),
                schema.composites(),
                schema.routines());
    }

    /// Every table as the change makes it; none where it makes none.
    static Database eachTable(Database database, Function<Table, Optional<Table>> change) {
        return schemas(
                database,
                schema -> tables(
                        schema,
                        schema.tables().stream()
                                .flatMap(table -> change.apply(table).stream())
                                .toList()));
    }

    static Database table(Database database, QualifiedName name, UnaryOperator<Table> change) {
        return schemas(
                database,
                schema -> schema.name().equals(name.schema())
                        ? tables(
                                schema,
                                schema.tables().stream()
                                        .map(table -> table.name().equals(name) ? change.apply(table) : table)
                                        .toList())
                        : schema);
    }

    static Table indexes(Table table, List<Index> indexes) {
        return new Table(
                table.id(),
                table.name(),
                table.owner(),
                table.comment(),
                table.privileges(),
                table.persistence(),
                table.columns(),
                table.constraints(),
                indexes,
                table.triggers(),
                table.policies(),
                table.inherits(),
                table.partitionKey(),
                table.partitionOf(),
                table.ofType(),
                table.foreign(),
                table.rowSecurity(),
                table.accessMethod(),
                table.options(),
                table.tablespace(),
                table.replicaIdentity());
    }

    static Table named(Table table, QualifiedName name) {
        return new Table(
                table.id(),
                name,
                table.owner(),
                table.comment(),
                table.privileges(),
                table.persistence(),
                table.columns(),
                table.constraints(),
                table.indexes(),
                table.triggers(),
                table.policies(),
                table.inherits(),
                table.partitionKey(),
                table.partitionOf(),
                table.ofType(),
                table.foreign(),
                table.rowSecurity(),
                table.accessMethod(),
                table.options(),
                table.tablespace(),
                table.replicaIdentity());
    }

    static Table column(Table table, String name, UnaryOperator<Column> change) {
        return table.with(
                table.columns().stream()
                        .map(column -> column.name().equals(name) ? change.apply(column) : column)
                        .toList(),
                table.constraints());
    }

    static Table constraints(Table table, List<Constraint> constraints) {
        return table.with(table.columns(), constraints);
    }

    static Column named(Column column, String name) {
        return typed(column, name, column.type());
    }

    static Column typed(Column column, String name, DataType type) {
        return new Column(
                column.id(),
                name,
                type,
                column.notNull(),
                column.defaultExpression(),
                column.identity(),
                column.generated(),
                column.collation(),
                column.storage(),
                column.compression(),
                column.statisticsTarget(),
                column.options(),
                column.foreignOptions(),
                column.local(),
                column.comment(),
                column.privileges());
    }

    static ForeignKey referencing(ForeignKey key, QualifiedName table) {
        return new ForeignKey(
                key.id(),
                key.name(),
                key.comment(),
                key.local(),
                key.columns(),
                table,
                key.referencedColumns(),
                key.onUpdate(),
                key.onDelete(),
                key.setColumns(),
                key.match(),
                key.deferrability(),
                key.validated(),
                key.enforced(),
                key.period());
    }

    static ForeignKey validated(ForeignKey key) {
        return new ForeignKey(
                key.id(),
                key.name(),
                key.comment(),
                key.local(),
                key.columns(),
                key.referencedTable(),
                key.referencedColumns(),
                key.onUpdate(),
                key.onDelete(),
                key.setColumns(),
                key.match(),
                key.deferrability(),
                true,
                key.enforced(),
                key.period());
    }

    static Constraint.Check validated(Constraint.Check check) {
        return new Constraint.Check(
                check.id(),
                check.name(),
                check.comment(),
                check.local(),
                check.expression(),
                check.noInherit(),
                true,
                check.enforced());
    }
}
