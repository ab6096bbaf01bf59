package mana.studio.safety.safer;

import java.util.List;
import java.util.Optional;
import mana.studio.ddl.Pieces;
import mana.studio.plan.IndexChange.CreateIndex;
import mana.studio.plan.IndexChange.DropIndex;
import mana.studio.plan.Statement;
import mana.studio.schema.Constraint;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;

/// Indexes come and go concurrently. One that changes is built under another name; then the two change names.
final class IndexRule {
    private IndexRule() {}

    /// @param taken whether another has the name until this change
    /// @param late  whether a column of it gets its type in the same transaction
    static void create(
            Recipe recipe, Site site, CreateIndex create, List<Statement> statements, boolean taken, boolean late) {
        QualifiedName relation = create.relation().name();
        Index index = create.index();
        if (!site.isBusy(relation)) {
            recipe.plain(statements);
        } else if (create.relation() instanceof Table table && table.isPartitioned()) {
            recipe.purpose("Index " + index.name() + " of " + relation + " takes those of its partitions");
            if (taken) {
                recipe.plain(statements);
            } else {
                new PartitionedIndex(recipe, site).write(table, index);
            }
        } else if (taken && !late) {
            String helper = Helper.IDX.name(relation, index.name());
            recipe.purpose("The new index takes the name " + index.name());
            recipe.prepare(site.steps().index(index.withName(helper), relation));
            recipe.run(rename(relation, helper, index.name()));
        } else if (late) {
            recipe.complete(site.steps().index(index, relation));
        } else {
            recipe.alone(site.steps().index(index, relation));
        }
    }

    /// @param again  whether another takes the name in the same transaction
    /// @param atOnce whether something else in it can only go after the index
    static void drop(
            Recipe recipe, Site site, DropIndex drop, List<Statement> statements, boolean again, boolean atOnce) {
        QualifiedName relation = drop.relation().name();
        QualifiedName name = new QualifiedName(relation.schema(), drop.name());
        boolean partitioned = drop.relation() instanceof Table table && table.isPartitioned();
        if (!site.isBusy(relation) || partitioned || drop.index().partitionOf() != null || atOnce) {
            recipe.plain(statements);
        } else if (again) {
            String helper = Helper.OLD.name(relation, drop.name());
            recipe.run(rename(relation, drop.name(), helper));
            recipe.complete(site.steps().dropIndex(new QualifiedName(relation.schema(), helper)));
        } else {
            recipe.alone(site.steps().dropIndex(name));
        }
    }

    private static String rename(QualifiedName relation, String from, String to) {
        return "ALTER INDEX " + Identifier.quote(relation.schema(), from) + " RENAME TO " + Identifier.quote(to);
    }

    /// The index of a partitioned table alone; concurrently on each partition; then attached.
    private record PartitionedIndex(Recipe recipe, Site site) {
        void write(Table table, Index index) {
            recipe.prepare(site.steps().transaction(
                    "Index " + index.name() + " of " + table.name() + ", still without its partitions",
                    Pieces.indexOnly(index, table.name())));
            for (Table child : site.children(table.name())) {
                if (child.foreign() != null) {
                    continue;
                }
                QualifiedName parent = new QualifiedName(table.name().schema(), index.name());
                Optional<Constraint> key = keyFor(child, index, parent);
                Index own = key.map(found -> index.withName(found.name()))
                        .orElseGet(() -> own(child, index, parent));
                if (child.isPartitioned()) {
                    write(child, own);
                } else if (key.isEmpty()
                        && child.indexes().stream().noneMatch(one -> one.name().equals(own.name()))) {
                    recipe.prepare(site.steps().index(own, child.name()));
                }
                recipe.run("ALTER INDEX " + Identifier.quote(table.name().schema(), index.name())
                        + " ATTACH PARTITION " + Identifier.quote(child.name().schema(), own.name()));
            }
        }

        /// A key of the partition whose index serves.
        private Optional<Constraint> keyFor(Table child, Index index, QualifiedName parent) {
            List<String> columns = index.keys().stream().map(key -> String.valueOf(key.column())).toList();
            boolean named = site.after().table(child.name()).stream()
                    .flatMap(after -> after.indexes().stream())
                    .anyMatch(one -> parent.equals(one.partitionOf()));
            return child.constraints().stream()
                    .filter(one -> !named && index.unique() && KeyRule.isKey(one) && one.columns().equals(columns))
                    .findFirst();
        }

        /// As it is called in the end.
        private Index own(Table child, Index index, QualifiedName parent) {
            Optional<Index> found = site.after().table(child.name()).stream()
                    .flatMap(after -> after.indexes().stream())
                    .filter(one -> parent.equals(one.partitionOf()))
                    .findFirst();
            return found.orElseGet(
                    () -> index.withName(Helper.IDX.name(child.name(), index.name())));
        }
    }
}
