package mana.studio.ui.apply;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mana.studio.apply.PhasedPlan;
import mana.studio.safety.safer.Phase;

/// Phases in words.
final class PhaseWords {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.ENGLISH);

    private PhaseWords() {}

    /// `Phase 2 of 3: migrate`
    static String next(PhasedPlan plan) {
        return title(plan.number(), plan.phases().size(), plan.phase());
    }

    /// `migrate, contract`
    static String names(List<Phase> phases) {
        return phases.stream()
                .map(phase -> phase.name().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    static String title(int number, int of, Phase phase) {
        return "Phase " + number + " of " + of + ": " + phase.name().name().toLowerCase(Locale.ROOT);
    }

    /// `It starts when no running code uses what goes, and not before Mar 1, 2026.`
    static String start(Phase phase) {
        return "It starts " + phase.condition()
                + (phase.earliest() == null ? "." : ", and not before " + DAY.format(phase.earliest()) + ".");
    }

    /// What a person must know to be so: `No running code uses what goes`.
    static String condition(Phase phase) {
        String text = phase.condition().replaceFirst("^when ", "");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
