package mana.studio.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import mana.studio.design.PendingChange.Kind;
import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import org.jspecify.annotations.Nullable;

/// All that is pending in a design: what is added, changed, renamed and removed, object by object. What merely goes
/// along with a rename (keys and expressions that name a renamed column) is no change of its own.
public final class PendingChanges {
    private final Database base;
    private final Sketch design;
    private final Database expected;
    private final Map<String, SchemaObject> before = new HashMap<>();
    private final List<PendingChange> changes = new ArrayList<>();

    private PendingChanges(Database base, Sketch design) {
        this.base = base;
        this.design = design;
        this.expected = Renames.followed(base, design);
        expected.schemas()
                .forEach(schema ->
                        schema.objects().forEach(one -> before.put(one.id().key(), one)));
    }

    /// In the order of the design's schemas and objects; what is removed comes last.
    public static List<PendingChange> of(Database base, Sketch design) {
        if (base == design.database()) {
            return List.of();
        }
        PendingChanges found = new PendingChanges(base, design);
        found.find();
        return List.copyOf(found.changes);
    }

    /// How much is pending, in words: `3 changes in 2 tables`; empty for nothing.
    public static String count(List<PendingChange> changes, Database base, Database design) {
        if (changes.isEmpty()) {
            return "";
        }
        Map<String, String> kinds = new LinkedHashMap<>();
        for (PendingChange change : changes) {
            String kind = Edits.object(design, change.object())
                    .or(() -> Edits.object(base, change.object()))
                    .map(Words::kind)
                    .orElse("schema");
            kinds.put(change.object().key(), kind);
        }
        boolean alike = kinds.values().stream().distinct().count() == 1;
        String word = alike ? kinds.values().iterator().next() : "object";
        return counted(changes.size(), "change") + " in " + counted(kinds.size(), word);
    }

    private static String counted(int count, String word) {
        String plural = word.endsWith("x") ? word + "es" : word + "s";
        return count + " " + (count == 1 ? word : plural);
    }

    private void find() {
        Map<String, Schema> schemas = base.schemas().stream()
                .collect(Collectors.toMap(schema -> schema.id().key(), Function.identity()));
        Map<String, SchemaObject> left = new LinkedHashMap<>(before);
        for (Schema schema : design.database().schemas()) {
            schema(schemas.remove(schema.id().key()), schema);
            schema.objects().forEach(object -> object(left.remove(object.id().key()), object));
        }
        schemas.values()
                .forEach(schema -> add(Kind.REMOVED, schema.id(), null, "schema", schema.name(), schema.name()));
        left.values().stream()
                .map(object -> Edits.object(base, object.id()).orElse(object))
                .forEach(this::removed);
    }

    private void schema(@Nullable Schema old, Schema schema) {
        if (old == null) {
            add(Kind.ADDED, schema.id(), null, "schema", schema.name(), schema.name());
            return;
        }
        List<String> words = new ArrayList<>();
        for (String component : List.of("name", "owner", "comment", "privileges")) {
            Object was = Components.get(old, component);
            Object is = Components.get(schema, component);
            if (!Objects.equals(was, is)) {
                words.add(FieldWords.word(component) + " " + FieldWords.value(was) + " → " + FieldWords.value(is));
            }
        }
        boolean renamed = words.size() == 1 && !old.name().equals(schema.name());
        changed(words, renamed, schema.id(), null, "schema", schema.name(), schema.name(), Spot.Field.NAME);
    }

    private void removed(SchemaObject object) {
        add(
                Kind.REMOVED,
                object.id(),
                null,
                Words.kind(object),
                object.name().toString(),
                object.name().toString());
    }

    private void object(@Nullable SchemaObject old, SchemaObject object) {
        String name = object.name().toString();
        if (old == object) {
            return;
        }
        if (old == null) {
            add(Kind.ADDED, object.id(), null, Words.kind(object), name, name);
            return;
        }
        own(old, object);
        if (old instanceof Relation was && object instanceof Relation is) {
            parts(object, was.columns(), is.columns(), _ -> "column", Column::name);
            if (was instanceof Table wasTable && is instanceof Table isTable) {
                order(wasTable, isTable);
                parts(object, wasTable.constraints(), isTable.constraints(), Words::kind, Constraint::name);
            }
            parts(object, was.indexes(), is.indexes(), _ -> "index", Index::name);
            parts(object, was.triggers(), is.triggers(), _ -> "trigger", Trigger::name);
            if (was instanceof Table wasTable && is instanceof Table isTable) {
                parts(object, wasTable.policies(), isTable.policies(), _ -> "policy", Policy::name);
            }
        }
        if (old instanceof CompositeType was && object instanceof CompositeType is) {
            parts(object, was.attributes(), is.attributes(), _ -> "attribute", CompositeType.Attribute::name);
        }
        if (old instanceof DomainType was && object instanceof DomainType is) {
            parts(object, was.checks(), is.checks(), _ -> "check", DomainType.DomainCheck::name);
        }
    }

    /// What differs in an object beside its parts: its name, its schema, its comment, its options.
    private void own(SchemaObject old, SchemaObject object) {
        QualifiedName was = Edits.object(base, old.id()).map(SchemaObject::name).orElse(old.name());
        List<String> components = FieldWords.differing((Record) old, (Record) object).stream()
                .filter(component -> !component.equals("name") && !component.equals("labels"))
                .toList();
        List<String> words = new ArrayList<>();
        boolean renamed = !was.name().equals(object.name().name());
        if (renamed) {
            words.add("name " + FieldWords.value(was.name()) + " → "
                    + FieldWords.value(object.name().name()));
        }
        if (moved(was, object)) {
            words.add("schema " + was.schema() + " → " + object.name().schema());
        }
        if (old instanceof EnumType before && object instanceof EnumType after) {
            words.addAll(labels(before, after));
        }
        components.forEach(component -> words.add(FieldWords.word(component) + " "
                + FieldWords.value(Components.get((Record) old, component))
                + " → "
                + FieldWords.value(Components.get((Record) object, component))));
        Spot.Field field = renamed || components.isEmpty()
                ? object instanceof EnumType && !renamed ? Spot.Field.LABELS : Spot.Field.NAME
                : FieldWords.field(components.getFirst());
        changed(
                words,
                words.size() == 1 && renamed,
                object.id(),
                null,
                Words.kind(object),
                object.name().toString(),
                object.name().toString(),
                field);
    }

    /// Whether it is in another schema, rather than in the same one under another name.
    private boolean moved(QualifiedName was, SchemaObject object) {
        Optional<Schema> old = base.schema(was.schema());
        Optional<Schema> now = design.database().schemas().stream()
                .filter(schema -> schema.objects().anyMatch(one -> one.id().same(object.id())))
                .findFirst();
        return old.isPresent()
                && now.isPresent()
                && !old.get().id().same(now.get().id());
    }

    private List<String> labels(EnumType old, EnumType now) {
        EnumType was = Edits.object(base, old.id(), EnumType.class).orElse(old);
        List<String> words = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        design.labels().stream()
                .filter(rename -> rename.from()
                        .subList(0, 2)
                        .equals(List.of(was.name().schema(), was.name().name())))
                .filter(rename -> was.labels().contains(rename.from().get(2)))
                .filter(rename -> now.labels().contains(rename.to().getLast()))
                .forEach(rename -> names.put(rename.from().get(2), rename.to().getLast()));
        names.forEach((from, to) -> words.add("value " + from + " → " + to));
        List<String> expected = was.labels().stream()
                .map(label -> names.getOrDefault(label, label))
                .toList();
        now.labels().stream()
                .filter(label -> !expected.contains(label))
                .forEach(label -> words.add("value " + FieldWords.value(label) + " added"));
        expected.stream()
                .filter(label -> !now.labels().contains(label))
                .forEach(label -> words.add("value " + label + " removed"));
        List<String> kept = expected.stream().filter(now.labels()::contains).toList();
        List<String> order = now.labels().stream().filter(expected::contains).toList();
        if (!kept.equals(order)) {
            words.add("values in another order");
        }
        return words;
    }

    /// PostgreSQL keeps columns in the order in which they came; only new ones can be placed, at the end.
    private void order(Table was, Table is) {
        List<String> before = was.columns().stream()
                .map(column -> column.id().key())
                .filter(key -> is.columns().stream()
                        .anyMatch(column -> column.id().key().equals(key)))
                .toList();
        List<String> after = is.columns().stream()
                .map(column -> column.id().key())
                .filter(before::contains)
                .toList();
        if (!before.equals(after)) {
            String name = is.name().toString();
            changed(
                    List.of("columns in another order"),
                    false,
                    is.id(),
                    null,
                    Words.kind(is),
                    name,
                    name,
                    Spot.Field.COLUMNS);
        }
    }

    private <T> void parts(
            SchemaObject object, List<T> was, List<T> is, Function<T, String> word, Function<T, String> name) {
        if (was == is) {
            return;
        }
        String of = object.name().toString();
        for (T part : is) {
            Identity id = Objects.requireNonNull(Components.identity(part));
            T old = find(was, id);
            if (old == null) {
                add(Kind.ADDED, object.id(), id, word.apply(part), name.apply(part), of);
            } else if (old != part) {
                part(object, id, old, part, word.apply(part), name.apply(part));
            }
        }
        for (T part : was) {
            Identity id = Objects.requireNonNull(Components.identity(part));
            if (find(is, id) == null) {
                add(Kind.REMOVED, object.id(), id, word.apply(part), baseName(object.id(), id, name.apply(part)), of);
            }
        }
    }

    private <T> void part(SchemaObject object, Identity id, T old, T part, String word, String name) {
        String oldName = baseName(object.id(), id, name);
        List<String> components = old.getClass() == part.getClass()
                ? FieldWords.differing((Record) old, (Record) part).stream()
                        .filter(component -> !component.equals("name"))
                        .toList()
                : List.of();
        List<String> words = new ArrayList<>();
        boolean renamed = !oldName.equals(name);
        if (renamed) {
            words.add("name " + FieldWords.value(oldName) + " → " + FieldWords.value(name));
        }
        components.forEach(component -> words.add(FieldWords.word(component) + " "
                + FieldWords.value(Components.get((Record) old, component))
                + " → "
                + FieldWords.value(Components.get((Record) part, component))));
        Spot.Field field = components.isEmpty() ? Spot.Field.NAME : FieldWords.field(components.getFirst());
        changed(
                words,
                renamed && words.size() == 1,
                object.id(),
                id,
                word,
                name,
                object.name().toString(),
                field);
    }

    /// What a part was called; its name by now where nobody knows.
    private String baseName(Identity object, Identity part, String now) {
        return Edits.object(base, object)
                .map(one -> Parts.name(one, part))
                .filter(name -> !name.isEmpty())
                .orElse(now);
    }

    private static <T> @Nullable T find(List<T> all, Identity id) {
        for (T one : all) {
            Identity other = Components.identity(one);
            if (other != null && other.same(id)) {
                return one;
            }
        }
        return null;
    }

    private void changed(
            List<String> words,
            boolean renamed,
            Identity object,
            @Nullable Identity part,
            String word,
            String name,
            String of,
            Spot.Field field) {
        if (!words.isEmpty()) {
            Kind kind = renamed ? Kind.RENAMED : Kind.CHANGED;
            changes.add(new PendingChange(kind, object, part, word, name, of, words, field));
        }
    }

    private void add(Kind kind, Identity object, @Nullable Identity part, String word, String name, String of) {
        changes.add(new PendingChange(kind, object, part, word, name, of, List.of(), Spot.Field.WHOLE));
    }
}
