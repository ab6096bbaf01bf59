package mana.studio.safety.predict;

import static mana.studio.safety.LockMode.ACCESS_EXCLUSIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// Marks on a footprint, in the terms of tables and what hangs on them.
record Marks(Ground ground, Footprint footprint) {
    /// Locks what a statement names; refuses where it is known not to exist.
    Optional<Touched> lock(Node rangeVar, LockMode mode) {
        QualifiedName name = ground.nameOf(rangeVar);
        Optional<Touched> relation = ground.relation(name);
        relation.ifPresentOrElse(found -> footprint.lock(found, mode), () -> missing("relation", name));
        return relation;
    }

    void missing(String what, Object name) {
        footprint.refuse(what + " " + name + " does not exist");
    }

    void lock(Table table, LockMode mode) {
        footprint.lock(Ground.table(table), mode);
    }

    /// A table the model may not know.
    void lock(QualifiedName table, LockMode mode) {
        ground.relation(table).ifPresent(found -> footprint.lock(found, mode));
    }

    void lockIndexes(Relation relation, LockMode mode) {
        Ground.namesOfIndexes(relation).forEach(index -> footprint.lock(Ground.index(index), mode));
    }

    void lockSequences(Table table, LockMode mode) {
        ground.sequences(table).forEach(sequence -> footprint.lock(Ground.sequence(sequence), mode));
    }

    /// A table and what inherits from it; only itself where the statement says ONLY.
    List<Table> family(Table table, boolean only) {
        List<Table> family = new ArrayList<>(List.of(table));
        if (!only) {
            family.addAll(ground.descendants(table.name()));
        }
        return family;
    }

    /// Reads it from end to end; a partitioned table has nothing to read.
    void scan(Table table) {
        if (!table.isPartitioned()) {
            footprint.scan(Ground.table(table));
        }
    }

    void scan(QualifiedName name) {
        ground.table(name).ifPresent(this::scan);
    }

    /// Writes a table anew and with it every index but those that the statement makes anew itself: the new ones are
    /// none
    /// of those that were there.
    void rewrite(Table table, Set<QualifiedName> replacedIndexes) {
        lock(table, ACCESS_EXCLUSIVE);
        if (table.isPartitioned()) {
            return;
        }
        lockIndexes(table, ACCESS_EXCLUSIVE);
        footprint.rewrite(Ground.table(table));
        footprint.scan(Ground.table(table));
        Ground.namesOfIndexes(table).stream()
                .filter(index -> !replacedIndexes.contains(index))
                .forEach(index -> footprint.rewrite(Ground.index(index)));
    }

    /// The sequence in a default that is stored anew: what it depends on is locked since 16.
    void lockStoredDefault(Column column) {
        if (ground.since(16)) {
            lockDefault(column, LockMode.ACCESS_SHARE);
        }
    }

    /// The sequence from which a column's default takes its values, whoever owns it.
    void lockDefault(Column column, LockMode mode) {
        String expression = column.defaultExpression();
        if (expression == null || !expression.contains("nextval(")) {
            return;
        }
        Expressions.tree(expression).ifPresent(tree -> lockSequencesIn(tree, mode));
    }

    /// The sequences that an expression names, where it is stored: since 16.
    void lockStored(Node expression) {
        if (ground.since(16)) {
            lockSequencesIn(expression, LockMode.ACCESS_SHARE);
        }
    }

    void lockSequencesIn(Node expression, LockMode mode) {
        expression
                .all()
                .filter(node -> node.is("FuncCall"))
                .flatMap(call -> Expressions.sequenceOf(call).stream())
                .forEach(name -> footprint.lock(Ground.sequence(ground.nameOf(name, ground::relation)), mode));
    }

    /// The table at the other end of a foreign key, and its partitions.
    void lockReferenced(ForeignKey key, LockMode mode) {
        lockReferenced(key.referencedTable(), mode);
    }

    void lockReferenced(QualifiedName referenced, LockMode mode) {
        lock(referenced, mode);
        ground.descendants(referenced).stream()
                .filter(table -> table.partitionOf() != null)
                .forEach(partition -> lock(partition, mode));
    }
}
