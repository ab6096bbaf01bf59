package mana.studio.ui.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.PendingChange;
import mana.studio.design.PendingChanges;
import mana.studio.design.Revert;
import mana.studio.design.Sketch;
import mana.studio.design.Standing;
import mana.studio.drizzle.write.MigrationName;
import mana.studio.drizzle.write.Wish;
import mana.studio.plan.Planner;
import mana.studio.schema.Database;

/// What of a design goes into a migration.
///
/// @param schemas of the service
/// @param taken   the changes that go in
/// @param left    those that stay pending
record Taking(Design design, List<String> schemas, List<PendingChange> taken, List<PendingChange> left) {
    Taking {
        schemas = List.copyOf(schemas);
        taken = List.copyOf(taken);
        left = List.copyOf(left);
    }

    Wish wish(String name, Wish.Options options) {
        Database base = design.base();
        Sketch sketch = without(design, left);
        Database target = Standing.of(base, sketch.database());
        Set<String> all = new TreeSet<>(schemas);
        taken.forEach(change -> Destinations.schemas(design, change).forEach(all::add));
        return new Wish(base, target, Planner.renames(base, target, sketch.labels()), List.copyOf(all), name, options);
    }

    private static Sketch without(Design design, List<PendingChange> changes) {
        Sketch sketch = design.current();
        for (PendingChange change : changes) {
            sketch = without(design.base(), sketch, change);
        }
        return sketch;
    }

    /// Gone with another already, it is not looked for.
    private static Sketch without(Database base, Sketch sketch, PendingChange change) {
        return PendingChanges.of(base, sketch).stream()
                .filter(change::samePlace)
                .findFirst()
                .map(found -> Revert.of(base, sketch, found).sketch())
                .orElse(sketch);
    }

    /// Takes back in the design what was written.
    Edit dropping() {
        List<PendingChange> gone = taken;
        Database base = design.base();
        return new Edit("Drop what was written", null, sketch -> {
            Sketch rest = sketch;
            for (PendingChange change : gone) {
                rest = without(base, rest, change);
            }
            return rest;
        });
    }

    /// A name that says what it does.
    String suggestedName() {
        if (taken.isEmpty()) {
            return "";
        }
        List<String> objects = taken.stream().map(PendingChange::of).distinct().toList();
        if (taken.size() == 1) {
            PendingChange change = taken.getFirst();
            String of = change.part() == null ? "" : " " + preposition(change) + " " + last(change.of());
            return MigrationName.of(verb(change) + " "
                    + (change.word().equals("table") || change.word().equals("column") ? "" : change.word() + " ")
                    + change.name() + of);
        }
        boolean added = taken.stream().allMatch(change -> change.kind() == PendingChange.Kind.ADDED);
        boolean removed = taken.stream().allMatch(change -> change.kind() == PendingChange.Kind.REMOVED);
        String verb = added ? "add" : removed ? "drop" : "change";
        List<String> names = new ArrayList<>(Stream.concat(
                        objects.size() == 1 && (added || removed)
                                ? taken.stream()
                                        .filter(change -> change.part() != null)
                                        .map(PendingChange::name)
                                : objects.stream().map(Taking::last),
                        Stream.of())
                .limit(3)
                .toList());
        if (names.isEmpty()) {
            names.add(last(objects.getFirst()));
        }
        String where = objects.size() == 1 && (added || removed) && names.size() > 1
                ? (added ? " to " : " of ") + last(objects.getFirst())
                : "";
        return MigrationName.of(verb + " " + String.join(" and ", names) + where);
    }

    private static String verb(PendingChange change) {
        return switch (change.kind()) {
            case ADDED -> "add";
            case CHANGED -> "change";
            case RENAMED -> "rename";
            case REMOVED -> "drop";
        };
    }

    private static String preposition(PendingChange change) {
        return switch (change.kind()) {
            case ADDED -> "to";
            case CHANGED, RENAMED -> "of";
            case REMOVED -> "from";
        };
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
