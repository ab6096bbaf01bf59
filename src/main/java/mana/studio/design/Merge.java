package mana.studio.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mana.studio.design.Conflict.Kind;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.DomainType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Trigger;
import org.jspecify.annotations.Nullable;

/// Two changes of one thing as one. Where they collide, the design's own stays, and the collision is noted.
final class Merge {
    /// What holds SQL: the server writes it in its own words.
    private static final Set<String> TEXTS =
            Set.of("defaultExpression", "expression", "generated", "predicate", "definition", "using", "check", "keys");

    private final boolean applied;
    private final List<Conflict> conflicts = new ArrayList<>();

    /// @param applied whether the design was just applied: what differs then is what the server makes of it
    Merge(boolean applied) {
        this.applied = applied;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    /// @return null where it is gone
    @Nullable
    SchemaObject object(@Nullable SchemaObject was, @Nullable SchemaObject mine, @Nullable SchemaObject theirs) {
        if (mine != null && theirs != null) {
            return mine.getClass() == theirs.getClass() && (was == null || was.getClass() == mine.getClass())
                    ? both(was, mine, theirs)
                    : theirs;
        }
        if (mine != null) {
            if (was != null && !mine.equals(was)) {
                note(
                        Kind.DROPPED_THERE,
                        new Spot(mine.id(), null, Spot.Field.WHOLE),
                        "",
                        Words.kind(mine) + " " + mine.name(),
                        "changed",
                        "dropped");
            }
            return was == null || !mine.equals(was) ? mine : null;
        }
        if (theirs != null && was != null && !theirs.equals(was)) {
            note(
                    Kind.DROPPED_HERE,
                    new Spot(theirs.id(), null, Spot.Field.WHOLE),
                    "",
                    Words.kind(theirs) + " " + theirs.name(),
                    "dropped",
                    "changed: " + String.join("; ", FieldWords.between((Record) was, (Record) theirs)));
        }
        return was == null ? theirs : null;
    }

    private SchemaObject both(@Nullable SchemaObject was, SchemaObject mine, SchemaObject theirs) {
        Place place = new Place(mine.id(), null, Words.kind(mine) + " " + mine.name());
        return was == null
                ? (SchemaObject) added((Record) mine, (Record) theirs, place)
                : (SchemaObject) fields((Record) was, (Record) mine, (Record) theirs, place);
    }

    /// @param part null for the object itself
    private record Place(Identity object, @Nullable Identity part, String words) {
        Spot spot(Spot.Field field) {
            return new Spot(object, part, field);
        }
    }

    /// Of one name, and made on both sides: what differs is asked at once.
    private Record added(Record mine, Record theirs, Place place) {
        List<Conflict> inner = new ArrayList<>(conflicts);
        Record merged = mine;
        boolean differs = false;
        for (String component : Components.differing(mine, theirs)) {
            Object own = Components.get(mine, component);
            Object other = Components.get(theirs, component);
            if (Components.isOfThings(own) || Components.isOfThings(other)) {
                merged = Components.with(merged, component, parts(null, list(own), list(other), component, place));
            } else if (isSettled(component, own, other)) {
                merged = Components.with(merged, component, other);
            } else {
                differs = true;
            }
        }
        if (differs) {
            conflicts.clear();
            conflicts.addAll(inner);
            note(
                    Kind.BOTH_ADDED,
                    place.spot(Spot.Field.WHOLE),
                    "",
                    place.words(),
                    "added: " + differences(theirs, mine),
                    "added: " + differences(mine, theirs));
            return mine;
        }
        return Components.with(merged, "id", Components.identity(theirs));
    }

    /// What the second has that the first has otherwise.
    private static String differences(Record other, Record record) {
        return FieldWords.differing(other, record).stream()
                .map(component ->
                        FieldWords.word(component) + " " + FieldWords.value(Components.get(record, component)))
                .reduce((one, next) -> one + "; " + next)
                .orElse("with other parts");
    }

    private Record fields(Record was, Record mine, Record theirs, Place place) {
        if (mine.equals(was)) {
            return theirs;
        }
        if (theirs.equals(was)) {
            return mine;
        }
        Record merged = theirs;
        for (String component : Components.names(theirs)) {
            Object before = Components.get(was, component);
            Object own = Components.get(mine, component);
            Object other = Components.get(theirs, component);
            Object value = component.equals("id") ? other : field(component, before, own, other, place);
            merged = Components.with(merged, component, value);
        }
        return merged;
    }

    private @Nullable Object field(
            String component, @Nullable Object was, @Nullable Object mine, @Nullable Object theirs, Place place) {
        if (Objects.equals(mine, was)) {
            return theirs;
        }
        if (Objects.equals(theirs, was) || component.equals("name")) {
            return mine;
        }
        if (Components.isOfThings(mine) || Components.isOfThings(theirs) || Components.isOfThings(was)) {
            return parts(list(was), list(mine), list(theirs), component, place);
        }
        if (isSettled(component, mine, theirs)) {
            return theirs;
        }
        if (component.equals("labels")) {
            List<String> union = union(strings(was), strings(mine), strings(theirs));
            if (union != null) {
                return union;
            }
        }
        note(
                Kind.BOTH_CHANGED,
                place.spot(FieldWords.field(component)),
                component,
                place.words() + ": " + FieldWords.word(component),
                FieldWords.value(mine),
                FieldWords.value(theirs));
        return mine;
    }

    /// Whether both sides say the same: in the same words, in the server's, or as the server has carried it out.
    private boolean isSettled(String component, @Nullable Object mine, @Nullable Object theirs) {
        return applied
                || Objects.equals(mine, theirs)
                || (TEXTS.contains(component) && mine != null && theirs != null && Wordings.same(mine, theirs));
    }

    private static List<Record> list(@Nullable Object value) {
        List<Record> records = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(one -> records.add((Record) one));
        }
        return records;
    }

    private static List<String> strings(@Nullable Object value) {
        List<String> strings = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(one -> strings.add((String) one));
        }
        return strings;
    }

    /// The values of an enum to which both sides have only added.
    private static @Nullable List<String> union(List<String> was, List<String> mine, List<String> theirs) {
        boolean onlyAdded = mine.stream().filter(was::contains).toList().equals(was)
                && theirs.stream().filter(was::contains).toList().equals(was);
        if (!onlyAdded) {
            return null;
        }
        List<String> union = new ArrayList<>(theirs);
        for (int at = 0; at < mine.size(); at++) {
            if (!union.contains(mine.get(at))) {
                union.add(at == 0 ? 0 : union.indexOf(mine.get(at - 1)) + 1, mine.get(at));
            }
        }
        return union;
    }

    // Parts

    /// @param was null where the whole object is new on both sides
    private List<Record> parts(
            @Nullable List<Record> was, List<Record> mine, List<Record> theirs, String component, Place of) {
        Map<String, Record> before = byIdentity(was == null ? List.of() : was);
        Map<String, Record> there = byIdentity(theirs);
        Map<String, Record> here = byIdentity(mine);
        Map<String, Record> all = new LinkedHashMap<>(here);
        there.forEach(all::putIfAbsent);
        List<Record> merged = new ArrayList<>();
        for (String id : all.keySet()) {
            Record part = part(before.get(id), here.get(id), there.get(id), component, of);
            if (part != null) {
                merged.add(part);
            }
        }
        if (!component.equals("columns") && !component.equals("attributes")) {
            merged.sort(Comparator.comparing(Parts::name));
        }
        return merged;
    }

    private @Nullable Record part(
            @Nullable Record was, @Nullable Record mine, @Nullable Record theirs, String component, Place of) {
        if (mine != null && theirs != null) {
            Place place = place(theirs, of);
            if (mine.getClass() != theirs.getClass()) {
                return theirs;
            }
            return was == null || was.getClass() != mine.getClass()
                    ? added(mine, theirs, place)
                    : fields(was, mine, theirs, place);
        }
        if (mine != null) {
            Place place = place(mine, of);
            if (was != null && !mine.equals(was)) {
                note(
                        Kind.DROPPED_THERE,
                        place.spot(Spot.Field.WHOLE),
                        "",
                        place.words(),
                        "changed: " + changes(was, mine),
                        "dropped");
            }
            return was == null || !mine.equals(was) ? mine : null;
        }
        if (theirs != null && was != null && !theirs.equals(was)) {
            Place place = place(theirs, of);
            note(
                    Kind.DROPPED_HERE,
                    place.spot(Spot.Field.WHOLE),
                    component,
                    place.words(),
                    "dropped",
                    "changed: " + changes(was, theirs));
        }
        return was == null ? theirs : null;
    }

    private static String changes(Record was, Record is) {
        return was.getClass() == is.getClass() ? String.join("; ", FieldWords.between(was, is)) : "another kind";
    }

    private static Place place(Record part, Place of) {
        String words = word(part) + " " + Parts.name(part) + " of " + of.words().replaceFirst("^[a-z ]+ ", "");
        return new Place(of.object(), Components.identity(part), words);
    }

    /// What a part is, in a word.
    static String word(Record part) {
        return switch (part) {
            case Column _ -> "column";
            case Constraint constraint -> Words.kind(constraint);
            case Index _ -> "index";
            case Trigger _ -> "trigger";
            case Policy _ -> "policy";
            case CompositeType.Attribute _ -> "attribute";
            case DomainType.DomainCheck _ -> "check";
            default -> "part";
        };
    }

    private static Map<String, Record> byIdentity(List<Record> parts) {
        Map<String, Record> map = new LinkedHashMap<>();
        parts.forEach(part ->
                map.put(Objects.requireNonNull(Components.identity(part)).key(), part));
        return map;
    }

    private void note(Kind kind, Spot spot, String component, String what, String mine, String theirs) {
        conflicts.add(new Conflict(kind, spot, component, what, mine, theirs));
    }
}
