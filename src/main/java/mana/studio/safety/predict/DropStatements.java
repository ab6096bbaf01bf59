package mana.studio.safety.predict;

import static mana.studio.safety.LockMode.ACCESS_EXCLUSIVE;
import static mana.studio.safety.LockMode.SHARE_UPDATE_EXCLUSIVE;

import java.util.List;
import java.util.Optional;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// DROP, whatever it drops.
final class DropStatements {
    private final Marks marks;
    private final Ground ground;
    private final Footprint footprint;

    DropStatements(Marks marks) {
        this.marks = marks;
        this.ground = marks.ground();
        this.footprint = marks.footprint();
    }

    void read(Node statement) {
        boolean cascade = statement.text("behavior").equals("DROP_CASCADE");
        List<List<String>> names =
                statement.list("objects").stream().map(DropStatements::parts).toList();
        switch (statement.text("removeType")) {
            case "OBJECT_TABLE", "OBJECT_FOREIGN_TABLE", "OBJECT_VIEW", "OBJECT_MATVIEW" ->
                relations(statement, names, cascade);
            case "OBJECT_INDEX" -> names.forEach(name -> index(statement, name));
            case "OBJECT_SEQUENCE" -> names.forEach(name -> sequence(statement, name, cascade));
            case "OBJECT_TRIGGER", "OBJECT_POLICY", "OBJECT_RULE" -> names.forEach(this::partOfTable);
            case "OBJECT_TYPE", "OBJECT_DOMAIN" -> names.forEach(name -> type(name, cascade));
            case "OBJECT_SCHEMA" -> names.forEach(name -> schema(name.getLast(), cascade));
            case "OBJECT_FUNCTION", "OBJECT_PROCEDURE", "OBJECT_ROUTINE" ->
                names.forEach(name -> function(name, cascade));
            case "OBJECT_EXTENSION" -> footprint.doubt("what the extension's objects are used for");
            default -> {}
        }
    }

    /// The parts of an object's name, however the grammar keeps it.
    static List<String> parts(Node object) {
        return switch (object.type()) {
            case "List" -> object.names("items");
            case "TypeName" -> object.names("names");
            case "ObjectWithArgs" -> object.names("objname");
            default -> List.of(object.string());
        };
    }

    private void relations(Node statement, List<List<String>> names, boolean cascade) {
        List<QualifiedName> all = names.stream()
                .map(name -> ground.nameOf(name, ground::relation))
                .toList();
        Drops drops = new Drops(marks);
        drops.doom(all);
        for (QualifiedName name : all) {
            Optional<? extends Relation> relation =
                    ground.view(name).isPresent() ? ground.view(name) : ground.table(name);
            if (relation.isPresent()) {
                drops.relation(relation.get(), cascade);
            } else if (!statement.flag("missing_ok")) {
                marks.missing("relation", name);
            }
        }
    }

    private void index(Node statement, List<String> parts) {
        QualifiedName name = ground.nameOf(parts, ground::relation);
        boolean concurrent = statement.flag("concurrent");
        LockMode mode = concurrent ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
        if (concurrent) {
            footprint.needsNoTransaction();
        }
        Optional<Relation> relation = ground.indexTable(name);
        if (relation.isEmpty()) {
            if (ground.isKnown() && !statement.flag("missing_ok")) {
                marks.missing("index", name);
            } else if (!ground.isKnown()) {
                footprint.lock(Ground.index(name), mode);
                footprint.doubt("the table of index " + name);
            }
            return;
        }
        ConstraintAlterations.behind(relation.get(), name.name())
                .ifPresent(constraint -> footprint.refuse("cannot drop index " + name + " because constraint "
                        + constraint.name() + " on table " + relation.get().name() + " requires it"));
        footprint.lock(Ground.touched(relation.get()), mode);
        footprint.lock(Ground.index(name), mode);
        if (relation.get() instanceof Table table && table.isPartitioned()) {
            attached(table, name);
        }
    }

    /// The indexes of the partitions go with the parent's.
    private void attached(Table table, QualifiedName parent) {
        for (Table partition : ground.descendants(table.name())) {
            partition.indexes().stream()
                    .filter(index -> parent.equals(index.partitionOf()))
                    .forEach(index -> {
                        marks.lock(partition, ACCESS_EXCLUSIVE);
                        QualifiedName name = Ground.inSchemaOf(partition, index.name());
                        footprint.lock(Ground.index(name), ACCESS_EXCLUSIVE);
                        attached(partition, name);
                    });
        }
    }

    private void sequence(Node statement, List<String> parts, boolean cascade) {
        QualifiedName name = ground.nameOf(parts, ground::relation);
        if (ground.relation(name).isEmpty()) {
            if (!statement.flag("missing_ok")) {
                marks.missing("sequence", name);
            }
            return;
        }
        footprint.lock(Ground.sequence(name), ACCESS_EXCLUSIVE);
        ground.tables()
                .filter(table -> table.columns().stream()
                        .anyMatch(column -> column.defaultExpression() != null
                                && column.defaultExpression().contains("nextval('" + name + "'")))
                .forEach(table -> {
                    if (!cascade) {
                        footprint.refuse("cannot drop sequence " + name + " because a default of " + table.name()
                                + " depends on it");
                    }
                    marks.lock(table, ACCESS_EXCLUSIVE);
                });
    }

    /// A trigger, a policy or a rule: the last part is its own name.
    private void partOfTable(List<String> parts) {
        QualifiedName table = ground.nameOf(parts.subList(0, parts.size() - 1), ground::relation);
        Optional<Touched> relation = ground.relation(table);
        relation.ifPresentOrElse(
                found -> footprint.lock(found, ACCESS_EXCLUSIVE), () -> marks.missing("relation", table));
        ground.table(table)
                .filter(Table::isPartitioned)
                .ifPresent(parent -> ground.descendants(table).stream()
                        .filter(child -> child.triggers().stream()
                                .anyMatch(trigger ->
                                        trigger.inherited() && trigger.name().equals(parts.getLast())))
                        .forEach(child -> marks.lock(child, ACCESS_EXCLUSIVE)));
    }

    private void type(List<String> parts, boolean cascade) {
        QualifiedName type = ground.nameOf(
                parts,
                name -> ground.enumType(name)
                        .<Object>map(found -> found)
                        .or(() -> ground.domain(name))
                        .or(() -> ground.composite(name)));
        ground.composite(type)
                .ifPresent(found -> footprint.lock(new Touched(Touched.Kind.COMPOSITE_TYPE, type), ACCESS_EXCLUSIVE));
        for (Table table : ground.tables().toList()) {
            table.columns().stream()
                    .filter(column -> type.equals(column.type().named()))
                    .forEach(column -> {
                        if (!cascade) {
                            footprint.refuse("cannot drop type " + type + " because column " + table.name() + "."
                                    + column.name() + " depends on it");
                        }
                        new Drops(marks).column(table, column, true);
                    });
        }
    }

    private void schema(String name, boolean cascade) {
        Optional<Schema> schema = ground.schema(name);
        if (schema.isEmpty()) {
            return;
        }
        if (!cascade && schema.get().objects().findAny().isPresent()) {
            footprint.refuse("cannot drop schema " + name + " because other objects depend on it");
        }
        Drops drops = new Drops(marks);
        drops.doom(schema.get().relations().map(Relation::name).toList());
        schema.get().relations().toList().forEach(relation -> drops.relation(relation, true));
        schema.get()
                .sequences()
                .forEach(sequence -> footprint.lock(Ground.sequence(sequence.name()), ACCESS_EXCLUSIVE));
        schema.get()
                .composites()
                .forEach(type ->
                        footprint.lock(new Touched(Touched.Kind.COMPOSITE_TYPE, type.name()), ACCESS_EXCLUSIVE));
    }

    /// A function that a trigger calls goes only with the trigger.
    private void function(List<String> parts, boolean cascade) {
        String name = parts.getLast();
        for (Table table : ground.tables().toList()) {
            boolean called = table.triggers().stream()
                    .anyMatch(trigger -> trigger.definition()
                            .matches("(?s).*EXECUTE (FUNCTION|PROCEDURE) (\\S+\\.)?\"?\\Q" + name + "\\E\"?\\(.*"));
            if (called) {
                if (!cascade) {
                    footprint.refuse("cannot drop function " + name + " because a trigger on " + table.name()
                            + " depends on it");
                }
                marks.lock(table, ACCESS_EXCLUSIVE);
            }
        }
    }
}
