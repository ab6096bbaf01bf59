package mana.studio.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import mana.studio.design.Edits.Dropped;
import mana.studio.plan.Cascade;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Part.Kind;
import mana.studio.schema.Policy;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import mana.studio.schema.View;

/// Takes things out of a database, with what goes along.
final class Dropping {
    private final Set<Part> gone;

    private Dropping(Set<Part> gone) {
        this.gone = gone;
    }

    static Dropped objects(Database database, List<Identity> ids) {
        List<Part> asked = new ArrayList<>();
        for (Identity id : ids) {
            Edits.object(database, id)
                    .map(object -> Part.whole(ObjectName.of(object)))
                    .ifPresent(asked::add);
            Edits.schema(database, id).map(schema -> Part.schema(schema.name())).ifPresent(asked::add);
        }
        return drop(database, asked);
    }

    static Dropped parts(Database database, Identity relation, List<Identity> ids) {
        Relation found = Edits.object(database, relation, Relation.class).orElse(null);
        if (found == null) {
            return new Dropped(database, List.of());
        }
        return drop(database, ids.stream().flatMap(id -> parts(found, id)).toList());
    }

    private static Stream<Part> parts(Relation relation, Identity id) {
        Stream<Part> ofAll = Stream.of(
                        part(relation, Kind.COLUMN, relation.columns(), Column::id, Column::name, id),
                        part(relation, Kind.INDEX, relation.indexes(), Index::id, Index::name, id),
                        part(relation, Kind.TRIGGER, relation.triggers(), Trigger::id, Trigger::name, id))
                .flatMap(parts -> parts);
        return relation instanceof Table table
                ? Stream.of(
                                ofAll,
                                part(table, Kind.CONSTRAINT, table.constraints(), Constraint::id, Constraint::name, id),
                                part(table, Kind.POLICY, table.policies(), Policy::id, Policy::name, id))
                        .flatMap(parts -> parts)
                : ofAll;
    }

    private static <T> Stream<Part> part(
            Relation relation,
            Kind kind,
            List<T> all,
            Function<T, Identity> identity,
            Function<T, String> name,
            Identity id) {
        return all.stream()
                .filter(one -> identity.apply(one).same(id))
                .map(one -> Part.of(relation.name(), kind, name.apply(one)));
    }

    private static Dropped drop(Database database, List<Part> asked) {
        if (asked.isEmpty()) {
            return new Dropped(database, List.of());
        }
        Set<Part> gone = Cascade.of(database, asked);
        List<String> along = gone.stream()
                .filter(part -> !asked.contains(part))
                .map(part -> Words.of(database, part))
                .toList();
        return new Dropped(new Dropping(gone).from(database), along);
    }

    private Database from(Database database) {
        List<Schema> schemas = database.schemas().stream()
                .filter(schema -> !gone.contains(Part.schema(schema.name())))
                .map(this::rest)
                .toList();
        return new Database(
                database.name(),
                database.version(),
                database.owner(),
                database.comment(),
                schemas,
                database.extensions(),
                database.others().stream()
                        .filter(other -> !isGone(Part.whole(ObjectName.of(other))))
                        .toList(),
                database.dependencies().stream()
                        .filter(dependency -> !isGone(dependency.dependent()) && !isGone(dependency.on()))
                        .toList());
    }

    private boolean isGone(Part part) {
        return gone.contains(part) || gone.contains(Part.whole(part.object()));
    }

    private Schema rest(Schema schema) {
        boolean touched = schema.objects()
                .map(ObjectName::of)
                .anyMatch(name -> gone.stream().anyMatch(part -> part.object().equals(name)));
        return touched
                ? Contents.each(
                        schema,
                        objects -> objects.stream()
                                .filter(object -> !gone.contains(Part.whole(ObjectName.of(object))))
                                .map(this::rest)
                                .toList())
                : schema;
    }

    private SchemaObject rest(SchemaObject object) {
        ObjectName name = ObjectName.of(object);
        if (gone.stream().noneMatch(part -> part.object().equals(name))) {
            return object;
        }
        return switch (object) {
            case Table table ->
                table.withColumns(columns(name, table.columns()))
                        .withConstraints(left(name, Kind.CONSTRAINT, table.constraints(), Constraint::name))
                        .withIndexes(left(name, Kind.INDEX, table.indexes(), Index::name))
                        .withTriggers(left(name, Kind.TRIGGER, table.triggers(), Trigger::name))
                        .withPolicies(left(name, Kind.POLICY, table.policies(), Policy::name));
            case View view -> view.withIndexes(left(name, Kind.INDEX, view.indexes(), Index::name));
            case DomainType domain ->
                domain.withChecks(left(name, Kind.CONSTRAINT, domain.checks(), DomainType.DomainCheck::name));
            case CompositeType type ->
                type.withAttributes(left(name, Kind.COLUMN, type.attributes(), CompositeType.Attribute::name));
            case Sequence _, EnumType _, Routine _ -> object;
        };
    }

    private List<Column> columns(ObjectName table, List<Column> columns) {
        return left(table, Kind.COLUMN, columns, Column::name).stream()
                .map(column -> gone.contains(new Part(table, Kind.DEFAULT, column.name()))
                        ? column.withDefaultExpression(null)
                        : column)
                .toList();
    }

    private <T> List<T> left(ObjectName object, Kind kind, List<T> all, Function<T, String> name) {
        return all.stream()
                .filter(one -> !gone.contains(new Part(object, kind, name.apply(one))))
                .toList();
    }
}
