package mana.studio.safety.predict;

import static mana.studio.safety.LockMode.ACCESS_EXCLUSIVE;
import static mana.studio.safety.LockMode.ACCESS_SHARE;
import static mana.studio.safety.LockMode.EXCLUSIVE;
import static mana.studio.safety.LockMode.ROW_EXCLUSIVE;
import static mana.studio.safety.LockMode.SHARE;
import static mana.studio.safety.LockMode.SHARE_UPDATE_EXCLUSIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mana.studio.safety.LockMode;
import mana.studio.safety.predict.Ground.Reference;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.statement.Node;

/// Statements that leave the schema as it is and work on files: TRUNCATE, VACUUM, CLUSTER, REINDEX, REFRESH; and LOCK.
final class Maintenance {
    private final Marks marks;
    private final Ground ground;
    private final Footprint footprint;

    Maintenance(Marks marks) {
        this.marks = marks;
        this.ground = marks.ground();
        this.footprint = marks.footprint();
    }

    void truncate(Node statement) {
        boolean cascade = statement.text("behavior").equals("DROP_CASCADE");
        List<Table> emptied = new ArrayList<>();
        for (Node rangeVar : statement.list("relations")) {
            marks.lock(rangeVar, ACCESS_EXCLUSIVE);
            ground.table(ground.nameOf(rangeVar))
                    .ifPresent(table -> emptied.addAll(marks.family(table, !rangeVar.flag("inh"))));
        }
        for (int at = 0; at < emptied.size(); at++) {
            Table table = emptied.get(at);
            for (Reference reference : ground.references(table.name())) {
                if (emptied.stream()
                        .noneMatch(
                                other -> other.name().equals(reference.table().name()))) {
                    if (!cascade) {
                        footprint.refuse("cannot truncate a table referenced in a foreign key constraint");
                    }
                    emptied.add(reference.table());
                }
            }
            empty(table, statement.flag("restart_seqs"));
        }
    }

    private void empty(Table table, boolean restarts) {
        marks.lock(table, ACCESS_EXCLUSIVE);
        if (!table.isPartitioned()) {
            footprint.rewrite(Ground.table(table));
            marks.lockIndexes(table, ACCESS_EXCLUSIVE);
            Ground.namesOfIndexes(table).forEach(index -> footprint.rewrite(Ground.index(index)));
        }
        if (restarts) {
            marks.lockSequences(table, ACCESS_EXCLUSIVE);
            ground.sequences(table).forEach(sequence -> footprint.rewrite(Ground.sequence(sequence)));
        }
    }

    void lock(Node statement) {
        LockMode[] modes = LockMode.values();
        int number = statement.number("mode");
        LockMode mode = number >= 1 && number <= modes.length ? modes[number - 1] : ACCESS_EXCLUSIVE;
        for (Node rangeVar : statement.list("relations")) {
            marks.lock(rangeVar, mode);
            QualifiedName name = ground.nameOf(rangeVar);
            ground.table(name)
                    .ifPresent(table ->
                            marks.family(table, !rangeVar.flag("inh")).forEach(each -> marks.lock(each, mode)));
            ground.view(name)
                    .ifPresent(view -> new Uses(ground).sources(view).forEach(source -> marks.lock(source, mode)));
        }
    }

    /// VACUUM and ANALYZE.
    void vacuum(Node statement) {
        boolean vacuum = statement.flag("is_vacuumcmd");
        boolean full = vacuum
                && statement.list("options").stream()
                        .anyMatch(option -> option.text("defname").equals("full"));
        if (vacuum) {
            footprint.needsNoTransaction();
        }
        List<Node> tables = statement.list("rels");
        if (tables.isEmpty()) {
            footprint.doubt("the tables of the database");
        }
        for (Node each : tables) {
            Node rangeVar = each.child("relation").orElseThrow();
            marks.lock(rangeVar, full ? ACCESS_EXCLUSIVE : SHARE_UPDATE_EXCLUSIVE);
            Optional<Table> table = ground.table(ground.nameOf(rangeVar));
            if (full) {
                table.ifPresent(found -> marks.family(found, false).forEach(own -> marks.rewrite(own, Set.of())));
            } else {
                table.filter(Table::isPartitioned)
                        .ifPresent(parent -> ground.descendants(parent.name())
                                .forEach(child -> marks.lock(child, SHARE_UPDATE_EXCLUSIVE)));
            }
        }
    }

    void cluster(Node statement) {
        Optional<Node> rangeVar = statement.child("relation");
        if (rangeVar.isEmpty()) {
            footprint.needsNoTransaction();
            footprint.doubt("the tables that were clustered before");
            return;
        }
        marks.lock(rangeVar.get(), ACCESS_EXCLUSIVE);
        ground.table(ground.nameOf(rangeVar.get())).ifPresent(table -> marks.rewrite(table, Set.of()));
    }

    void reindex(Node statement) {
        boolean concurrent = statement.list("params").stream()
                .anyMatch(option -> option.text("defname").equals("concurrently"));
        String kind = statement.text("kind");
        if (concurrent || !kind.equals("REINDEX_OBJECT_INDEX") && !kind.equals("REINDEX_OBJECT_TABLE")) {
            footprint.needsNoTransaction();
        }
        Optional<Node> rangeVar = statement.child("relation");
        if (rangeVar.isEmpty()) {
            footprint.doubt("the indexes of the schema or database");
            return;
        }
        QualifiedName name = ground.nameOf(rangeVar.get());
        boolean one = kind.equals("REINDEX_OBJECT_INDEX");
        if (one && !ground.isKnown()) {
            footprint.lock(Ground.index(name), concurrent ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE);
            footprint.doubt("the table of index " + name);
            return;
        }
        Optional<? extends Relation> relation =
                one ? ground.indexTable(name) : ground.view(name).isPresent() ? ground.view(name) : ground.table(name);
        if (relation.isEmpty()) {
            marks.missing("relation", name);
            return;
        }
        footprint.lock(Ground.touched(relation.get()), concurrent ? SHARE_UPDATE_EXCLUSIVE : SHARE);
        for (QualifiedName index : one ? List.of(name) : Ground.namesOfIndexes(relation.get())) {
            footprint.lock(Ground.index(index), concurrent ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE);
            footprint.rewrite(Ground.index(index));
            footprint.scan(Ground.touched(relation.get()));
        }
    }

    void refresh(Node statement) {
        boolean concurrent = statement.flag("concurrent");
        Node rangeVar = statement.child("relation").orElseThrow();
        marks.lock(rangeVar, concurrent ? EXCLUSIVE : ACCESS_EXCLUSIVE);
        Optional<View> view = ground.view(ground.nameOf(rangeVar));
        if (view.isEmpty()) {
            return;
        }
        boolean unique = view.get().indexes().stream().anyMatch(Index::unique);
        if (concurrent && !unique) {
            footprint.refuse("cannot refresh materialized view " + view.get().name() + " concurrently");
        }
        LockMode onIndexes = concurrent ? ROW_EXCLUSIVE : ACCESS_EXCLUSIVE;
        marks.lockIndexes(view.get(), onIndexes);
        if (!concurrent) {
            footprint.rewrite(Ground.touched(view.get()));
            Ground.namesOfIndexes(view.get()).forEach(index -> footprint.rewrite(Ground.index(index)));
        }
        if (!view.get().indexes().isEmpty()) {
            footprint.scan(Ground.touched(view.get()));
        }
        new Uses(ground).sources(view.get()).forEach(source -> {
            marks.lock(source, ACCESS_SHARE);
            marks.scan(source);
        });
    }
}
