package mana.studio.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Map;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Privileges;
import mana.studio.schema.Table.RowSecurity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Values which nearly every object of the model has: left out of JSON, and there again when it is read.
final class UsualValues {
    private static final Map<Class<?>, Object> ALL = Map.of(
            Privileges.class, Privileges.DEFAULT,
            Backing.class, Backing.PLAIN,
            RowSecurity.class, RowSecurity.OFF);

    private UsualValues() {}

    static JsonMapper.Builder leaveOut(JsonMapper.Builder mapper) {
        JsonInclude.Value unusual = JsonInclude.Value.construct(Include.CUSTOM, Include.ALWAYS, Usual.class, null);
        for (Class<?> type : ALL.keySet()) {
            mapper.withConfigOverride(type, override -> override.setInclude(unusual));
        }
        return mapper.addModule(new SimpleModule("usual values").setDeserializerModifier(new Restoring()));
    }

    /// Equal to every usual value: that is how Jackson asks what to leave out.
    static final class Usual {
        @Override
        public boolean equals(@Nullable Object value) {
            return value == null || value.equals(ALL.get(value.getClass()));
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    private static final class Restoring extends ValueDeserializerModifier {
        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> deserializer) {
            Object usual = ALL.get(type.getBeanClass());
            return usual == null ? deserializer : new Defaulting(deserializer, usual);
        }
    }

    private static final class Defaulting extends DelegatingDeserializer {
        private final Object usual;

        Defaulting(ValueDeserializer<?> deserializer, Object usual) {
            super(deserializer);
            this.usual = usual;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
            return new Defaulting(deserializer, usual);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return usual;
        }
    }
}
