package mana.studio.convention;

import java.util.Comparator;
import mana.studio.design.Edit;
import mana.studio.design.Spot;
import mana.studio.schema.Part;
import org.jspecify.annotations.Nullable;

/// A place where a house rule is not kept.
///
/// @param spot    the field it is about
/// @param subject what it is about, by name
/// @param message what is wrong there, a sentence
/// @param fix     a change of the design that mends it; null where a person has to think first. It finds what it
/// changes
///                by identity, so that it can be made later, and after others.
public record Breach(
        Convention rule,
        Spot spot,
        Part subject,
        String message,
        @Nullable Edit fix) {
    /// By schema, object and part; then the weightier rule first.
    public static final Comparator<Breach> BY_OBJECT = Comparator.comparing(Breach::schema)
            .thenComparing(Breach::where)
            .thenComparing(Breach::severity)
            .thenComparing(breach -> breach.rule().id());

    public Severity severity() {
        return rule.severity();
    }

    /// The subject in words, as settings name it: `auth`, `auth.users`, `auth.users.email`.
    public String where() {
        return isSchema() ? schema() : subject.toString();
    }

    /// The schema it is in, or is about.
    public String schema() {
        return isSchema()
                ? subject.object().name().name()
                : subject.object().name().schema();
    }

    private boolean isSchema() {
        return subject.object().name().schema().isEmpty();
    }

    /// Whether both are the same breach of the same rule at the same place, though the design may have moved on.
    public boolean same(Breach other) {
        return rule.id().equals(other.rule.id()) && spot.same(other.spot);
    }
}
