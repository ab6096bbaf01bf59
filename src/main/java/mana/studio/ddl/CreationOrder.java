package mana.studio.ddl;

import java.util.ArrayList;
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
import mana.studio.schema.OtherObject;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// The order in which a database's objects can be created: types, sequences, functions, tables, views, each after what
/// it needs, and what has no record of its own where its kind belongs. Where objects need each other in a circle, the
/// circle is cut at its oldest kind.
final class CreationOrder {
    private final Map<ObjectName, SchemaObject> objects = new HashMap<>();
    private final Map<ObjectName, Integer> ranks = new TreeMap<>();
    private final Map<ObjectName, List<ObjectName>> needs = new HashMap<>();
    private final Set<ObjectName> begun = new HashSet<>();
    private final List<ObjectName> order = new ArrayList<>();

    private CreationOrder(Database database) {
        database.schemas().stream().flatMap(Schema::objects).forEach(object -> {
            objects.put(ObjectName.of(object), object);
            ranks.put(ObjectName.of(object), rank(object));
        });
        for (OtherObject other : database.others()) {
            if (other.definition() != null) {
                ranks.put(ObjectName.of(other), rank(other));
            }
        }
        for (Dependency dependency : database.dependencies()) {
            if (!isMadeLater(dependency.dependent())) {
                needs.computeIfAbsent(dependency.dependent().object(), _ -> new ArrayList<>())
                        .add(dependency.on().object());
            }
        }
    }

    /// Whether a part is made after all objects are there.
    private static boolean isMadeLater(Part part) {
        return switch (part.kind()) {
            case INDEX, TRIGGER, POLICY -> true;
            case WHOLE, COLUMN, DEFAULT, CONSTRAINT -> false;
        };
    }

    /// The names of all objects that have a record or a definition.
    static List<ObjectName> of(Database database) {
        CreationOrder order = new CreationOrder(database);
        order.ranks.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> order.visit(entry.getKey()));
        return order.order;
    }

    private void visit(ObjectName name) {
        if (!ranks.containsKey(name) || !begun.add(name)) {
            return;
        }
        needs.getOrDefault(name, List.of()).forEach(this::visit);
        SchemaObject object = objects.get(name);
        if (object != null) {
            visibleNeeds(object).forEach(this::visit);
        }
        order.add(name);
    }

    private static int rank(SchemaObject object) {
        return switch (object) {
            case EnumType _ -> 1;
            case CompositeType _ -> 2;
            case DomainType _ -> 3;
            case Sequence _ -> 4;
            case Routine _ -> 5;
            case Table _ -> 7;
            case View _ -> 8;
        };
    }

    /// Queries do not say which casts they go through: casts come before all tables and views.
    private static int rank(OtherObject other) {
        return switch (other.kind()) {
            case "aggregate", "operator", "operator class", "operator family", "cast", "conversion", "transform" -> 6;
            case "rule", "statistics", "publication", "event trigger", "default privileges", "comment" -> 9;
            default -> 0;
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
