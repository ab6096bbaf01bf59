package mana.studio.safety.predict;

import static mana.studio.safety.LockMode.ACCESS_SHARE;
import static mana.studio.safety.LockMode.ROW_EXCLUSIVE;
import static mana.studio.safety.LockMode.ROW_SHARE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.safety.Touched.Kind;
import mana.studio.safety.predict.Ground.Reference;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// Statements about rows. Which way a query goes through a table is the planner's affair: only what has no condition is
/// said to read all of it.
final class Queries {
    private final Marks marks;
    private final Ground ground;
    private final Footprint footprint;

    Queries(Marks marks) {
        this.marks = marks;
        this.ground = marks.ground();
        this.footprint = marks.footprint();
    }

    void read(Node statement) {
        switch (statement.type()) {
            case "SelectStmt" -> select(statement);
            case "InsertStmt" -> insert(statement);
            case "UpdateStmt" -> update(statement);
            case "DeleteStmt" -> delete(statement);
            case "MergeStmt" -> merge(statement);
            case "CopyStmt" -> copy(statement);
            case "DeclareCursorStmt" -> statement.child("query").ifPresent(query -> source(query, true));
            default -> footprint.doubt("what the statement touches");
        }
    }

    private void select(Node statement) {
        source(statement, true);
        boolean locks = !statement.list("lockingClause").isEmpty();
        if (locks) {
            statement.list("fromClause").stream()
                    .flatMap(Node::all)
                    .filter(node -> node.is("RangeVar"))
                    .forEach(table -> {
                        marks.lock(table, ROW_SHARE);
                        ground.table(ground.nameOf(table)).ifPresent(found -> marks.lockIndexes(found, ROW_SHARE));
                    });
        }
    }

    /// The tables that a query or an expression reads, and the sequences that it moves.
    ///
    /// @param runs whether the query runs, or is only looked at
    void source(Node query, boolean runs) {
        Set<String> local = query.all()
                .filter(node -> node.is("CommonTableExpr"))
                .map(node -> node.text("ctename"))
                .collect(Collectors.toSet());
        boolean whole = runs && readsAll(query);
        query.all()
                .filter(node -> node.is("RangeVar"))
                .filter(node -> node.has("schemaname") || !local.contains(node.text("relname")))
                .forEach(node -> read(ground.nameOf(node), runs, whole));
        if (runs) {
            query.all().filter(node -> node.is("FuncCall")).forEach(this::sequence);
        }
    }

    /// No condition, no join, no limit.
    private static boolean readsAll(Node query) {
        return query.is("SelectStmt")
                && !query.has("whereClause")
                && !query.has("limitCount")
                && query.list("fromClause").size() == 1
                && query.list("fromClause").getFirst().is("RangeVar");
    }

    private void read(QualifiedName name, boolean runs, boolean whole) {
        Optional<Touched> relation = ground.relation(name);
        if (relation.isEmpty()) {
            if (ground.isKnown() && ground.schema(name.schema()).isPresent()) {
                marks.missing("relation", name);
            }
            return;
        }
        footprint.lock(relation.get(), ACCESS_SHARE);
        if (whole && relation.get().kind() == Kind.MATERIALIZED_VIEW) {
            footprint.scan(relation.get());
        }
        if (whole) {
            marks.scan(name);
        }
        if (!runs) {
            return;
        }
        ground.view(name)
                .filter(view -> !view.materialized())
                .ifPresent(view -> new Uses(ground).sources(view).forEach(source -> marks.lock(source, ACCESS_SHARE)));
        ground.table(name)
                .ifPresent(table -> ground.descendants(table.name()).forEach(child -> {
                    marks.lock(child, ACCESS_SHARE);
                    if (whole) {
                        marks.scan(child);
                    }
                }));
    }

    private void sequence(Node call) {
        Expressions.sequenceOf(call)
                .filter(name -> !name.isEmpty())
                .map(name -> ground.nameOf(name, ground::relation))
                .ifPresent(sequence -> footprint.lock(Ground.sequence(sequence), ROW_EXCLUSIVE));
    }

    private Optional<Table> target(Node statement) {
        Node rangeVar = statement.child("relation").orElseThrow();
        marks.lock(rangeVar, ROW_EXCLUSIVE);
        return ground.table(ground.nameOf(rangeVar));
    }

    private void insert(Node statement) {
        Optional<Table> target = target(statement);
        statement.child("selectStmt").ifPresent(query -> source(query, true));
        List<String> listed = statement.list("cols").stream()
                .map(column -> column.text("name"))
                .toList();
        target.ifPresent(table -> {
            partitions(table, ROW_EXCLUSIVE, false);
            for (Column column : table.columns()) {
                if (!listed.isEmpty() && !listed.contains(column.name())) {
                    usesDefault(column);
                }
            }
            for (ForeignKey key : table.foreignKeys()) {
                if (listed.isEmpty() || listed.containsAll(key.columns())) {
                    looksUp(key);
                }
            }
            if (statement.has("onConflictClause")) {
                marks.lockIndexes(table, ROW_EXCLUSIVE);
            }
        });
    }

    private void usesDefault(Column column) {
        marks.lockDefault(column, ROW_EXCLUSIVE);
        Column.IdentityColumn identity = column.identity();
        if (identity != null) {
            footprint.lock(Ground.sequence(identity.sequence()), ROW_EXCLUSIVE);
        }
    }

    /// The other side of a foreign key is asked with FOR KEY SHARE.
    private void looksUp(ForeignKey key) {
        marks.lock(key.referencedTable(), ROW_SHARE);
        ground.table(key.referencedTable()).ifPresent(referenced -> marks.lockIndexes(referenced, ROW_SHARE));
    }

    private void update(Node statement) {
        Optional<Table> target = target(statement);
        List<String> changed = statement.list("targetList").stream()
                .map(column -> column.text("name"))
                .toList();
        reads(statement);
        target.ifPresent(table -> {
            writes(table, !statement.has("whereClause"));
            for (ForeignKey key : table.foreignKeys()) {
                if (key.columns().stream().anyMatch(changed::contains)) {
                    looksUp(key);
                }
            }
            for (Reference reference : ground.references(table.name())) {
                if (reference.key().referencedColumns().stream().anyMatch(changed::contains)) {
                    follows(reference, reference.key().onUpdate());
                }
            }
        });
    }

    private void delete(Node statement) {
        Optional<Table> target = target(statement);
        reads(statement);
        target.ifPresent(table -> {
            writes(table, !statement.has("whereClause"));
            ground.references(table.name())
                    .forEach(reference -> follows(reference, reference.key().onDelete()));
        });
    }

    /// What the foreign keys of other tables do when a row goes.
    private void follows(Reference reference, Constraint.Action action) {
        switch (action) {
            case NO_ACTION, RESTRICT -> {
                marks.lock(reference.table(), ROW_SHARE);
                marks.lockIndexes(reference.table(), ROW_SHARE);
            }
            case CASCADE, SET_NULL, SET_DEFAULT -> {
                marks.lock(reference.table(), ROW_EXCLUSIVE);
                marks.lockIndexes(reference.table(), ROW_EXCLUSIVE);
            }
        }
    }

    private void merge(Node statement) {
        Optional<Table> target = target(statement);
        statement.child("sourceRelation").ifPresent(source -> source(source, true));
        target.ifPresent(table -> writes(table, false));
    }

    private void writes(Table table, boolean all) {
        marks.lockIndexes(table, ROW_EXCLUSIVE);
        if (all) {
            marks.scan(table);
        }
        partitions(table, ROW_EXCLUSIVE, all);
    }

    private void partitions(Table table, LockMode mode, boolean all) {
        for (Table partition : ground.descendants(table.name())) {
            marks.lock(partition, mode);
            if (all) {
                marks.scan(partition);
            }
        }
    }

    /// Everything beside the target that a statement reads.
    private void reads(Node statement) {
        statement.list("fromClause").forEach(from -> source(from, true));
        statement.list("usingClause").forEach(from -> source(from, true));
        statement.child("whereClause").ifPresent(where -> source(where, true));
        statement.list("targetList").forEach(value -> source(value, true));
    }

    private void copy(Node statement) {
        statement.child("query").ifPresent(query -> source(query, true));
        statement.child("relation").ifPresent(relation -> {
            marks.lock(relation, statement.flag("is_from") ? ROW_EXCLUSIVE : ACCESS_SHARE);
            if (!statement.flag("is_from")) {
                marks.scan(ground.nameOf(relation));
            }
        });
    }
}
