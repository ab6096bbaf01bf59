package mana.studio.design;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import org.jspecify.annotations.Nullable;

/// The components of the model's records by name: the model has some forty records and grows, and to compare, merge and
/// take back knows no difference between them.
final class Components {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private Components() {}

    private record Shape(RecordComponent[] components, Constructor<?> constructor) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Shape(components, type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    static List<String> names(Record record) {
        return Arrays.stream(SHAPES.get(record.getClass()).components())
                .map(RecordComponent::getName)
                .toList();
    }

    static boolean has(Record record, String component) {
        return names(record).contains(component);
    }

    static @Nullable Object get(Record record, String component) {
        for (RecordComponent one : SHAPES.get(record.getClass()).components()) {
            if (one.getName().equals(component)) {
                return get(record, one);
            }
        }
        throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no " + component);
    }

    private static @Nullable Object get(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The record with another value of a component; itself where it is the same.
    @SuppressWarnings("unchecked")
    static <T extends Record> T with(T record, String component, @Nullable Object value) {
        Shape shape = SHAPES.get(record.getClass());
        @Nullable Object[] values = new Object[shape.components().length];
        boolean changed = false;
        for (int at = 0; at < values.length; at++) {
            RecordComponent one = shape.components()[at];
            Object old = get(record, one);
            values[at] = one.getName().equals(component) ? value : old;
            changed |= values[at] != old;
        }
        return changed ? (T) construct(shape, values) : record;
    }

    private static Object construct(Shape shape, @Nullable Object[] values) {
        try {
            return shape.constructor().newInstance(values);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What differs between two records of one kind, in the order of the components; identities do not.
    static List<String> differing(Record before, Record after) {
        return before == after
                ? List.of()
                : names(before).stream()
                        .filter(name -> !Objects.equals(get(before, name), get(after, name)))
                        .toList();
    }

    /// The identity of what has one of its own; null for others.
    static @Nullable Identity identity(@Nullable Object value) {
        return value instanceof Record record && has(record, "id") && get(record, "id") instanceof Identity id
                ? id
                : null;
    }

    /// Whether a list holds things with identities. Nobody can tell of an empty one.
    static boolean isOfThings(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty() && identity(list.getFirst()) != null;
    }

    /// The same model with other identities, where the function knows another.
    @SuppressWarnings("unchecked")
    static <T> T identified(T value, java.util.function.UnaryOperator<Identity> identities) {
        return (T) walk(value, identities);
    }

    private static Object walk(Object value, java.util.function.UnaryOperator<Identity> identities) {
        return switch (value) {
            case Identity id -> identities.apply(id);
            case List<?> list when !isOfThings(list) -> list;
            case List<?> list -> list(list, identities);
            case Record record
            when record instanceof Database || identity(record) != null -> record(record, identities);
            default -> value;
        };
    }

    private static List<?> list(List<?> list, java.util.function.UnaryOperator<Identity> identities) {
        List<Object> copy = new ArrayList<>(list.size());
        boolean changed = false;
        for (Object element : list) {
            Object other = walk(element, identities);
            changed |= other != element;
            copy.add(other);
        }
        return changed ? copy : list;
    }

    private static Record record(Record record, java.util.function.UnaryOperator<Identity> identities) {
        Shape shape = SHAPES.get(record.getClass());
        @Nullable Object[] values = new Object[shape.components().length];
        boolean changed = false;
        for (int at = 0; at < values.length; at++) {
            Object old = get(record, shape.components()[at]);
            values[at] = old == null ? null : walk(old, identities);
            changed |= values[at] != old;
        }
        return changed ? (Record) construct(shape, values) : record;
    }
}
