package mana.studio.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.Privileges;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import mana.studio.schema.View;

/// What a person does to a database on paper. Everything is addressed by its identity, so that it is found under
/// whatever name it has by now; what is not there is left alone. What is given is never changed: each gives a new
/// database, and the same one where nothing is to be done.
public final class Edits {
    private Edits() {}

    // Finding

    public static Optional<Schema> schema(Database database, Identity id) {
        return database.schemas().stream()
                .filter(schema -> schema.id().same(id))
                .findFirst();
    }

    /// The table, view, enum … of that identity.
    public static Optional<SchemaObject> object(Database database, Identity id) {
        return database.schemas().stream()
                .flatMap(Schema::objects)
                .filter(object -> object.id().same(id))
                .findFirst();
    }

    public static <T extends SchemaObject> Optional<T> object(Database database, Identity id, Class<T> kind) {
        return object(database, id).filter(kind::isInstance).map(kind::cast);
    }

    public static Optional<Table> table(Database database, Identity id) {
        return object(database, id, Table.class);
    }

    public static Optional<Column> column(Relation relation, Identity id) {
        return find(relation.columns(), Column::id, id);
    }

    public static Optional<Constraint> constraint(Table table, Identity id) {
        return find(table.constraints(), Constraint::id, id);
    }

    public static Optional<Index> index(Relation relation, Identity id) {
        return find(relation.indexes(), Index::id, id);
    }

    public static Optional<Trigger> trigger(Relation relation, Identity id) {
        return find(relation.triggers(), Trigger::id, id);
    }

    public static Optional<Policy> policy(Table table, Identity id) {
        return find(table.policies(), Policy::id, id);
    }

    private static <T> Optional<T> find(List<T> all, Function<T, Identity> identity, Identity id) {
        return all.stream().filter(one -> identity.apply(one).same(id)).findFirst();
    }

    // Adding and changing

    /// An empty schema more.
    public static Database addSchema(Database database, Schema schema) {
        return database.withSchemas(sorted(database.schemas(), schema, Comparator.comparing(Schema::name)));
    }

    /// An empty schema of that name, owned by who owns the database.
    public static Schema newSchema(Database database, String name) {
        return new Schema(
                Identity.fresh(),
                name,
                database.owner(),
                null,
                Privileges.DEFAULT,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /// An object more, in the schema that its name says; nothing where there is no such schema.
    public static Database add(Database database, SchemaObject object) {
        return changeSchemas(
                database,
                schema -> schema.name().equals(object.name().schema()) ? Contents.with(schema, object) : schema);
    }

    /// The object of the same identity becomes this one, wherever its name says that it lives. Nothing else goes along:
    /// to rename, see {@link #rename}.
    public static Database replace(Database database, SchemaObject object) {
        Optional<SchemaObject> old = object(database, object.id());
        if (old.isEmpty() || old.get() == object) {
            return database;
        }
        boolean stays = old.get().name().schema().equals(object.name().schema())
                || database.schema(object.name().schema()).isEmpty();
        Database without = changeSchemas(database, each -> {
            boolean mine = each.objects().anyMatch(other -> other.id().same(object.id()));
            Schema rest = mine ? Contents.without(each, object) : each;
            return mine && stays ? Contents.with(rest, object) : rest;
        });
        return stays ? without : add(without, object);
    }

    public static <T extends SchemaObject> Database change(
            Database database, Identity id, Class<T> kind, UnaryOperator<T> change) {
        return object(database, id, kind)
                .map(object -> replace(database, change.apply(object)))
                .orElse(database);
    }

    /// The table becomes what the change makes of it.
    public static Database changeTable(Database database, Identity table, UnaryOperator<Table> change) {
        return change(database, table, Table.class, change);
    }

    public static Database changeColumn(
            Database database, Identity table, Identity column, UnaryOperator<Column> change) {
        return changeTable(
                database,
                table,
                found -> found.withColumns(changed(found.columns(), Column::id, column, change)));
    }

    public static Database changeConstraint(
            Database database, Identity table, Identity constraint, UnaryOperator<Constraint> change) {
        return changeTable(
                database,
                table,
                found -> found.withConstraints(
                        byName(changed(found.constraints(), Constraint::id, constraint, change), Constraint::name)));
    }

    /// An index of a table or of a materialised view.
    public static Database changeIndex(
            Database database, Identity relation, Identity index, UnaryOperator<Index> change) {
        return changeIndexes(
                database, relation, all -> byName(changed(all, Index::id, index, change), Index::name));
    }

    public static Database changePolicy(
            Database database, Identity table, Identity policy, UnaryOperator<Policy> change) {
        return changeTable(
                database,
                table,
                found -> found.withPolicies(
                        byName(changed(found.policies(), Policy::id, policy, change), Policy::name)));
    }

    /// A column more.
    ///
    /// @param at its place among the others, counted from 0; the last where that is beyond them
    public static Database addColumn(Database database, Identity table, Column column, int at) {
        return changeTable(database, table, found -> {
            List<Column> columns = new ArrayList<>(found.columns());
            columns.add(Math.clamp(at, 0, columns.size()), column);
            return found.withColumns(columns);
        });
    }

    public static Database addConstraint(Database database, Identity table, Constraint constraint) {
        return changeTable(
                database,
                table,
                found -> found.withConstraints(
                        sorted(found.constraints(), constraint, Comparator.comparing(Constraint::name))));
    }

    public static Database addIndex(Database database, Identity relation, Index index) {
        return changeIndexes(database, relation, all -> sorted(all, index, Comparator.comparing(Index::name)));
    }

    public static Database addPolicy(Database database, Identity table, Policy policy) {
        return changeTable(
                database,
                table,
                found -> found.withPolicies(
                        sorted(found.policies(), policy, Comparator.comparing(Policy::name))));
    }

    private static Database changeIndexes(Database database, Identity relation, UnaryOperator<List<Index>> change) {
        return change(
                database,
                relation,
                SchemaObject.class,
                object -> switch (object) {
                    case Table table -> table.withIndexes(change.apply(table.indexes()));
                    case View view -> view.withIndexes(change.apply(view.indexes()));
                    case Sequence _, EnumType _, DomainType _, CompositeType _, Routine _ -> object;
                });
    }

    // Names

    /// Another name for a table, view, sequence or type, or for a schema, in everything that names it. A name that
    /// cannot stand (empty, or another's) is taken by the thing alone: whoever named it goes on to do so under the name
    /// before, until there is a good one.
    public static Database rename(Database database, Identity object, String name) {
        return Naming.object(database, object, name);
    }

    /// Moves an object, with the sequences and names that go along. Nothing where there is no such schema.
    ///
    /// @param schema the name of the schema it is to live in
    public static Database move(Database database, Identity object, String schema) {
        return Naming.move(database, object, schema);
    }

    /// Another owner for a table or view, with the privileges and sequences that go along.
    public static Database handOver(Database database, Identity relation, String owner) {
        return Handover.of(database, relation, owner);
    }

    /// Another name for a column, in everything that names it; see {@link #rename}.
    public static Database renameColumn(Database database, Identity relation, Identity column, String name) {
        return Naming.column(database, relation, column, name);
    }

    /// Another name for a column, constraint, index or policy.
    public static Database renamePart(Database database, Identity relation, Identity part, String name) {
        return Naming.part(database, relation, part, name);
    }

    /// Another name for a value of an enum, and a note of it: a value has no identity that would tell.
    ///
    /// @param base what is designed upon
    /// @param at   the value's place among the others, counted from 0
    public static Sketch renameLabel(Sketch sketch, Database base, Identity type, int at, String name) {
        return Labels.rename(sketch, base, type, at, name);
    }

    // Dropping

    /// What is left, and what goes along.
    ///
    /// @param along in words, without what is a part of what was to go: `foreign key sessions_user_id_fkey of
    ///              auth.sessions`
    public record Dropped(Database database, List<String> along) {
        public Dropped {
            along = List.copyOf(along);
        }
    }

    /// Takes objects, or schemas with all that is in them, out, with everything that `CASCADE` would take along.
    public static Dropped drop(Database database, Identity... objects) {
        return Dropping.objects(database, List.of(objects));
    }

    /// Takes a column out, with all that cannot be without it.
    public static Dropped dropColumn(Database database, Identity table, Identity column) {
        return dropParts(database, table, column);
    }

    /// Takes columns, constraints, indexes, triggers or policies of a table or view out, with what leans on them.
    public static Dropped dropParts(Database database, Identity relation, Identity... parts) {
        return Dropping.parts(database, relation, List.of(parts));
    }

    // Lists

    private static Database changeSchemas(Database database, UnaryOperator<Schema> change) {
        return database.withSchemas(database.schemas().stream().map(change).toList());
    }

    private static <T> List<T> changed(
            List<T> all, Function<T, Identity> identity, Identity id, UnaryOperator<T> change) {
        return all.stream()
                .map(one -> identity.apply(one).same(id) ? change.apply(one) : one)
                .toList();
    }

    private static <T> List<T> byName(List<T> all, Function<T, String> name) {
        return all.stream().sorted(Comparator.comparing(name)).toList();
    }

    private static <T> List<T> sorted(List<T> all, T more, Comparator<T> order) {
        return Stream.concat(all.stream(), Stream.of(more)).sorted(order).toList();
    }
}
