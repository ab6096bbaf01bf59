package mana.studio.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mana.studio.plan.Rename.Kind;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;

/// Indexes and constraints that differ in nothing but the name: a rename is the same as dropping and building again,
/// and costs nothing. Nobody needs to be asked.
final class NameOnly {
    private final Lookup from;
    private final List<Rename> renames = new ArrayList<>();
    private final Set<QualifiedName> taken = new HashSet<>();

    private NameOnly(Lookup from) {
        this.from = from;
    }

    static List<Rename> renames(Database from, Database to) {
        Lookup before = new Lookup(from);
        Lookup after = new Lookup(to);
        NameOnly found = new NameOnly(before);
        for (Schema schema : from.schemas()) {
            Schema other = after.schema(schema.name()).orElse(null);
            if (other != null && !schema.equals(other)) {
                schema.relations()
                        .forEach(relation -> after.relation(relation.name())
                                .filter(now -> !now.equals(relation))
                                .ifPresent(now -> found.between(relation, now)));
            }
        }
        return found.renames;
    }

    private void between(Relation before, Relation after) {
        boolean related = before instanceof Table table
                && (table.isPartitioned()
                        || Lookup.parents(table).findAny().isPresent()
                        || !from.childrenOf(table.name()).isEmpty());
        if (related) {
            // Names of children's constraints and indexes follow rules of their own.
            return;
        }
        indexes(before, after);
        if (before instanceof Table table && after instanceof Table now) {
            constraints(table, now);
        }
    }

    private void indexes(Relation before, Relation after) {
        Set<String> used = new HashSet<>();
        for (Index index : before.indexes()) {
            if (find(after.indexes(), index.name()).isEmpty() && index.valid()) {
                after.indexes().stream()
                        .filter(other -> find(before.indexes(), other.name()).isEmpty())
                        .filter(other -> !used.contains(other.name()) && InPlace.index(index, other, false))
                        .filter(other -> isFree(new QualifiedName(before.name().schema(), other.name()), before))
                        .findFirst()
                        .ifPresent(other -> {
                            used.add(other.name());
                            add(Kind.INDEX, before, index.name(), other.name());
                        });
            }
        }
    }

    private static Optional<Index> find(List<Index> indexes, String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }

    private void constraints(Table before, Table after) {
        Set<String> used = new HashSet<>();
        for (Constraint constraint : before.constraints()) {
            if (has(after, constraint.name())) {
                continue;
            }
            after.constraints().stream()
                    .filter(other -> !has(before, other.name()) && !used.contains(other.name()))
                    .filter(other -> InPlace.constraint(constraint, other, from.version()))
                    .filter(other -> isFree(new QualifiedName(before.name().schema(), other.name()), before))
                    .findFirst()
                    .ifPresent(other -> {
                        used.add(other.name());
                        add(Kind.CONSTRAINT, before, constraint.name(), other.name());
                    });
        }
    }

    private static boolean has(Table table, String constraint) {
        return table.constraints().stream().anyMatch(other -> other.name().equals(constraint));
    }

    /// Whether nothing that is there now has the name.
    private boolean isFree(QualifiedName name, Relation relation) {
        boolean unused = from.relation(name).isEmpty()
                && from.object(new mana.studio.schema.ObjectName(mana.studio.schema.ObjectName.Kind.RELATION, name, ""))
                        .isEmpty()
                && from.schema(name.schema()).stream()
                        .flatMap(Schema::relations)
                        .noneMatch(other -> find(other.indexes(), name.name()).isPresent()
                                || (other instanceof Table table && has(table, name.name())));
        return unused && taken.add(name);
    }

    private void add(Kind kind, Relation relation, String from, String to) {
        QualifiedName name = relation.name();
        renames.add(new Rename(kind, List.of(name.schema(), name.name(), from), List.of(to)));
    }
}
