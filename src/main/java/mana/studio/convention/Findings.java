package mana.studio.convention;

import java.util.ArrayList;
import java.util.List;

/// What was found in a database, or in one table of it.
///
/// @param open     what is to be looked at
/// @param silenced what a person has granted
public record Findings(List<Breach> open, List<Silenced> silenced) {
    /// Nothing.
    public static final Findings NONE = new Findings(List.of(), List.of());

    public Findings {
        open = List.copyOf(open);
        silenced = List.copyOf(silenced);
    }

    /// @param reason why it was granted
    public record Silenced(Breach breach, String reason) {}

    /// Sorts breaches into those to look at and those granted; leaves out those of rules that are switched off.
    public static Findings of(List<Breach> breaches, Switches switches) {
        List<Breach> open = new ArrayList<>();
        List<Silenced> silenced = new ArrayList<>();
        for (Breach breach : breaches) {
            if (switches.isOn(breach.rule().id(), breach.schema())) {
                switches.reason(breach)
                        .ifPresentOrElse(reason -> silenced.add(new Silenced(breach, reason)), () -> open.add(breach));
            }
        }
        return new Findings(open, silenced);
    }

    public long count(Severity severity) {
        return open.stream().filter(breach -> breach.severity() == severity).count();
    }
}
