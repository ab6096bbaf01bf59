package mana.studio.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mana.studio.plan.Rename;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/// Carries a design over to the database as it has become: a merge of three, thing by thing and field by field. Things
/// are paired by identity and then by name, so that what was applied, and has the server's identity by now, is no
/// change any more; renames of both sides are followed before anything is compared.
public final class Rebase {
    private final Database base;
    private final Sketch mine;
    private final Database theirs;
    private final Merge merge;

    private Rebase(Database base, Sketch mine, Database theirs, Merge merge) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.merge = merge;
    }

    /// @param sketch    what is designed, on the new base
    /// @param conflicts where both sides changed the same; the sketch has it as it was designed
    public record Result(Sketch sketch, List<Conflict> conflicts) {
        public Result {
            conflicts = List.copyOf(conflicts);
        }
    }

    /// @param base    what was designed upon
    /// @param mine    the design
    /// @param theirs  the database as it was read now
    /// @param applied whether the design was just applied: what differs then is what the server makes of it (the
    ///                wording of expressions, NOT NULL of a key), and no conflict
    public static Result of(Database base, Sketch mine, Database theirs, boolean applied) {
        if (mine.database() == base || mine.equals(new Sketch(base, List.of()))) {
            return new Result(new Sketch(theirs, List.of()), List.of());
        }
        Pairing pairing = Pairing.of(base, mine.database(), theirs);
        Database known = pairing.over(base);
        Sketch own = new Sketch(pairing.over(mine.database()), labels(known, mine.labels(), theirs));
        Merge merge = new Merge(applied);
        NamesOfBoth names = new NamesOfBoth(known, theirs, merge.conflicts());
        Sketch renamed = names.into(own);
        Database before = Renames.followed(names.followed(), renamed);
        Database after = Renames.followed(theirs, renamed);
        return new Rebase(before, renamed, after, merge).merged();
    }

    /// The labels' renames under the names of the enums in the other database; those of values that are gone are no
    /// more.
    private static List<Rename> labels(Database base, List<Rename> labels, Database theirs) {
        List<Rename> kept = new ArrayList<>();
        for (Rename label : labels) {
            EnumType now = enumOf(base, label)
                    .flatMap(type -> Edits.object(theirs, type.id(), EnumType.class))
                    .orElse(null);
            if (now != null && now.labels().contains(label.from().get(2))) {
                kept.add(new Rename(
                        label.what(),
                        List.of(
                                now.name().schema(),
                                now.name().name(),
                                label.from().get(2)),
                        label.to()));
            }
        }
        return kept;
    }

    private static java.util.Optional<EnumType> enumOf(Database base, Rename label) {
        QualifiedName name = new QualifiedName(label.from().get(0), label.from().get(1));
        return base.schemas().stream()
                .flatMap(schema -> schema.enums().stream())
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    private Result merged() {
        Map<String, SchemaObject> was = objects(base);
        Map<String, SchemaObject> own = objects(mine.database());
        Map<String, SchemaObject> now = objects(theirs);
        Map<String, SchemaObject> all = new LinkedHashMap<>(now);
        own.forEach(all::putIfAbsent);
        List<SchemaObject> objects = new ArrayList<>();
        for (String id : all.keySet()) {
            SchemaObject object = merge.object(was.get(id), own.get(id), now.get(id));
            if (object != null) {
                objects.add(object);
            }
        }
        Database merged = Dependencies.broughtBack(
                new Database(
                        theirs.name(),
                        theirs.version(),
                        theirs.owner(),
                        Rebase.<@Nullable String>chosen(
                                base.comment(), mine.database().comment(), theirs.comment()),
                        filled(schemas(objects), objects),
                        chosen(base.extensions(), mine.database().extensions(), theirs.extensions()),
                        chosen(base.others(), mine.database().others(), theirs.others()),
                        theirs.dependencies()),
                mine.database());
        return new Result(new Sketch(merged, mine.labels()), merge.conflicts());
    }

    private static Map<String, SchemaObject> objects(Database database) {
        Map<String, SchemaObject> objects = new LinkedHashMap<>();
        database.schemas()
                .forEach(schema ->
                        schema.objects().forEach(one -> objects.put(one.id().key(), one)));
        return objects;
    }

    private static <T extends @Nullable Object> T chosen(T base, T mine, T theirs) {
        return Objects.equals(mine, base) ? theirs : mine;
    }

    private List<Schema> schemas(List<SchemaObject> objects) {
        Map<String, Schema> was = byIdentity(base);
        Map<String, Schema> own = byIdentity(mine.database());
        Map<String, Schema> now = byIdentity(theirs);
        Map<String, Schema> all = new LinkedHashMap<>(now);
        own.forEach(all::putIfAbsent);
        List<Schema> schemas = new ArrayList<>();
        for (String id : all.keySet()) {
            Schema before = was.get(id);
            Schema here = own.get(id);
            Schema there = now.get(id);
            if (here != null && there != null) {
                schemas.add(before == null ? here : here.withComment(comment(before, here, there)));
            } else if (here != null && (before == null || isInUse(here, objects))) {
                schemas.add(here);
            } else if (there != null && (before == null || isInUse(there, objects))) {
                schemas.add(there);
            }
        }
        schemas.sort(Comparator.comparing(Schema::name));
        return schemas;
    }

    private static @Nullable String comment(Schema before, Schema here, Schema there) {
        return Rebase.<@Nullable String>chosen(before.comment(), here.comment(), there.comment());
    }

    private static boolean isInUse(Schema schema, List<SchemaObject> objects) {
        return objects.stream().anyMatch(object -> object.name().schema().equals(schema.name()));
    }

    private static Map<String, Schema> byIdentity(Database database) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        database.schemas().forEach(schema -> schemas.put(schema.id().key(), schema));
        return schemas;
    }

    private static List<Schema> filled(List<Schema> schemas, List<SchemaObject> objects) {
        Map<String, List<SchemaObject>> bySchema = new TreeMap<>();
        objects.forEach(object -> bySchema.computeIfAbsent(object.name().schema(), _ -> new ArrayList<>())
                .add(object));
        return schemas.stream()
                .map(schema -> Contents.of(schema, bySchema.getOrDefault(schema.name(), List.of())))
                .toList();
    }
}
