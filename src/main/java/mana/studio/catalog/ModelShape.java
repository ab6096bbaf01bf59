package mana.studio.catalog;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import mana.studio.schema.Database;

/// What the records of the model look like, in few letters: it changes when a component comes, goes or changes its
/// type, so that nobody has to think of a number for the format of kept files.
final class ModelShape {
    static final String TEXT = of(Database.class);

    private ModelShape() {}

    private static String of(Class<?> root) {
        StringBuilder text = new StringBuilder();
        describe(root, text, new LinkedHashSet<>());
        return UUID.nameUUIDFromBytes(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private static void describe(Class<?> type, StringBuilder text, Set<Class<?>> seen) {
        if (!type.getName().startsWith("mana.studio.") || !seen.add(type)) {
            return;
        }
        text.append(type.getName()).append('{');
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                describe(permitted, text, seen);
            }
        }
        if (type.isEnum()) {
            text.append(java.util.Arrays.toString(type.getEnumConstants()));
        }
        for (RecordComponent component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
            text.append(component.getName()).append(':').append(component.getGenericType()).append(';');
            describe(component.getType(), text, seen);
            for (Class<?> element : elements(component)) {
                describe(element, text, seen);
            }
        }
        text.append('}');
    }

    /// The types between the angle brackets, such as `Column` of `List<Column>`.
    private static Set<Class<?>> elements(RecordComponent component) {
        Set<Class<?>> elements = new LinkedHashSet<>();
        if (component.getGenericType() instanceof java.lang.reflect.ParameterizedType type) {
            for (var argument : type.getActualTypeArguments()) {
                if (argument instanceof Class<?> element) {
                    elements.add(element);
                }
            }
        }
        return elements;
    }
}
