package mana.studio.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.design.Edits.Dropped;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;

/// Takes one pending change back and leaves the others.
public final class Revert {
    private final Database base;
    /// The base under the design's names: what is brought back must fit in.
    private final Database expected;
    private final Set<String> along = new LinkedHashSet<>();
    private Sketch sketch;

    private Revert(Database base, Sketch sketch) {
        this.base = base;
        this.sketch = sketch;
        this.expected = Renames.followed(base, sketch);
    }

    /// The design without a change.
    ///
    /// @param along what goes or comes back with it, in words, so that a person can be asked first; none where it is
    ///              the change alone
    public record Reverted(Sketch sketch, List<String> along) {
        public Reverted {
            along = List.copyOf(along);
        }
    }

    public static Reverted of(Database base, Sketch sketch, PendingChange change) {
        Revert revert = new Revert(base, sketch);
        revert.back(change);
        return new Reverted(revert.sketch, List.copyOf(revert.along));
    }

    /// The edit that does it, named for the menu.
    public static Edit edit(Database base, PendingChange change) {
        return new Edit(
                "Revert " + change.word() + " " + change.name(),
                null,
                sketch -> of(base, sketch, change).sketch());
    }

    private void back(PendingChange change) {
        Identity part = change.part();
        switch (change.kind()) {
            case ADDED -> {
                Dropped dropped = part == null
                        ? Edits.drop(sketch.database(), change.object())
                        : Edits.dropParts(sketch.database(), change.object(), part);
                take(dropped);
            }
            case REMOVED -> {
                if (part == null) {
                    restore(change.object());
                } else {
                    restorePart(change.object(), part);
                }
            }
            case CHANGED, RENAMED -> {
                if (part == null) {
                    revertOwn(change);
                } else {
                    revertPart(change.object(), part);
                }
            }
        }
    }

    private void take(Dropped dropped) {
        sketch = new Sketch(dropped.database(), sketch.labels());
        along.addAll(dropped.along());
    }

    private void set(Database database) {
        sketch = new Sketch(database, sketch.labels());
    }

    // What was removed

    private void restore(Identity id) {
        Schema schema = Edits.schema(expected, id).orElse(null);
        if (schema != null) {
            restoreSchema(schema);
            schema.objects().forEach(object -> restore(object.id()));
            return;
        }
        Edits.object(expected, id).ifPresent(object -> {
            if (Edits.object(sketch.database(), id).isEmpty()) {
                restoreSchema(home(object));
                set(Edits.add(sketch.database(), fitting(object)));
                set(Dependencies.broughtBack(sketch.database(), expected));
            }
        });
    }

    private Schema home(SchemaObject object) {
        return expected.schemas().stream()
                .filter(schema -> schema.name().equals(object.name().schema()))
                .findFirst()
                .orElseThrow();
    }

    private void restoreSchema(Schema schema) {
        if (Edits.schema(sketch.database(), schema.id()).isEmpty()
                && sketch.database().schema(schema.name()).isEmpty()) {
            along.add("schema " + schema.name() + " comes back");
            set(Edits.addSchema(
                    sketch.database(),
                    new Schema(
                            schema.id(),
                            schema.name(),
                            schema.owner(),
                            schema.comment(),
                            schema.privileges(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of())));
        }
    }

    /// Foreign keys to what is gone by now stay away.
    private SchemaObject fitting(SchemaObject object) {
        if (!(object instanceof Table table)) {
            return object;
        }
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof ForeignKey key && !isTarget(key, table)) {
                along.add("foreign key %s stays away: %s is not what it was"
                        .formatted(key.name(), key.referencedTable()));
            } else {
                constraints.add(constraint);
            }
        }
        return table.withConstraints(constraints);
    }

    private boolean isTarget(ForeignKey key, Table own) {
        Table target = key.referencedTable().equals(own.name())
                ? own
                : sketch.database().table(key.referencedTable()).orElse(null);
        return target != null
                && key.referencedColumns().stream()
                        .allMatch(column -> target.column(column).isPresent());
    }

    private void restorePart(Identity object, Identity part) {
        SchemaObject was = Edits.object(expected, object).orElse(null);
        SchemaObject is = Edits.object(sketch.database(), object).orElse(null);
        String component = was == null ? null : Parts.component(was, part);
        if (was == null || is == null || component == null || Parts.find(is, part).isPresent()) {
            return;
        }
        Record record = Parts.find(was, part).orElseThrow();
        if (was instanceof Relation relation) {
            for (String column : columns(record)) {
                bringBack(relation, is.id(), column);
            }
        }
        if (record instanceof ForeignKey key && is instanceof Table table && !isTarget(key, table)) {
            along.add("nothing: " + key.referencedTable() + " is not what it was");
            return;
        }
        SchemaObject now = Edits.object(sketch.database(), object).orElseThrow();
        List<Record> parts = Parts.in(now, component);
        parts.add(component.equals("columns") ? place(was, now, part) : parts.size(), record);
        if (!component.equals("columns") && !component.equals("attributes")) {
            parts.sort(Comparator.comparing(Parts::name));
        }
        set(Edits.replace(sketch.database(), (SchemaObject) Components.with((Record) now, component, parts)));
        set(Dependencies.broughtBack(sketch.database(), expected));
    }

    private void bringBack(Relation was, Identity object, String column) {
        Relation now = Edits.object(sketch.database(), object, Relation.class).orElseThrow();
        was.columns().stream()
                .filter(one -> one.name().equals(column))
                .filter(one -> Edits.column(now, one.id()).isEmpty())
                .findFirst()
                .ifPresent(one -> {
                    along.add("column " + column + " comes back");
                    restorePart(object, one.id());
                });
    }

    /// The columns that a part names, outside of expressions.
    private static List<String> columns(Record part) {
        return switch (part) {
            case Constraint.PrimaryKey key -> both(key.columns(), key.backing());
            case Constraint.Unique key -> both(key.columns(), key.backing());
            case Constraint constraint -> constraint.columns();
            case Index index ->
                Stream.concat(
                                index.keys().stream().map(Index.Key::column).filter(Objects::nonNull),
                                index.include().stream())
                        .toList();
            default -> List.of();
        };
    }

    private static List<String> both(List<String> columns, Backing backing) {
        return Stream.concat(columns.stream(), backing.include().stream()).toList();
    }

    /// Behind the last column before it that is still there.
    private static int place(SchemaObject was, SchemaObject now, Identity part) {
        List<Record> before = Parts.in(was, "columns");
        List<Record> columns = Parts.in(now, "columns");
        int at = 0;
        for (Record column : before) {
            Identity id = Objects.requireNonNull(Components.identity(column));
            if (id.same(part)) {
                break;
            }
            at = Math.max(at, indexOf(columns, id) + 1);
        }
        return at;
    }

    private static int indexOf(List<Record> parts, Identity id) {
        for (int at = 0; at < parts.size(); at++) {
            if (Objects.requireNonNull(Components.identity(parts.get(at))).same(id)) {
                return at;
            }
        }
        return -1;
    }

    // What was changed

    private void revertPart(Identity object, Identity part) {
        SchemaObject was = Edits.object(expected, object).orElse(null);
        SchemaObject is = Edits.object(sketch.database(), object).orElse(null);
        String component = is == null ? null : Parts.component(is, part);
        if (was == null || is == null || component == null) {
            return;
        }
        Record old = Parts.find(was, part).orElse(null);
        Record now = Parts.find(is, part).orElseThrow();
        if (old == null) {
            return;
        }
        String name = Edits.object(base, object)
                .map(one -> Parts.name(one, part))
                .orElse(Parts.name(old));
        if (was instanceof Relation relation && !(old instanceof Column)) {
            columns(old).forEach(column -> bringBack(relation, object, column));
        }
        SchemaObject then = Edits.object(sketch.database(), object).orElseThrow();
        List<Record> parts = Parts.in(then, component).stream()
                .map(one -> Objects.requireNonNull(Components.identity(one)).same(part)
                        ? Components.with(old, "name", Parts.name(now))
                        : one)
                .toList();
        set(Edits.replace(sketch.database(), (SchemaObject) Components.with((Record) then, component, parts)));
        if (!name.equals(Parts.name(now))) {
            set(Edits.renamePart(sketch.database(), object, part, name));
        }
    }

    private void revertOwn(PendingChange change) {
        Identity id = change.object();
        Schema schema = Edits.schema(base, id).orElse(null);
        if (schema != null) {
            revertSchema(schema);
            return;
        }
        SchemaObject was = Edits.object(expected, id).orElse(null);
        SchemaObject is = Edits.object(sketch.database(), id).orElse(null);
        QualifiedName name = Edits.object(base, id).map(SchemaObject::name).orElse(null);
        if (was == null || is == null || name == null) {
            return;
        }
        if (change.differences().equals(List.of("columns in another order")) && is instanceof Table table) {
            set(Edits.replace(sketch.database(), ordered(table, (Table) was)));
            return;
        }
        if (was instanceof EnumType) {
            EnumType old = Edits.object(base, id, EnumType.class).orElseThrow();
            backLabels(old, id);
            is = Edits.object(sketch.database(), id).orElseThrow();
        }
        Record record = (Record) is;
        for (String component : FieldWords.differing((Record) was, record)) {
            if (!component.equals("name")) {
                record = Components.with(record, component, Components.get((Record) was, component));
            }
        }
        set(Edits.replace(sketch.database(), (SchemaObject) record));
        backName(is, name);
    }

    private void backName(SchemaObject is, QualifiedName name) {
        Schema home = base.schema(name.schema()).orElse(null);
        Schema now = home == null ? null : Edits.schema(sketch.database(), home.id()).orElse(null);
        if (now != null && !now.name().equals(is.name().schema())) {
            set(Edits.move(sketch.database(), is.id(), now.name()));
        } else if (now == null && home != null) {
            restoreSchema(home);
            set(Edits.move(sketch.database(), is.id(), home.name()));
        }
        set(Edits.rename(sketch.database(), is.id(), name.name()));
    }

    private void revertSchema(Schema schema) {
        set(Edits.rename(sketch.database(), schema.id(), schema.name()));
        set(sketch.database().withSchemas(sketch.database().schemas().stream()
                .map(one -> one.id().same(schema.id()) ? one.withComment(schema.comment()) : one)
                .toList()));
    }

    /// Values that were renamed are called as before; those that were added or removed go and come.
    private void backLabels(EnumType old, Identity id) {
        for (String label : old.labels()) {
            String now = Labels.now(sketch, old, label);
            EnumType type = Edits.object(sketch.database(), id, EnumType.class).orElseThrow();
            int at = type.labels().indexOf(now);
            if (at >= 0) {
                sketch = Labels.rename(sketch, base, id, at, label);
            }
        }
        set(Edits.change(sketch.database(), id, EnumType.class, type -> type.withLabels(old.labels())));
    }

    private static Table ordered(Table table, Table was) {
        List<Column> columns = new ArrayList<>();
        was.columns().forEach(column -> Edits.column(table, column.id()).ifPresent(columns::add));
        table.columns().stream().filter(column -> Edits.column(was, column.id()).isEmpty()).forEach(columns::add);
        return table.withColumns(columns);
    }
}
