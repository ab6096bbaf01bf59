package mana.studio.safety.predict;

import static mana.studio.safety.LockMode.ACCESS_EXCLUSIVE;
import static mana.studio.safety.LockMode.ACCESS_SHARE;
import static mana.studio.safety.LockMode.SHARE_ROW_EXCLUSIVE;
import static mana.studio.safety.LockMode.SHARE_UPDATE_EXCLUSIVE;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mana.studio.safety.predict.TableAlterations.Command;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// Partitions attached and detached.
final class PartitionAlterations {
    private final Marks marks;
    private final Ground ground;

    PartitionAlterations(Marks marks) {
        this.marks = marks;
        this.ground = marks.ground();
    }

    void attach(Command command) {
        Node partition = command.definition().orElseThrow();
        Optional<Node> bound = partition.child("bound");
        marks.lock(partition.child("name").orElseThrow(), ACCESS_EXCLUSIVE);
        QualifiedName name = ground.nameOf(partition.child("name").orElseThrow());
        for (Table table :
                ground.table(name).map(found -> marks.family(found, false)).orElse(List.of())) {
            marks.lock(table, ACCESS_EXCLUSIVE);
            if (!isProven(command.table(), table, bound) || !hasIndexesOf(command.table(), table)) {
                marks.scan(table);
            }
        }
        makeRoom(command.table(), bound);
        marks.lockIndexes(command.table(), SHARE_UPDATE_EXCLUSIVE);
        command.table().foreignKeys().forEach(key -> marks.lockReferenced(key, SHARE_ROW_EXCLUSIVE));
    }

    private static boolean isProven(Table parent, Table partition, Optional<Node> bound) {
        List<String> key = Partitions.keyColumns(parent);
        return key.size() == 1
                && bound.map(spec -> Partitions.isProvenInside(partition, key.getFirst(), spec))
                        .orElse(false);
    }

    /// Whether there is an index for each of the parent's: what is missing is built.
    private static boolean hasIndexesOf(Table parent, Table partition) {
        boolean indexes = parent.indexes().stream()
                .allMatch(index -> partition.indexes().stream()
                        .anyMatch(own -> own.keys().equals(index.keys())
                                && own.unique() == index.unique()
                                && Objects.equals(own.predicate(), index.predicate())));
        return indexes
                && parent.constraints().stream()
                        .filter(Ground::isIndexed)
                        .allMatch(key -> partition.constraints().stream()
                                .anyMatch(own -> own.getClass() == key.getClass()
                                        && own.columns().equals(key.columns())));
    }

    /// What goes to the new partition must not be in the default one, which is read to see.
    void makeRoom(Table parent, Optional<Node> bound) {
        List<String> key = Partitions.keyColumns(parent);
        ground.defaultPartition(parent.name()).ifPresent(other -> {
            marks.lock(other, ACCESS_EXCLUSIVE);
            boolean proven = key.size() == 1
                    && bound.map(spec -> Partitions.isProvenOutside(other, key.getFirst(), spec))
                            .orElse(false);
            if (!proven) {
                marks.scan(other);
            }
        });
    }

    void detach(Command command) {
        Node partition = command.definition().orElseThrow();
        boolean concurrent = TableAlterations.isConcurrent(command.node());
        Optional<Table> other = ground.defaultPartition(command.table().name());
        if (concurrent) {
            marks.footprint().needsNoTransaction();
            if (other.isPresent()) {
                marks.footprint().refuse("cannot detach partitions concurrently when a default partition exists");
            }
        } else {
            other.ifPresent(table -> marks.lock(table, ACCESS_EXCLUSIVE));
        }
        // Concurrently, the partition's own lock comes at the very end, when nobody reads it through the parent.
        marks.lock(partition.child("name").orElseThrow(), ACCESS_EXCLUSIVE);
        ground.table(ground.nameOf(partition.child("name").orElseThrow())).ifPresent(this::detachIndexes);
        ground.references(command.table().name())
                .forEach(reference -> marks.lock(reference.table(), SHARE_ROW_EXCLUSIVE));
    }

    private void detachIndexes(Table partition) {
        partition.indexes().stream()
                .filter(index -> index.partitionOf() != null)
                .forEach(index -> marks.footprint()
                        .lock(Ground.index(Ground.inSchemaOf(partition, index.name())), ACCESS_EXCLUSIVE));
        partition.constraints().stream()
                .filter(constraint -> Ground.isIndexed(constraint) && !constraint.local())
                .forEach(constraint -> marks.footprint()
                        .lock(Ground.index(Ground.inSchemaOf(partition, constraint.name())), ACCESS_EXCLUSIVE));
    }

    /// `ALTER INDEX … ATTACH PARTITION`
    void attachIndex(QualifiedName parent, Node command) {
        QualifiedName child =
                ground.nameOf(command.child("def").orElseThrow().child("name").orElseThrow());
        marks.footprint().lock(Ground.index(parent), SHARE_UPDATE_EXCLUSIVE);
        marks.footprint().lock(Ground.index(child), ACCESS_EXCLUSIVE);
        ground.indexTable(parent).ifPresent(table -> marks.footprint().lock(Ground.touched(table), ACCESS_SHARE));
        ground.indexTable(child).ifPresent(table -> marks.footprint().lock(Ground.touched(table), ACCESS_SHARE));
    }
}
