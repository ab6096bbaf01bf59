package mana.studio.safety.predict;

import static mana.studio.safety.LockMode.ACCESS_EXCLUSIVE;
import static mana.studio.safety.LockMode.ACCESS_SHARE;
import static mana.studio.safety.LockMode.ROW_EXCLUSIVE;
import static mana.studio.safety.LockMode.SHARE;
import static mana.studio.safety.LockMode.SHARE_ROW_EXCLUSIVE;
import static mana.studio.safety.LockMode.SHARE_UPDATE_EXCLUSIVE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.safety.LockMode;
import mana.studio.schema.Column;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.statement.Node;

/// What CREATE does to the relations that a new thing is attached to or made of.
final class Creations {
    /// `CREATE_TABLE_LIKE_DEFAULTS` (`parsenodes.h`).
    private static final int LIKE_DEFAULTS = 1 << 3;

    private final Marks marks;
    private final Ground ground;
    private final Footprint footprint;

    Creations(Marks marks) {
        this.marks = marks;
        this.ground = marks.ground();
        this.footprint = marks.footprint();
    }

    // Tables

    void table(Node statement) {
        Node rangeVar = statement.child("relation").orElseThrow();
        QualifiedName name = ground.newName(rangeVar.text("schemaname"), rangeVar.text("relname"));
        if (ground.isKnown() && ground.relation(name).isPresent()) {
            if (!statement.flag("if_not_exists")) {
                footprint.refuse("relation " + name + " exists already");
            }
            return;
        }
        boolean partition = statement.has("partbound");
        statement.list("inhRelations").forEach(parent -> {
            if (partition) {
                partitionOf(parent, statement.child("partbound"));
            } else {
                marks.lock(parent, SHARE_UPDATE_EXCLUSIVE);
            }
        });
        for (Node element : statement.list("tableElts")) {
            switch (element.type()) {
                case "ColumnDef" -> column(element, name);
                case "Constraint" -> foreignKey(element, name);
                case "TableLikeClause" -> like(element);
                default -> {}
            }
        }
    }

    private void like(Node clause) {
        Node source = clause.child("relation").orElseThrow();
        marks.lock(source, ACCESS_SHARE);
        if ((clause.number("options") & LIKE_DEFAULTS) != 0) {
            ground.table(ground.nameOf(source))
                    .ifPresent(table -> table.columns().forEach(marks::lockStoredDefault));
        }
    }

    private void partitionOf(Node parent, Optional<Node> bound) {
        marks.lock(parent, ACCESS_EXCLUSIVE);
        ground.table(ground.nameOf(parent)).ifPresent(table -> {
            new PartitionAlterations(marks).makeRoom(table, bound);
            table.foreignKeys().forEach(key -> marks.lockReferenced(key, SHARE_ROW_EXCLUSIVE));
            marks.lockIndexes(table, SHARE_UPDATE_EXCLUSIVE);
        });
    }

    private void column(Node element, QualifiedName table) {
        if (!element.has("typeName")) {
            return;
        }
        NewColumn column = NewColumn.of(element, ground);
        column.references().forEach(key -> foreignKey(key, table));
        column.refusal().ifPresent(footprint::refuse);
        column.defaultExpression().ifPresent(marks::lockStored);
        Defaults.unusable(column.type(), column.defaultExpression(), ground).ifPresent(footprint::refuse);
    }

    private void foreignKey(Node constraint, QualifiedName table) {
        constraint.child("pktable").ifPresent(referenced -> {
            QualifiedName name = ground.nameOf(referenced);
            if (name.equals(table)) {
                return;
            }
            if (ground.relation(name).isEmpty()) {
                marks.missing("relation", name);
            }
            marks.lockReferenced(name, SHARE_ROW_EXCLUSIVE);
        });
    }

    void tableAs(Node statement) {
        Node query = statement.child("query").orElseThrow();
        boolean withData =
                !statement.child("into").map(into -> into.flag("skipData")).orElse(false);
        new Queries(marks).source(query, withData);
    }

    // Views

    void view(Node statement) {
        Node query = statement.child("query").orElseThrow();
        QualifiedName name = ground.nameOf(statement.child("view").orElseThrow());
        Optional<View> old = ground.view(name);
        old.ifPresent(view -> {
            if (!statement.flag("replace")) {
                footprint.refuse("relation " + name + " exists already");
            } else if (losesColumns(view, query)) {
                footprint.refuse("cannot drop columns from view " + name);
            }
            footprint.lock(Ground.touched(view), ACCESS_EXCLUSIVE);
        });
        new Queries(marks).source(query, false);
    }

    /// A view's columns keep their places and names: new ones go to the end.
    private static boolean losesColumns(View view, Node query) {
        List<Node> targets = query.list("targetList");
        boolean star = targets.stream()
                .anyMatch(target ->
                        target.child("val").stream().flatMap(Node::all).anyMatch(node -> node.is("A_Star")));
        if (star || !query.text("op").equals("SETOP_NONE")) {
            return false;
        }
        return targets.size() < view.columns().size()
                || Stream.iterate(0, at -> at < view.columns().size(), at -> at + 1)
                        .anyMatch(at -> renames(view.columns().get(at), targets.get(at)));
    }

    private static boolean renames(Column column, Node target) {
        String name = target.text("name");
        List<String> columns = target.child("val")
                .filter(value -> value.is("ColumnRef"))
                .map(Expressions::columnsOf)
                .orElse(List.of());
        String given = !name.isEmpty() ? name : columns.isEmpty() ? column.name() : columns.getFirst();
        return !given.equals(column.name());
    }

    // On tables

    void index(Node statement) {
        boolean concurrent = statement.flag("concurrent");
        LockMode mode = concurrent ? SHARE_UPDATE_EXCLUSIVE : SHARE;
        Node rangeVar = statement.child("relation").orElseThrow();
        QualifiedName name = ground.nameOf(rangeVar);
        marks.lock(rangeVar, mode);
        if (concurrent) {
            footprint.needsNoTransaction();
        }
        if (statement.flag("nulls_not_distinct") && !ground.since(15)) {
            footprint.refuse("NULLS NOT DISTINCT needs PostgreSQL 15");
        }
        QualifiedName index = new QualifiedName(name.schema(), statement.text("idxname"));
        if (ground.isKnown() && ground.indexTable(index).isPresent()) {
            if (!statement.flag("if_not_exists")) {
                footprint.refuse("relation " + index + " exists already");
            }
            return;
        }
        ground.view(name).ifPresent(view -> footprint.scan(Ground.touched(view)));
        Optional<Table> table = ground.table(name);
        if (table.isEmpty()) {
            return;
        }
        if (concurrent && table.get().isPartitioned()) {
            footprint.refuse("cannot create index on partitioned table " + name + " concurrently");
        }
        boolean only = !table.get().isPartitioned() || !rangeVar.flag("inh");
        for (Table each : marks.family(table.get(), only)) {
            marks.lock(each, mode);
            marks.scan(each);
        }
    }

    void trigger(Node statement) {
        Node rangeVar = statement.child("relation").orElseThrow();
        marks.lock(rangeVar, SHARE_ROW_EXCLUSIVE);
        statement.child("constrrel").ifPresent(other -> marks.lock(other, ACCESS_SHARE));
        ground.table(ground.nameOf(rangeVar))
                .filter(table -> table.isPartitioned() && statement.flag("row"))
                .ifPresent(table -> ground.descendants(table.name())
                        .forEach(partition -> marks.lock(partition, SHARE_ROW_EXCLUSIVE)));
    }

    void policy(Node statement) {
        marks.lock(statement.child("table").orElseThrow(), ACCESS_EXCLUSIVE);
        Stream.of("qual", "with_check")
                .flatMap(field -> statement.child(field).stream())
                .forEach(expression -> new Queries(marks).source(expression, false));
    }

    void rule(Node statement) {
        marks.lock(statement.child("relation").orElseThrow(), ACCESS_EXCLUSIVE);
        for (Node action : statement.list("actions")) {
            new Queries(marks).source(action, false);
            action.child("relation").ifPresent(target -> marks.lock(target, ROW_EXCLUSIVE));
        }
    }

    void statistics(Node statement) {
        statement.list("relations").forEach(relation -> marks.lock(relation, SHARE_UPDATE_EXCLUSIVE));
    }

    void publication(Node statement) {
        for (Node object : statement.list("pubobjects")) {
            object.child("pubtable")
                    .flatMap(table -> table.child("relation"))
                    .ifPresent(table -> marks.lock(table, SHARE_UPDATE_EXCLUSIVE));
        }
    }
}
