package mana.studio.design;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename;
import mana.studio.plan.Rename.Kind;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Other names, with all that goes along.
///
/// A name that cannot stand (empty, or that of another) would be lost among the names of others. The thing takes it
/// alone; who named it goes on to do so under the last good name. A thing without a name is found by it when there is a
/// good
/// one again: it is then the only name that is said and nobody bears. Of two that are called the same nobody can tell
/// whose it was; but typing ({@link Design#edit}) begins each time from the state before the first letter.
final class Naming {
    private Naming() {}

    static Database object(Database database, Identity id, String name) {
        Optional<Schema> schema = Edits.schema(database, id);
        if (schema.isPresent()) {
            return schema(database, schema.get(), name);
        }
        return Edits.object(database, id)
                .map(object ->
                        to(database, object, new QualifiedName(object.name().schema(), name)))
                .orElse(database);
    }

    static Database move(Database database, Identity id, String schema) {
        return Edits.object(database, id)
                .filter(_ -> database.schema(schema).isPresent())
                .map(object -> to(
                        database,
                        object,
                        new QualifiedName(schema, object.name().name())))
                .orElse(database);
    }

    private static Database schema(Database database, Schema schema, String name) {
        if (schema.name().equals(name)) {
            return database;
        }
        String known = schema.objects()
                .findFirst()
                .map(object -> object.name().schema())
                .orElse(schema.name());
        boolean good = !name.isEmpty()
                && !known.isEmpty()
                && database.schemas().stream()
                        .filter(other -> !other.id().same(schema.id()))
                        .noneMatch(other ->
                                other.name().equals(name) || other.name().equals(known));
        Database alone = schemaAlone(database, schema, good ? known : name);
        return good ? Planner.renamed(alone, List.of(new Rename(Kind.SCHEMA, List.of(known), List.of(name)))) : alone;
    }

    private static Database schemaAlone(Database database, Schema schema, String name) {
        return database.withSchemas(database.schemas().stream()
                .map(other -> other.id().same(schema.id()) ? other.withName(name) : other)
                .sorted(java.util.Comparator.comparing(Schema::name))
                .toList());
    }

    private static Database to(Database database, SchemaObject object, QualifiedName name) {
        if (object.name().equals(name) || object instanceof Routine) {
            return database;
        }
        QualifiedName known = stands(database, object, object.name())
                ? object.name()
                : object.name().name().isEmpty() ? orphan(database, object) : null;
        if (known == null || !stands(database, object, name)) {
            return Edits.replace(database, Contents.named(object, name));
        }
        Kind kind = ObjectName.of(object).kind() == ObjectName.Kind.TYPE ? Kind.TYPE : Kind.RELATION;
        Rename rename = new Rename(kind, List.of(known.schema(), known.name()), List.of(name.schema(), name.name()));
        return Planner.renamed(Edits.replace(database, Contents.named(object, known)), List.of(rename));
    }

    /// Whether the object can be told from others by that name.
    private static boolean stands(Database database, SchemaObject object, QualifiedName name) {
        ObjectName full = ObjectName.of(Contents.named(object, name));
        return !name.name().isEmpty()
                && database.schemas().stream()
                        .flatMap(Schema::objects)
                        .noneMatch(other -> !other.id().same(object.id())
                                && ObjectName.of(other).equals(full));
    }

    /// The one name of its kind in its schema that is said and that nothing bears; null where there is none or several.
    private static @Nullable QualifiedName orphan(Database database, SchemaObject object) {
        ObjectName.Kind kind = ObjectName.of(object).kind();
        String schema = object.name().schema();
        boolean mixed = kind == ObjectName.Kind.TYPE
                && database.extensions().stream().anyMatch(one -> one.schema().equals(schema));
        if (mixed) {
            // Types of extensions are said too, and are not in the model.
            return null;
        }
        Set<QualifiedName> said = new HashSet<>();
        Said.names(database, kind).filter(name -> name.schema().equals(schema)).forEach(said::add);
        database.schemas().stream()
                .flatMap(Schema::objects)
                .filter(other -> ObjectName.of(other).kind() == kind || other instanceof Relation)
                .forEach(other -> said.remove(other.name()));
        return said.size() == 1 ? said.iterator().next() : null;
    }

    static Database column(Database database, Identity relation, Identity id, String name) {
        Relation found = Edits.object(database, relation, Relation.class).orElse(null);
        Column column = found == null ? null : Edits.column(found, id).orElse(null);
        if (found == null || column == null || column.name().equals(name)) {
            return database;
        }
        Predicate<String> stands = one -> !one.isEmpty()
                && found.columns().stream()
                        .noneMatch(other -> !other.id().same(id) && other.name().equals(one));
        String known =
                stands.test(column.name()) ? column.name() : column.name().isEmpty() ? orphan(database, found) : null;
        if (known == null || !stands.test(name)) {
            return columnAlone(database, found, id, name);
        }
        QualifiedName of = found.name();
        return Planner.renamed(
                columnAlone(database, found, id, known),
                List.of(new Rename(Kind.COLUMN, List.of(of.schema(), of.name(), known), List.of(name))));
    }

    private static Database columnAlone(Database database, Relation relation, Identity id, String name) {
        List<Column> columns = relation.columns().stream()
                .map(column -> column.id().same(id) ? column.withName(name) : column)
                .toList();
        return Edits.replace(
                database,
                switch (relation) {
                    case Table table -> table.withColumns(columns);
                    case mana.studio.schema.View view -> view.withColumns(columns);
                });
    }

    private static @Nullable String orphan(Database database, Relation relation) {
        Set<String> said = new HashSet<>();
        Said.columns(database, relation).forEach(said::add);
        relation.columns().forEach(column -> said.remove(column.name()));
        return said.size() == 1 ? said.iterator().next() : null;
    }

    static Database part(Database database, Identity relation, Identity id, String name) {
        Relation found = Edits.object(database, relation, Relation.class).orElse(null);
        if (found == null) {
            return database;
        }
        if (Edits.column(found, id).isPresent()) {
            return column(database, relation, id, name);
        }
        if (Edits.index(found, id).isPresent()) {
            return part(
                    database,
                    found,
                    Kind.INDEX,
                    id,
                    name,
                    found.indexes().stream().map(Index::name));
        }
        if (found instanceof Table table && Edits.constraint(table, id).isPresent()) {
            return part(
                    database,
                    table,
                    Kind.CONSTRAINT,
                    id,
                    name,
                    table.constraints().stream().map(Constraint::name));
        }
        if (found instanceof Table table && Edits.policy(table, id).isPresent()) {
            return part(
                    database,
                    table,
                    Kind.POLICY,
                    id,
                    name,
                    table.policies().stream().map(Policy::name));
        }
        return database;
    }

    /// Nothing in the model but dependencies names these, so that an unlucky name costs nothing.
    private static Database part(
            Database database, Relation relation, Kind kind, Identity id, String name, Stream<String> names) {
        List<String> all = names.toList();
        String old = nameOf(relation, kind, id);
        boolean good = !name.isEmpty()
                && !all.contains(name)
                && all.stream().filter(old::equals).count() == 1;
        if (old.equals(name)) {
            return database;
        }
        if (!good || old.isEmpty()) {
            return partAlone(database, relation, kind, id, name);
        }
        QualifiedName of = relation.name();
        Database renamed = Planner.renamed(
                database, List.of(new Rename(kind, List.of(of.schema(), of.name(), old), List.of(name))));
        return partAlone(renamed, relation, kind, id, name);
    }

    private static String nameOf(Relation relation, Kind kind, Identity id) {
        return switch (kind) {
            case INDEX -> Edits.index(relation, id).orElseThrow().name();
            case CONSTRAINT ->
                Edits.constraint((Table) relation, id).orElseThrow().name();
            case POLICY -> Edits.policy((Table) relation, id).orElseThrow().name();
            case SCHEMA, RELATION, TYPE, COLUMN, TRIGGER, LABEL -> throw new IllegalArgumentException(kind.toString());
        };
    }

    /// By name again, too.
    private static Database partAlone(Database database, Relation relation, Kind kind, Identity id, String name) {
        return switch (kind) {
            case INDEX -> Edits.changeIndex(database, relation.id(), id, index -> index.withName(name));
            case CONSTRAINT ->
                Edits.changeConstraint(database, relation.id(), id, constraint -> named(constraint, name));
            case POLICY -> Edits.changePolicy(database, relation.id(), id, policy -> policy.withName(name));
            case SCHEMA, RELATION, TYPE, COLUMN, TRIGGER, LABEL -> throw new IllegalArgumentException(kind.toString());
        };
    }

    private static Constraint named(Constraint constraint, String name) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.withName(name);
            case Constraint.Unique key -> key.withName(name);
            case Constraint.ForeignKey key -> key.withName(name);
            case Constraint.Check check -> check.withName(name);
            case Constraint.Exclusion exclusion -> exclusion.withName(name);
        };
    }
}
