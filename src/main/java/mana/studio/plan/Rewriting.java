package mana.studio.plan;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// Copies of the model's records in which names are others. What stays as it is is not copied.
///
/// The model has some forty records and grows; walking over their components here finds a name wherever it stands.
abstract class Rewriting {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

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

    /// What a name of an object becomes.
    abstract QualifiedName name(QualifiedName name);

    /// What a string becomes.
    ///
    /// @param owner     the record it is a component of
    /// @param component the component's name
    abstract String string(Object owner, String component, String value);

    /// Called before a record's components are looked at.
    ///
    /// @return what {@link #leave} is given afterwards
    Object enter(Record record) {
        return record;
    }

    void leave(Object before) {}

    /// Whether anything in a record may become another: to walk through thousands of them for nothing is what renaming
    /// costs.
    boolean concerns(Record record) {
        return true;
    }

    @SuppressWarnings("unchecked")
    <T> T rewrite(T value) {
        return (T) walk(value, value, "");
    }

    private Object walk(Object value, Object owner, String component) {
        return switch (value) {
            case QualifiedName name -> name(name);
            case String text -> string(owner, component, text);
            case List<?> list -> list(list, owner, component);
            case Record record -> record(record);
            default -> value;
        };
    }

    private List<?> list(List<?> list, Object owner, String component) {
        List<Object> copy = new ArrayList<>(list.size());
        boolean changed = false;
        for (Object element : list) {
            Object other = walk(element, owner, component);
            changed |= other != element;
            copy.add(other);
        }
        return changed ? copy : list;
    }

    private Object record(Record record) {
        if (record instanceof Privileges || !concerns(record)) {
            return record;
        }
        Shape shape = SHAPES.get(record.getClass());
        @Nullable Object[] values = new Object[shape.components.length];
        boolean changed = false;
        Object before = enter(record);
        try {
            for (int at = 0; at < values.length; at++) {
                RecordComponent component = shape.components[at];
                Object value = component.getAccessor().invoke(record);
                values[at] = value == null ? null : walk(value, record, component.getName());
                changed |= values[at] != value;
            }
            return changed ? shape.constructor.newInstance(values) : record;
        } catch (InvocationTargetException | IllegalAccessException | InstantiationException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            leave(before);
        }
    }
}
