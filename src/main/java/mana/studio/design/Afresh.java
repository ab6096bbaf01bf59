package mana.studio.design;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import mana.studio.schema.Identity;
import mana.studio.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/// Copies what was read from one database for another one, in which its oids would mean something else: equal in all,
/// with identities of its own.
public final class Afresh {
    private Afresh() {}

    /// @param object a table with its parts, an enum, a column, a constraint …: a record of package `schema`
    public static <T extends Record> T copy(T object) {
        @SuppressWarnings("unchecked")
        T copied = (T) copied(object);
        return copied;
    }

    /// Any object of a schema.
    public static SchemaObject copyOf(SchemaObject object) {
        return (SchemaObject) copied(object);
    }

    private static Object copied(Object value) {
        return switch (value) {
            case Identity _ -> Identity.fresh();
            case List<?> list -> list.stream().map(Afresh::copied).toList();
            case Record record -> rebuilt(record);
            default -> value;
        };
    }

    private static Record rebuilt(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        try {
            for (int at = 0; at < components.length; at++) {
                Object value = components[at].getAccessor().invoke(record);
                values[at] = value == null ? null : copied(value);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return record.getClass().getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("records of the schema are public", impossible);
        }
    }
}
