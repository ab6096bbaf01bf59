package mana.studio.ui.conventions;

import java.util.List;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.Severity;
import org.jspecify.annotations.Nullable;

/// A line of the list of findings.
sealed interface Entry {
    /// What stays the same when the findings are found anew.
    String key();

    /// A line over others.
    sealed interface Group extends Entry {
        List<? extends Entry> entries();
    }

    /// All findings of a rule.
    record OfRule(Convention rule, List<Finding> entries) implements Group {
        public OfRule {
            entries = List.copyOf(entries);
        }

        @Override
        public String key() {
            return "rule " + rule.id();
        }
    }

    /// All findings in a table, an enum or a schema as a whole.
    ///
    /// @param name for people: `auth.users`
    record OfObject(String key, String name, List<Finding> entries) implements Group {
        public OfObject {
            entries = List.copyOf(entries);
        }

        Severity severity() {
            return entries.stream()
                    .map(finding -> finding.breach().severity())
                    .min(Severity::compareTo)
                    .orElse(Severity.ADVICE);
        }
    }

    /// The rules that are switched off.
    record Switched(List<Off> entries) implements Group {
        public Switched {
            entries = List.copyOf(entries);
        }

        @Override
        public String key() {
            return "off";
        }
    }

    /// @param silence why it was granted; null for one that is to be looked at
    record Finding(Breach breach, @Nullable String silence) implements Entry {
        @Override
        public String key() {
            String part =
                    breach.spot().part() == null ? "" : breach.spot().part().key();
            return String.join(
                    " ",
                    breach.rule().id(),
                    breach.spot().object().key(),
                    part,
                    breach.spot().field().name());
        }
    }

    /// A rule that is switched off.
    ///
    /// @param schema where; null for the whole connection
    record Off(Convention rule, @Nullable String schema) implements Entry {
        @Override
        public String key() {
            return "off " + rule.id() + (schema == null ? "" : " " + schema);
        }
    }

    /// The findings that a line stands for and that one click can mend.
    static List<Breach> mendable(Entry entry) {
        return switch (entry) {
            case Finding finding -> mendable(List.of(finding));
            case OfRule group -> mendable(group.entries());
            case OfObject group -> mendable(group.entries());
            case Switched _, Off _ -> List.of();
        };
    }

    private static List<Breach> mendable(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.silence() == null)
                .map(Finding::breach)
                .filter(breach -> breach.fix() != null)
                .toList();
    }
}
