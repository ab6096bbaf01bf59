package mana.studio.catalog;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import mana.studio.schema.Constraint;
import mana.studio.schema.Identity;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The model as JSON: its records as objects with the names of their components, without what goes without saying: nulls,
/// false, empty lists, and values that are their kind's usual one ({@link UsualValues}). Which kind of constraint one is
/// stands as `kind`.
public final class CatalogJson {
    private CatalogJson() {}

    /// A mapper that knows the model.
    public static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                // Records are their components: isNotNull() and the like are not among them.
                .changeDefaultVisibility(visibility -> visibility.withIsGetterVisibility(Visibility.NONE))
                .changeDefaultPropertyInclusion(
                        _ -> JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS))
                .withConfigOverride(
                        List.class,
                        list -> list.setInclude(JsonInclude.Value.construct(Include.NON_EMPTY, Include.ALWAYS))
                                .setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .withConfigOverride(
                        boolean.class,
                        flag -> flag.setInclude(JsonInclude.Value.construct(Include.NON_DEFAULT, Include.ALWAYS)))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addMixIn(Constraint.class, ConstraintJson.class)
                .addMixIn(Identity.class, IdentityJson.class);
        return UsualValues.leaveOut(builder).build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Constraint.PrimaryKey.class, name = "primary key"),
        @JsonSubTypes.Type(value = Constraint.Unique.class, name = "unique"),
        @JsonSubTypes.Type(value = Constraint.ForeignKey.class, name = "foreign key"),
        @JsonSubTypes.Type(value = Constraint.Check.class, name = "check"),
        @JsonSubTypes.Type(value = Constraint.Exclusion.class, name = "exclusion")
    })
    private interface ConstraintJson {}

    private abstract static class IdentityJson {
        @JsonCreator
        static Identity ofKey(String key) {
            return Identity.ofKey(key);
        }

        @JsonValue
        abstract String key();
    }
}
