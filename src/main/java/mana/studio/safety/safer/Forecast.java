package mana.studio.safety.safer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mana.studio.safety.Effects;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.safety.predict.Prediction;
import mana.studio.safety.predict.Situation;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.statement.PgParser;
import mana.studio.statement.SyntaxError;

/// What a statement would do to those who use the database meanwhile.
final class Forecast {
    private final Site site;
    private final Situation situation;

    Forecast(Site site) {
        this.site = site;
        this.situation = new Situation(
                ground(site.before(), site.after()), site.sizes(), site.major(), false, List.of(), Map.of(), Set.of());
    }

    /// The tables before, and the types and functions that will be there by then.
    private static Database ground(Database before, Database after) {
        Draft draft = new Draft(before);
        for (Schema schema : after.schemas()) {
            draft.put(new Schema(
                    schema.id(), schema.name(), schema.owner(), schema.comment(), schema.privileges(), List.of(),
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
            schema.enums().forEach(draft::put);
            schema.domains().forEach(draft::put);
            schema.composites().forEach(draft::put);
            schema.routines().forEach(draft::put);
        }
        return draft.database();
    }

    Effects effects(String sql) {
        try {
            return Prediction.of(PgParser.parseOne(sql), situation).effects();
        } catch (SyntaxError unknown) {
            return Effects.NONE;
        }
    }

    /// Whether it reads or rewrites a large table while others cannot write.
    boolean isHeavy(String sql) {
        return !heavy(effects(sql)).isEmpty();
    }

    /// What it does that others would notice, in words; none where nobody would.
    List<String> warnings(String sql) {
        Effects effects = effects(sql);
        Set<QualifiedName> heavy = heavy(effects);
        if (heavy.isEmpty()) {
            return List.of();
        }
        Set<QualifiedName> rewritten = names(effects.rewritten());
        String work = heavy.stream()
                .map(name -> (rewritten.contains(name) ? "rewrites " : "reads all of ") + name)
                .collect(Collectors.joining(", "));
        String locks = effects.locks().entrySet().stream()
                .filter(lock -> lock.getValue().blocksWrites() && site.isBusy(lock.getKey().name()))
                .map(lock -> lock.getValue().sql() + " on " + lock.getKey().name())
                .collect(Collectors.joining(", "));
        return List.of("There is no form of this that spares the others. It " + work + ", and holds " + locks + ".");
    }

    private Set<QualifiedName> heavy(Effects effects) {
        boolean stops = effects.locks().entrySet().stream()
                .anyMatch(lock -> lock.getValue().blocksWrites() && site.isBusy(lock.getKey().name()));
        Set<QualifiedName> heavy = names(effects.rewritten());
        heavy.addAll(names(effects.scanned()));
        heavy.removeIf(name -> !site.isBusy(name));
        return stops ? heavy : Set.of();
    }

    /// The relations whose locks it takes that someone would notice.
    Set<QualifiedName> locked(String sql) {
        return effects(sql).locks().entrySet().stream()
                .filter(lock -> lock.getValue().compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0)
                .filter(lock -> lock.getKey().kind() != Touched.Kind.INDEX)
                .map(lock -> lock.getKey().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<QualifiedName> names(Set<Touched> touched) {
        return touched.stream().map(Touched::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
