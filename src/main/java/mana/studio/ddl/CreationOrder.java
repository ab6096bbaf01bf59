package mana.studio.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.ObjectName;
import mana.studio.schema.ObjectName.Kind;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// The order in which a database's objects can be created: types, sequences, functions, tables, views, each after what
/// it needs. Where objects need each other in a circle, the circle is cut at its oldest kind.
final class CreationOrder {
    private final Map<ObjectName, SchemaObject> objects = new TreeMap<>(Comparator.naturalOrder());
    private final Map<ObjectName, List<ObjectName>> needs = new HashMap<>();
    private final Set<ObjectName> begun = new HashSet<>();
    private final List<SchemaObject> order = new ArrayList<>();

    private CreationOrder(Database database) {
        database.schemas().stream()
                .flatMap(Schema::objects)
                .forEach(object -> objects.put(ObjectName.of(object), object));
        for (Dependency dependency : database.dependencies()) {
            needs.computeIfAbsent(dependency.dependent().object(), _ -> new ArrayList<>())
                    .add(dependency.on().object());
        }
    }

    static List<SchemaObject> of(Database database) {
        CreationOrder order = new CreationOrder(database);
        order.objects.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> rank(entry.getValue())))
                .forEach(entry -> order.visit(entry.getKey()));
        return order.order;
    }

    private void visit(ObjectName name) {
        SchemaObject object = objects.get(name);
        if (object == null || !begun.add(name)) {
            return;
        }
        needs.getOrDefault(name, List.of()).forEach(this::visit);
        visibleNeeds(object).forEach(this::visit);
        order.add(object);
    }

    private static int rank(SchemaObject object) {
        return switch (object) {
            case EnumType _ -> 0;
            case CompositeType _ -> 1;
            case DomainType _ -> 2;
            case Sequence _ -> 3;
            case Routine _ -> 4;
            case Table _ -> 5;
            case View _ -> 6;
        };
    }

    /// What the records themselves say an object needs: parents and types.
    private static Stream<ObjectName> visibleNeeds(SchemaObject object) {
        return switch (object) {
            case Table table ->
                Stream.of(
                                table.inherits().stream().map(CreationOrder::relation),
                                table.ofType() == null ? Stream.<ObjectName>empty() : type(table.ofType()),
                                table.columns().stream().map(Column::type).flatMap(CreationOrder::type))
                        .flatMap(names -> names);
            case CompositeType type -> type.attributes().stream().flatMap(attribute -> type(attribute.type()));
            case DomainType type -> type(type.baseType());
            case EnumType _, Sequence _, Routine _, View _ -> Stream.empty();
        };
    }

    private static ObjectName relation(QualifiedName name) {
        return new ObjectName(Kind.RELATION, name, "");
    }

    private static Stream<ObjectName> type(DataType type) {
        return type.named() == null ? Stream.empty() : type(type.named());
    }

    /// A type may be the row type of a table.
    private static Stream<ObjectName> type(QualifiedName name) {
        return Stream.of(new ObjectName(Kind.TYPE, name, ""), relation(name));
    }
}
