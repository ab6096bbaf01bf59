package mana.studio.convention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which house rules are looked after, for all connections or for one.
///
/// @param rules          by id: false switches a rule off, true on again; those not named are on
/// @param schemas        the same for a schema; weighs more
/// @param silenced       breaches that a person has granted
/// @param tablesInPublic whether `public` may hold tables and enums; null to let the database tell: it may where there
///                       are tables nowhere else
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Switches(
        Map<String, Boolean> rules,
        Map<String, Map<String, Boolean>> schemas,
        List<Silence> silenced,
        @Nullable Boolean tablesInPublic) {
    /// All rules, nothing granted.
    public static final Switches NONE = new Switches(Map.of(), Map.of(), List.of(), null);

    // What a file leaves out arrives as null.
    public Switches(
            @Nullable Map<String, Boolean> rules,
            @Nullable Map<String, Map<String, Boolean>> schemas,
            @Nullable List<Silence> silenced,
            @Nullable Boolean tablesInPublic) {
        this.rules = rules == null ? Map.of() : Map.copyOf(rules);
        this.schemas = schemas == null ? Map.of() : Map.copyOf(schemas);
        this.silenced = silenced == null ? List.of() : List.copyOf(silenced);
        this.tablesInPublic = tablesInPublic;
    }

    /// A breach that is granted.
    ///
    /// @param rule   the id
    /// @param object what it is about, as {@link Breach#where} names it
    /// @param reason why it is granted
    public record Silence(String rule, String object, String reason) {
        boolean isOf(Breach breach) {
            return rule.equals(breach.rule().id()) && object.equals(breach.where());
        }
    }

    /// Whether a rule is looked after in a schema.
    public boolean isOn(String rule, String schema) {
        Boolean there = schemas.getOrDefault(schema, Map.of()).get(rule);
        return there == null ? isOn(rule) : there;
    }

    /// Whether a rule is looked after where no schema says otherwise.
    public boolean isOn(String rule) {
        return rules.getOrDefault(rule, true);
    }

    /// Why a breach was granted; empty where it was not.
    public Optional<String> reason(Breach breach) {
        return silenced.stream()
                .filter(silence -> silence.isOf(breach))
                .map(Silence::reason)
                .findFirst();
    }

    public Switches withRule(String rule, boolean on) {
        return new Switches(with(rules, rule, on), schemas, silenced, tablesInPublic);
    }

    public Switches withRule(String rule, String schema, boolean on) {
        Map<String, Boolean> there = with(schemas.getOrDefault(schema, Map.of()), rule, on);
        return new Switches(rules, with(schemas, schema, there), silenced, tablesInPublic);
    }

    /// Grants a breach; a newer reason replaces the older.
    public Switches silencing(Breach breach, String reason) {
        Silence granted = new Silence(breach.rule().id(), breach.where(), reason);
        List<Silence> all = new ArrayList<>(speaking(breach).silenced);
        all.add(granted);
        return new Switches(rules, schemas, all, tablesInPublic);
    }

    /// Grants a breach no longer.
    public Switches speaking(Breach breach) {
        List<Silence> others =
                silenced.stream().filter(silence -> !silence.isOf(breach)).toList();
        return new Switches(rules, schemas, others, tablesInPublic);
    }

    /// @param allowed null to let the database tell
    public Switches withTablesInPublic(@Nullable Boolean allowed) {
        return new Switches(rules, schemas, silenced, allowed);
    }

    /// These, and where they say nothing those of all connections.
    Switches over(Switches general) {
        Map<String, Boolean> allRules = new TreeMap<>(general.rules);
        allRules.putAll(rules);
        Map<String, Map<String, Boolean>> allSchemas = new TreeMap<>(general.schemas);
        schemas.forEach((schema, own) -> allSchemas.merge(schema, own, (before, after) -> {
            Map<String, Boolean> both = new TreeMap<>(before);
            both.putAll(after);
            return both;
        }));
        List<Silence> all = new ArrayList<>(silenced);
        all.addAll(general.silenced);
        return new Switches(
                allRules, allSchemas, all, tablesInPublic == null ? general.tablesInPublic : tablesInPublic);
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        Map<String, T> changed = new TreeMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
