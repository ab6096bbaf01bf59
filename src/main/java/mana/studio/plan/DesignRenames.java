package mana.studio.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    private final List<Rename> renames = new ArrayList<>();
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Map<String, SchemaObject> objects = new HashMap<>();

    private DesignRenames(Database base) {
        for (Schema schema : base.schemas()) {
            schemas.put(schema.id().key(), schema);
            schema.objects().forEach(object -> objects.put(object.id().key(), object));
        }
    }

    /// @param labels the enum values that were renamed; those that are not there any more are passed over
    static List<Rename> between(Database base, Database design, List<Rename> labels) {
        DesignRenames found = new DesignRenames(base);
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
                    .ifPresent(old -> renames.add(new Rename(
                            kind,
                            Stream.concat(path(relation).stream(), Stream.of(name.apply(old)))
                                    .toList(),
                            List.of(name.apply(now)))));
        }
    }
}
