package mana.studio.design;

import java.util.Objects;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.Sequence.OwningColumn;
import mana.studio.schema.Table;

/// The names by which things of a database speak of each other, outside of expressions.
final class Said {
    private Said() {}

    /// The objects of a kind that are spoken of.
    static Stream<QualifiedName> names(Database database, ObjectName.Kind kind) {
        Stream<QualifiedName> hidden = database.dependencies().stream()
                .map(dependency -> dependency.on().object())
                .filter(name -> name.kind() == kind)
                .map(ObjectName::name);
        return Stream.concat(hidden, kind == ObjectName.Kind.TYPE ? types(database) : relations(database));
    }

    private static Stream<QualifiedName> relations(Database database) {
        Stream<QualifiedName> owners = database.schemas().stream()
                .flatMap(schema -> schema.sequences().stream())
                .map(sequence -> sequence.ownedBy())
                .filter(Objects::nonNull)
                .map(OwningColumn::table);
        Stream<QualifiedName> others = database.tables()
                .flatMap(table -> Stream.of(
                                table.foreignKeys().stream().map(ForeignKey::referencedTable),
                                table.inherits().stream(),
                                Stream.ofNullable(table.partitionOf()).map(Table.PartitionOf::parent))
                        .flatMap(names -> names));
        return Stream.concat(owners, others);
    }

    private static Stream<QualifiedName> types(Database database) {
        return dataTypes(database).map(DataType::named).filter(Objects::nonNull);
    }

    /// The types of everything that has one.
    static Stream<DataType> dataTypes(Database database) {
        return database.schemas().stream()
                .flatMap(schema -> Stream.of(
                                schema.relations()
                                        .flatMap(relation -> relation.columns().stream())
                                        .map(Column::type),
                                schema.domains().stream().map(domain -> domain.baseType()),
                                schema.composites().stream()
                                        .flatMap(type -> type.attributes().stream())
                                        .map(attribute -> attribute.type()))
                        .flatMap(types -> types));
    }

    /// The columns of a relation that are spoken of.
    static Stream<String> columns(Database database, Relation relation) {
        Stream<String> indexed = relation.indexes().stream()
                .flatMap(index -> Stream.concat(
                        index.keys().stream().map(Index.Key::column).filter(Objects::nonNull),
                        index.include().stream()));
        Stream<String> constrained =
                relation instanceof Table table ? table.constraints().stream().flatMap(Said::columns) : Stream.empty();
        Stream<String> referenced = database.tables()
                .flatMap(table -> table.foreignKeys().stream())
                .filter(key -> key.referencedTable().equals(relation.name()))
                .flatMap(key -> key.referencedColumns().stream());
        Stream<String> owning = database.schemas().stream()
                .map(Schema::sequences)
                .flatMap(sequences -> sequences.stream())
                .map(sequence -> sequence.ownedBy())
                .filter(owner -> owner != null && owner.table().equals(relation.name()))
                .map(owner -> Objects.requireNonNull(owner).column());
        Stream<String> hidden = database.dependencies().stream()
                .flatMap(dependency -> Stream.of(dependency.on(), dependency.dependent()))
                .filter(part -> part.kind() == Part.Kind.COLUMN || part.kind() == Part.Kind.DEFAULT)
                .filter(part -> part.object().equals(ObjectName.of(relation)))
                .map(Part::name);
        return Stream.of(indexed, constrained, referenced, owning, hidden).flatMap(names -> names);
    }

    private static Stream<String> columns(Constraint constraint) {
        Backing backing = switch (constraint) {
            case Constraint.PrimaryKey key -> key.backing();
            case Constraint.Unique key -> key.backing();
            case ForeignKey _, Constraint.Check _, Constraint.Exclusion _ -> Backing.PLAIN;
        };
        Stream<String> set = constraint instanceof ForeignKey key ? key.setColumns().stream() : Stream.empty();
        return Stream.of(constraint.columns().stream(), backing.include().stream(), set)
                .flatMap(names -> names);
    }
}
