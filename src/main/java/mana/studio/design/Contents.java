package mana.studio.design;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mana.studio.schema.CompositeType;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// The objects of a schema, whatever their kind; each list stays by name.
final class Contents {
    private Contents() {}

    static Schema with(Schema schema, SchemaObject object) {
        return switch (object) {
            case Table table -> schema.withTables(more(schema.tables(), table));
            case View view -> schema.withViews(more(schema.views(), view));
            case Sequence sequence -> schema.withSequences(more(schema.sequences(), sequence));
            case EnumType type -> schema.withEnums(more(schema.enums(), type));
            case DomainType type -> schema.withDomains(more(schema.domains(), type));
            case CompositeType type -> schema.withComposites(more(schema.composites(), type));
            case Routine routine -> schema.withRoutines(more(schema.routines(), routine));
        };
    }

    static Schema without(Schema schema, SchemaObject object) {
        return switch (object) {
            case Table _ -> schema.withTables(less(schema.tables(), object));
            case View _ -> schema.withViews(less(schema.views(), object));
            case Sequence _ -> schema.withSequences(less(schema.sequences(), object));
            case EnumType _ -> schema.withEnums(less(schema.enums(), object));
            case DomainType _ -> schema.withDomains(less(schema.domains(), object));
            case CompositeType _ -> schema.withComposites(less(schema.composites(), object));
            case Routine _ -> schema.withRoutines(less(schema.routines(), object));
        };
    }

    /// The schema with what becomes of each of its objects.
    static Schema each(Schema schema, UnaryOperator<List<? extends SchemaObject>> change) {
        return new Schema(
                schema.id(),
                schema.name(),
                schema.owner(),
                schema.comment(),
                schema.privileges(),
                of(Table.class, change.apply(schema.tables())),
                of(View.class, change.apply(schema.views())),
                of(Sequence.class, change.apply(schema.sequences())),
                of(EnumType.class, change.apply(schema.enums())),
                of(DomainType.class, change.apply(schema.domains())),
                of(CompositeType.class, change.apply(schema.composites())),
                of(Routine.class, change.apply(schema.routines())));
    }

    /// The schema with these objects in place of its own.
    static Schema of(Schema schema, List<SchemaObject> objects) {
        return new Schema(
                schema.id(),
                schema.name(),
                schema.owner(),
                schema.comment(),
                schema.privileges(),
                only(Table.class, objects),
                only(View.class, objects),
                only(Sequence.class, objects),
                only(EnumType.class, objects),
                only(DomainType.class, objects),
                only(CompositeType.class, objects),
                only(Routine.class, objects));
    }

    private static <T extends SchemaObject> List<T> only(Class<T> kind, List<SchemaObject> objects) {
        return objects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(SchemaObject::name))
                .toList();
    }

    /// The object under another name, alone.
    static SchemaObject named(SchemaObject object, QualifiedName name) {
        return switch (object) {
            case Table table -> table.withName(name);
            case View view -> view.withName(name);
            case Sequence sequence -> sequence.withName(name);
            case EnumType type -> type.withName(name);
            case DomainType type -> type.withName(name);
            case CompositeType type -> type.withName(name);
            case Routine routine -> routine;
        };
    }

    private static <T extends SchemaObject> List<T> more(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one))
                .sorted(Comparator.comparing(SchemaObject::name))
                .toList();
    }

    private static <T extends SchemaObject> List<T> less(List<T> all, SchemaObject one) {
        return all.stream().filter(other -> !other.id().same(one.id())).toList();
    }

    private static <T extends SchemaObject> List<T> of(Class<T> kind, List<? extends SchemaObject> objects) {
        return objects.stream().map(kind::cast).toList();
    }
}
