package mana.studio.convention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Which house rules are looked after where, as a file holds it:
///
/// ```json
/// {
///   "everywhere": { "rules": { "text-type": false }, "tablesInPublic": false },
///   "connections": {
///     "local": {
///       "schemas": { "auth": { "primary-key-id": false } },
///       "silenced": [ { "rule": "boolean-name", "object": "auth.users.banned", "reason": "Better Auth names it" } ]
///     }
///   }
/// }
/// ```
///
/// @param everywhere  for all connections
/// @param connections by the id of their profile; these weigh more
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConventionSettings(Switches everywhere, Map<String, Switches> connections) {
    /// All rules everywhere.
    public static final ConventionSettings NONE = new ConventionSettings(Switches.NONE, Map.of());

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    // What a file leaves out arrives as null.
    public ConventionSettings(@Nullable Switches everywhere, @Nullable Map<String, Switches> connections) {
        this.everywhere = everywhere == null ? Switches.NONE : everywhere;
        this.connections = connections == null ? Map.of() : Map.copyOf(connections);
    }

    /// The settings in a text, where a slip of the pen is told and not passed over.
    ///
    /// @throws IllegalArgumentException with a sentence that says what is wrong
    public static ConventionSettings parse(String json) {
        try {
            ConventionSettings settings = STRICT.readValue(json, ConventionSettings.class);
            return settings == null ? NONE : settings;
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(broken.getOriginalMessage(), broken);
        }
    }

    /// What holds for a connection, those for all included.
    ///
    /// @param connection the profile's id
    public Switches of(String connection) {
        return own(connection).over(everywhere);
    }

    private Switches own(String connection) {
        return connections.getOrDefault(connection, Switches.NONE);
    }

    /// Changes what is said of one connection.
    public ConventionSettings with(String connection, UnaryOperator<Switches> change) {
        Map<String, Switches> changed = new TreeMap<>(connections);
        changed.put(connection, change.apply(own(connection)));
        return new ConventionSettings(everywhere, changed);
    }

    /// Speaks of a breach again, whoever silenced it.
    public ConventionSettings speaking(String connection, Breach breach) {
        return new ConventionSettings(everywhere.speaking(breach), connections)
                .with(connection, own -> own.speaking(breach));
    }
}
