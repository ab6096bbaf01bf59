package mana.studio.safety.predict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mana.studio.safety.Touched;
import mana.studio.safety.Touched.Kind;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.statement.Node;
import org.jspecify.annotations.Nullable;

/// The catalog, asked as the server asks it while it runs a statement.
final class Ground {
    private final Situation situation;
    private final List<Schema> schemas;

    /// A foreign key and the table that has it.
    record Reference(Table table, ForeignKey key) {}

    Ground(Situation situation) {
        this.situation = situation;
        Database database = situation.database();
        this.schemas = database == null ? List.of() : database.schemas();
    }

    Situation situation() {
        return situation;
    }

    @Nullable
    Database database() {
        return situation.database();
    }

    boolean isKnown() {
        return situation.database() != null;
    }

    boolean since(int major) {
        return situation.major() >= major;
    }

    // Names

    /// Where a name without a schema leads: the first schema of the path that has such a thing, or the first at all.
    QualifiedName resolve(String schema, String name, Function<QualifiedName, Optional<?>> finder) {
        if (!schema.isEmpty()) {
            return new QualifiedName(schema, name);
        }
        return situation.searchPath().stream()
                .map(each -> new QualifiedName(each, name))
                .filter(each -> finder.apply(each).isPresent())
                .findFirst()
                .orElseGet(() -> newName("", name));
    }

    /// The name a new object gets.
    QualifiedName newName(String schema, String name) {
        List<String> path = situation.searchPath();
        return new QualifiedName(schema.isEmpty() ? path.isEmpty() ? "public" : path.getFirst() : schema, name);
    }

    QualifiedName nameOf(Node rangeVar) {
        return resolve(rangeVar.text("schemaname"), rangeVar.text("relname"), this::relation);
    }

    QualifiedName nameOf(List<String> parts, Function<QualifiedName, Optional<?>> finder) {
        String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : "";
        return resolve(schema, parts.getLast(), finder);
    }

    // Relations

    /// The relation of that name, whatever its kind. Without a catalog every one is a table.
    Optional<Touched> relation(QualifiedName name) {
        if (!isKnown()) {
            return Optional.of(new Touched(Kind.TABLE, name));
        }
        return schema(name)
                .flatMap(schema -> knownTable(name)
                        .map(Ground::touched)
                        .or(() -> view(name).map(Ground::touched))
                        .or(() -> sequenceExists(schema, name) ? Optional.of(sequence(name)) : Optional.empty())
                        .or(() -> indexTable(name).map(table -> index(name)))
                        .or(() -> composite(name).map(type -> new Touched(Kind.COMPOSITE_TYPE, name))));
    }

    static Touched touched(Relation relation) {
        return switch (relation) {
            case Table table -> table(table);
            case View view -> new Touched(view.materialized() ? Kind.MATERIALIZED_VIEW : Kind.VIEW, view.name());
        };
    }

    static Touched table(Table table) {
        return new Touched(Kind.TABLE, table.name());
    }

    static Touched index(QualifiedName name) {
        return new Touched(Kind.INDEX, name);
    }

    static Touched sequence(QualifiedName name) {
        return new Touched(Kind.SEQUENCE, name);
    }

    private Optional<Schema> schema(QualifiedName name) {
        return schema(name.schema());
    }

    Optional<Schema> schema(String name) {
        return schemas.stream().filter(schema -> schema.name().equals(name)).findFirst();
    }

    /// Without a catalog, a table of which nothing but the name is known.
    Optional<Table> table(QualifiedName name) {
        return isKnown() ? knownTable(name) : Optional.of(blank(name));
    }

    static Table blank(QualifiedName name) {
        return Table.empty(name, "");
    }

    private Optional<Table> knownTable(QualifiedName name) {
        return schema(name)
                .flatMap(schema -> find(schema.tables(), table -> table.name().equals(name)));
    }

    Optional<View> view(QualifiedName name) {
        return schema(name)
                .flatMap(schema -> find(schema.views(), view -> view.name().equals(name)));
    }

    Optional<EnumType> enumType(QualifiedName name) {
        return schema(name)
                .flatMap(schema -> find(schema.enums(), type -> type.name().equals(name)));
    }

    Optional<DomainType> domain(QualifiedName name) {
        return schema(name)
                .flatMap(schema -> find(schema.domains(), type -> type.name().equals(name)));
    }

    Optional<CompositeType> composite(QualifiedName name) {
        return schema(name)
                .flatMap(schema -> find(schema.composites(), type -> type.name().equals(name)));
    }

    private boolean sequenceExists(Schema schema, QualifiedName name) {
        return schema.sequences().stream().anyMatch(sequence -> sequence.name().equals(name))
                || tables().flatMap(table -> table.columns().stream())
                        .map(Column::identity)
                        .anyMatch(identity ->
                                identity != null && identity.sequence().equals(name));
    }

    Stream<Table> tables() {
        return schemas.stream().flatMap(schema -> schema.tables().stream());
    }

    Stream<View> views() {
        return schemas.stream().flatMap(schema -> schema.views().stream());
    }

    private static <T> Optional<T> find(Collection<T> all, Predicate<T> test) {
        return all.stream().filter(test).findFirst();
    }

    // Parts of tables

    /// The indexes of a table, those behind its constraints first, with the columns each of them has; expressions by
    /// the columns in them.
    static Map<QualifiedName, List<String>> indexes(Relation relation) {
        Map<QualifiedName, List<String>> indexes = new LinkedHashMap<>();
        if (relation instanceof Table table) {
            for (Constraint constraint : table.constraints()) {
                if (isIndexed(constraint)) {
                    indexes.put(inSchemaOf(table, constraint.name()), columnsOf(constraint));
                }
            }
        }
        for (Index index : relation.indexes()) {
            indexes.put(inSchemaOf(relation, index.name()), columnsOf(index));
        }
        return indexes;
    }

    static boolean isIndexed(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> true;
            case Constraint.Unique key -> true;
            case Constraint.Exclusion exclusion -> true;
            case Constraint.ForeignKey key -> false;
            case Constraint.Check check -> false;
        };
    }

    private static List<String> columnsOf(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                joined(key.columns(), key.backing().include());
            case Constraint.Unique key -> joined(key.columns(), key.backing().include());
            case Constraint.Exclusion exclusion -> Expressions.wordsOf(exclusion.definition());
            case Constraint.ForeignKey key -> key.columns();
            case Constraint.Check check -> Expressions.columnsOf(check.expression());
        };
    }

    private static List<String> columnsOf(Index index) {
        List<String> columns = new ArrayList<>(index.include());
        for (Index.Key key : index.keys()) {
            if (key.column() != null) {
                columns.add(key.column());
            } else if (key.expression() != null) {
                columns.addAll(Expressions.columnsOf(key.expression()));
            }
        }
        if (index.predicate() != null) {
            columns.addAll(Expressions.columnsOf(index.predicate()));
        }
        return columns;
    }

    static QualifiedName inSchemaOf(Relation relation, String name) {
        return new QualifiedName(relation.name().schema(), name);
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /// The relation that has an index of that name.
    Optional<Relation> indexTable(QualifiedName index) {
        return schema(index)
                .flatMap(schema -> schema.relations()
                        .filter(relation -> indexNames(relation).anyMatch(index.name()::equals))
                        .findFirst());
    }

    /// The names of a relation's indexes, those behind its constraints too: to look into their expressions costs a
    /// thousand times more.
    private static Stream<String> indexNames(Relation relation) {
        Stream<String> own = relation.indexes().stream().map(Index::name);
        return relation instanceof Table table
                ? Stream.concat(
                        table.constraints().stream().filter(Ground::isIndexed).map(Constraint::name), own)
                : own;
    }

    static List<QualifiedName> namesOfIndexes(Relation relation) {
        return indexNames(relation).map(name -> inSchemaOf(relation, name)).toList();
    }

    /// The sequences that go with a table: behind identity columns, and owned by its columns.
    List<QualifiedName> sequences(Table table) {
        Stream<QualifiedName> all = table.columns().stream().flatMap(column -> sequences(table, column).stream());
        return all.toList();
    }

    List<QualifiedName> sequences(Table table, Column column) {
        List<QualifiedName> names = new ArrayList<>();
        if (column.identity() != null) {
            names.add(column.identity().sequence());
        }
        for (Schema schema : schemas) {
            for (Sequence sequence : schema.sequences()) {
                Sequence.OwningColumn owner = sequence.ownedBy();
                if (owner != null
                        && owner.table().equals(table.name())
                        && owner.column().equals(column.name())) {
                    names.add(sequence.name());
                }
            }
        }
        return names;
    }

    /// Its partitions or heirs, and theirs.
    List<Table> descendants(QualifiedName parent) {
        List<Table> found = new ArrayList<>();
        tables().filter(table -> isChild(table, parent)).forEach(child -> {
            found.add(child);
            found.addAll(descendants(child.name()));
        });
        return found;
    }

    private static boolean isChild(Table table, QualifiedName parent) {
        Table.PartitionOf partition = table.partitionOf();
        return table.inherits().contains(parent)
                || (partition != null && partition.parent().equals(parent));
    }

    /// The partition that takes what no other takes.
    Optional<Table> defaultPartition(QualifiedName parent) {
        return tables().filter(table -> {
                    Table.PartitionOf partition = table.partitionOf();
                    return partition != null
                            && partition.parent().equals(parent)
                            && partition.bound().equals("DEFAULT");
                })
                .findFirst();
    }

    /// The foreign keys that point to a table, its own among them.
    List<Reference> references(QualifiedName referenced) {
        return tables().flatMap(table -> table.foreignKeys().stream()
                        .filter(key -> key.referencedTable().equals(referenced))
                        .map(key -> new Reference(table, key)))
                .toList();
    }

    /// Whether a table is known to have rows; false also where nobody has counted.
    boolean hasRows(QualifiedName table) {
        var size = situation.sizes().get(table);
        return size != null && size.rows() > 0;
    }
}
