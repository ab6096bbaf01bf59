package mana.studio.ui.conventions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.Findings;
import mana.studio.convention.Severity;
import mana.studio.convention.Switches;
import mana.studio.convention.rule.Conventions;
import mana.studio.schema.Part;
import mana.studio.ui.conventions.Entry.Finding;
import mana.studio.ui.conventions.Entry.Group;
import mana.studio.ui.conventions.Entry.OfObject;
import mana.studio.ui.conventions.Entry.OfRule;
import mana.studio.ui.conventions.Entry.Off;
import mana.studio.ui.conventions.Entry.Switched;

/// Findings as lines under lines.
final class Entries {
    private Entries() {}

    /// What the lines lie under.
    enum Grouping {
        RULE,
        OBJECT
    }

    /// Which findings are wanted.
    ///
    /// @param words    all of which a finding has in its object, message, or rule
    /// @param silenced also those that were granted
    record Wanted(String words, Set<Severity> severities, boolean silenced) {
        boolean has(Breach breach) {
            return severities.contains(breach.severity())
                    && matches(
                            breach.where(),
                            breach.message(),
                            breach.rule().id(),
                            breach.rule().title());
        }

        boolean has(Off off) {
            return matches(off.rule().id(), off.rule().title(), String.valueOf(off.schema()));
        }

        private boolean matches(String... texts) {
            String text = String.join(" ", texts).toLowerCase(Locale.ROOT);
            return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                    .allMatch(text::contains);
        }
    }

    static List<Group> of(Findings findings, Switches switches, Grouping grouping, Wanted wanted) {
        List<Finding> found = new ArrayList<>();
        findings.open().stream().filter(wanted::has).forEach(breach -> found.add(new Finding(breach, null)));
        if (wanted.silenced()) {
            findings.silenced().stream()
                    .filter(granted -> wanted.has(granted.breach()))
                    .forEach(granted -> found.add(new Finding(granted.breach(), granted.reason())));
        }
        List<Group> groups = new ArrayList<>(
                switch (grouping) {
                    case RULE -> byRule(found);
                    case OBJECT -> byObject(found);
                });
        List<Off> off = off(switches).stream().filter(wanted::has).toList();
        if (!off.isEmpty()) {
            groups.add(new Switched(off));
        }
        return groups;
    }

    private static List<OfRule> byRule(List<Finding> found) {
        List<OfRule> groups = new ArrayList<>();
        for (Convention rule : Conventions.ALL) {
            List<Finding> own = found.stream()
                    .filter(finding -> finding.breach().rule().id().equals(rule.id()))
                    .toList();
            if (!own.isEmpty()) {
                groups.add(new OfRule(rule, own));
            }
        }
        return groups;
    }

    private static List<OfObject> byObject(List<Finding> found) {
        Map<String, List<Finding>> objects = new LinkedHashMap<>();
        found.stream()
                .sorted((one, other) -> Breach.BY_OBJECT.compare(one.breach(), other.breach()))
                .forEach(finding -> objects.computeIfAbsent(
                                "object " + finding.breach().spot().object().key(), _ -> new ArrayList<>())
                        .add(finding));
        return objects.entrySet().stream()
                .map(entry -> new OfObject(
                        entry.getKey(), name(entry.getValue().getFirst().breach()), entry.getValue()))
                .toList();
    }

    /// The name of the object that a breach is in.
    static String name(Breach breach) {
        Part subject = breach.subject();
        return subject.object().name().schema().isEmpty()
                ? breach.schema()
                : subject.object().name().toString();
    }

    /// By rule, and the rules in their order.
    private static List<Off> off(Switches switches) {
        List<Off> off = new ArrayList<>();
        for (Convention rule : Conventions.ALL) {
            if (!switches.isOn(rule.id())) {
                off.add(new Off(rule, null));
            }
            new TreeMap<>(switches.schemas()).forEach((schema, rules) -> {
                if (switches.isOn(rule.id()) && Boolean.FALSE.equals(rules.get(rule.id()))) {
                    off.add(new Off(rule, schema));
                }
            });
        }
        return off;
    }
}
