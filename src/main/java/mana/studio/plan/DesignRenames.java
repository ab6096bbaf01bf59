package mana.studio.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.plan.Rename.Kind;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;

/// The renames in a design: what has the identity of something in the base is that thing, under another name.
final class DesignRenames {
    private static final String DROPPED = "_dropped";
    /// In characters, of which each may take four of the 63 bytes of a name.
    private static final int LONGEST = 12;

    private final List<Rename> renames = new ArrayList<>();
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Map<String, SchemaObject> objects = new HashMap<>();

    /// Whether what is dropped leaves its name to what takes it.
    private final boolean leaving;

    private DesignRenames(Database base, boolean leaving) {
        this.leaving = leaving;
        for (Schema schema : base.schemas()) {
            schemas.put(schema.id().key(), schema);
            schema.objects().forEach(object -> objects.put(object.id().key(), object));
        }
    }

    /// @param labels the enum values that were renamed; those that are not there any more are passed over
    static List<Rename> between(Database base, Database design, List<Rename> labels) {
        return of(base, design, labels, false);
    }

    /// The same, and what is dropped steps aside where something takes its name: a plan renames before it drops.
    static List<Rename> planned(Database base, Database design, List<Rename> labels) {
        return of(base, design, labels, true);
    }

    private static List<Rename> of(Database base, Database design, List<Rename> labels, boolean leaving) {
        DesignRenames found = new DesignRenames(base, leaving);
        for (Schema schema : design.schemas()) {
            Schema old = found.schemas.get(schema.id().key());
            String oldName = old == null ? schema.name() : old.name();
            if (!oldName.equals(schema.name())) {
                found.renames.add(new Rename(Kind.SCHEMA, List.of(oldName), List.of(schema.name())));
            }
            schema.objects().forEach(object -> found.object(object, oldName));
            schema.enums().forEach(type -> found.labels(type, labels));
        }
        return RenameOrder.of(found.renames);
    }

    private void labels(EnumType type, List<Rename> labels) {
        if (objects.get(type.id().key()) instanceof EnumType old) {
            labels.stream()
                    .filter(rename -> rename.from().subList(0, 2).equals(path(old)))
                    .filter(rename -> old.labels().contains(rename.from().get(2)))
                    .filter(rename -> type.labels().contains(rename.to().getLast()))
                    .forEach(renames::add);
        }
    }

    private void object(SchemaObject object, String oldSchema) {
        SchemaObject old = objects.get(object.id().key());
        if (old == null || old == object) {
            return;
        }
        boolean stays = old.name().schema().equals(oldSchema)
                && old.name().name().equals(object.name().name());
        Kind kind = object instanceof Relation || object instanceof Sequence ? Kind.RELATION : Kind.TYPE;
        if (!stays && !(object instanceof Routine)) {
            // Schemas are renamed last: until then the one it goes to is called as in the base.
            renames.add(
                    new Rename(kind, path(old), List.of(oldSchema, object.name().name())));
        }
        if (object instanceof Relation relation && old instanceof Relation before) {
            parts(before, relation);
        }
    }

    private static List<String> path(SchemaObject object) {
        return List.of(object.name().schema(), object.name().name());
    }

    private void parts(Relation before, Relation after) {
        pairs(Kind.COLUMN, before, before.columns(), after.columns(), Column::id, Column::name);
        pairs(Kind.INDEX, before, before.indexes(), after.indexes(), Index::id, Index::name);
        pairs(Kind.TRIGGER, before, before.triggers(), after.triggers(), Trigger::id, Trigger::name);
        if (before instanceof Table table && after instanceof Table now) {
            pairs(Kind.CONSTRAINT, before, table.constraints(), now.constraints(), Constraint::id, Constraint::name);
            pairs(Kind.POLICY, before, table.policies(), now.policies(), Policy::id, Policy::name);
        }
    }

    private <T> void pairs(
            Kind kind,
            Relation relation,
            List<? extends T> before,
            List<? extends T> after,
            Function<T, Identity> identity,
            Function<T, String> name) {
        if (before == after) {
            return;
        }
        for (T now : after) {
            before.stream()
                    .filter(old -> identity.apply(old).same(identity.apply(now)))
                    .filter(old -> !name.apply(old).equals(name.apply(now)))
                    .findFirst()
                    .ifPresent(old -> {
                        rename(kind, relation, name.apply(old), name.apply(now));
                        before.stream()
                                .filter(other -> leaving && name.apply(other).equals(name.apply(now)))
                                .filter(other -> after.stream()
                                        .noneMatch(one -> identity.apply(one).same(identity.apply(other))))
                                .findFirst()
                                .ifPresent(dropped -> rename(
                                        kind,
                                        relation,
                                        name.apply(dropped),
                                        free(
                                                name.apply(dropped),
                                                Stream.concat(before.stream(), after.stream())
                                                        .map(name)
                                                        .collect(Collectors.toSet()))));
                    });
        }
    }

    private void rename(Kind kind, Relation relation, String from, String to) {
        renames.add(new Rename(
                kind, Stream.concat(path(relation).stream(), Stream.of(from)).toList(), List.of(to)));
    }

    private static String free(String name, Set<String> taken) {
        String base = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return Stream.iterate(1, number -> number + 1)
                .map(number -> base + DROPPED + (number == 1 ? "" : number))
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow();
    }
}
