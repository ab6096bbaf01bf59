package mana.studio.drizzle.drift;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import mana.studio.ddl.Pieces;
import mana.studio.design.Afresh;
import mana.studio.design.Edits;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Policy;
import mana.studio.schema.Relation;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// Makes one part of a database as another one has it: the repair of a difference, as a change of the design.
public final class Graft {
    private final Database target;
    private final Database source;
    private final Part part;

    private Graft(Database target, Database source, Part part) {
        this.target = target;
        this.source = source;
        this.part = part;
    }

    /// @param target what is to be changed; what Drizzle has no words for stays as it is there
    /// @param source who has the part as it should be; where it does not have it, it goes
    /// @return the target itself where nothing can be done, such as a column of a table that is not there
    public static Database of(Database target, Database source, Part part) {
        return new Graft(target, source, part).grafted();
    }

    private Database grafted() {
        if (part.object().kind() == ObjectName.Kind.OTHER) {
            return schema();
        }
        return switch (part.kind()) {
            case WHOLE -> whole();
            case COLUMN -> column();
            case CONSTRAINT -> constraint();
            case INDEX -> index();
            case POLICY -> policy();
            case DEFAULT, TRIGGER -> target;
        };
    }

    private Database schema() {
        String name = part.object().name().name();
        boolean here = target.schema(name).isPresent();
        if (source.schema(name).isPresent()) {
            return here ? target : Edits.addSchema(target, Edits.newSchema(target, name));
        }
        return target.schema(name)
                .map(schema -> Edits.drop(target, schema.id()).database())
                .orElse(target);
    }

    private Database whole() {
        Optional<SchemaObject> old = object(target);
        Optional<SchemaObject> wanted = object(source);
        if (wanted.isEmpty()) {
            return old.map(object -> Edits.drop(target, object.id()).database()).orElse(target);
        }
        if (old.isEmpty()) {
            return added(wanted.get());
        }
        return switch (old.get()) {
            case Table table
            when wanted.get() instanceof Table as -> Edits.replace(target, table.withRowSecurity(as.rowSecurity()));
            case View view
            when wanted.get() instanceof View as && view.materialized() == as.materialized() ->
                Edits.replace(
                        target,
                        view.withDefinition(as.definition())
                                .withColumns(
                                        as.columns().stream().map(Afresh::copy).toList())
                                .withOptions(as.options()));
            case EnumType type
            when wanted.get() instanceof EnumType as -> Edits.replace(target, type.withLabels(as.labels()));
            case Sequence sequence
            when wanted.get() instanceof Sequence as -> Edits.replace(target, sequence.withOptions(as.options()));
            default -> target;
        };
    }

    /// A new object comes with its schema, and with the enums and the sequences that its columns need.
    private Database added(SchemaObject object) {
        Database with = target;
        String schema = object.name().schema();
        if (with.schema(schema).isEmpty()) {
            with = Edits.addSchema(with, Edits.newSchema(with, schema));
        }
        if (object instanceof Table table) {
            for (EnumType type : source.schemas().stream()
                    .flatMap(each -> each.enums().stream())
                    .toList()) {
                boolean needed = table.columns().stream()
                        .anyMatch(column -> column.type().sql().startsWith(Pieces.name(type.name())));
                if (needed && find(with, ObjectName.of(type)).isEmpty()) {
                    with = Edits.add(with, Afresh.copyOf(type));
                }
            }
            for (Sequence sequence : source.schemas().stream()
                    .flatMap(each -> each.sequences().stream())
                    .toList()) {
                boolean own =
                        sequence.ownedBy() != null && sequence.ownedBy().table().equals(table.name());
                if (own && find(with, ObjectName.of(sequence)).isEmpty()) {
                    with = Edits.add(with, Afresh.copyOf(sequence));
                }
            }
        }
        return Edits.add(with, Afresh.copyOf(object));
    }

    private Database column() {
        Table table = table(target).orElse(null);
        if (table == null) {
            return target;
        }
        Optional<Column> old = table.column(part.name());
        Optional<Column> wanted = table(source).flatMap(other -> other.column(part.name()));
        if (wanted.isEmpty()) {
            return old.map(column ->
                            Edits.dropColumn(target, table.id(), column.id()).database())
                    .orElse(target);
        }
        Column as = wanted.get();
        if (old.isEmpty()) {
            return Edits.addColumn(
                    target, table.id(), Afresh.copy(as), table.columns().size());
        }
        boolean bothNotNull = old.get().isNotNull() && as.isNotNull();
        return Edits.changeColumn(
                target,
                table.id(),
                old.get().id(),
                column -> column.withType(as.type())
                        .withNotNull(bothNotNull ? column.notNull() : as.notNull())
                        .withDefaultExpression(as.defaultExpression())
                        .withGenerated(as.generated())
                        .withIdentity(as.identity()));
    }

    private Database constraint() {
        Table table = table(target).orElse(null);
        if (table == null) {
            return target;
        }
        Optional<Constraint> old = constraint(table);
        Database without = old.map(constraint ->
                        Edits.dropParts(target, table.id(), constraint.id()).database())
                .orElse(target);
        return table(source)
                .flatMap(this::constraint)
                .map(constraint ->
                        Edits.addConstraint(without, table.id(), (Constraint) Afresh.copy((Record) constraint)))
                .orElse(without);
    }

    private Optional<Constraint> constraint(Table table) {
        return table.constraints().stream()
                .filter(each -> part.name().equals(Portrait.KEY) && each instanceof Constraint.PrimaryKey
                        || each.name().equals(part.name()))
                .findFirst();
    }

    private Database index() {
        Relation relation = relation(target).orElse(null);
        if (relation == null) {
            return target;
        }
        Database without = indexes(relation)
                .map(index -> Edits.dropParts(target, relation.id(), index.id()).database())
                .orElse(target);
        return relation(source)
                .flatMap(this::indexes)
                .map(index -> Edits.addIndex(without, relation.id(), Afresh.copy(index)))
                .orElse(without);
    }

    private Optional<Index> indexes(Relation relation) {
        Stream<Index> all = switch (relation) {
            case Table table -> table.indexes().stream();
            case View view -> view.indexes().stream();
        };
        return all.filter(index -> index.name().equals(part.name())).findFirst();
    }

    private Database policy() {
        Table table = table(target).orElse(null);
        if (table == null) {
            return target;
        }
        Function<Table, Optional<Policy>> ofName = each -> each.policies().stream()
                .filter(policy -> policy.name().equals(part.name()))
                .findFirst();
        Database without = ofName.apply(table)
                .map(policy -> Edits.dropParts(target, table.id(), policy.id()).database())
                .orElse(target);
        return table(source)
                .flatMap(ofName)
                .map(policy -> Edits.addPolicy(without, table.id(), Afresh.copy(policy)))
                .orElse(without);
    }

    private Optional<SchemaObject> object(Database database) {
        return find(database, part.object());
    }

    private static Optional<SchemaObject> find(Database database, ObjectName name) {
        return database.objects()
                .filter(object -> ObjectName.of(object).equals(name))
                .findFirst();
    }

    private Optional<Table> table(Database database) {
        return database.table(part.object().name());
    }

    private Optional<Relation> relation(Database database) {
        return database.relation(part.object().name());
    }
}
