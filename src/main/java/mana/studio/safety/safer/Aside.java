package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.List;
import mana.studio.plan.Rename;
import mana.studio.schema.Database;
import mana.studio.schema.ObjectName;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// Where the phase *contract* leads: the goal, and the tables it no longer has under a name that nobody uses. Whatever
/// still needs one fails now, while its rows are still there.
final class Aside {
    private Aside() {}

    /// The new names of the tables that step aside.
    static List<Rename> renames(Database both, Database goal) {
        List<Rename> renames = new ArrayList<>();
        both.tables()
                .filter(table -> goal.table(table.name()).isEmpty() && !Helper.WAS.isName(table.name().name()))
                .filter(table -> !hasNamesake(both, table.name()))
                .forEach(table -> renames.add(new Rename(
                        Rename.Kind.RELATION,
                        List.of(table.name().schema(), table.name().name()),
                        List.of(table.name().schema(), Helper.WAS.name(table.name().name())))));
        return renames;
    }

    /// A function of that name would be taken for the table.
    private static boolean hasNamesake(Database both, QualifiedName name) {
        return both.schema(name.schema()).stream()
                .flatMap(schema -> schema.routines().stream())
                .anyMatch(routine -> routine.name().equals(name));
    }

    /// @param both with the tables under their new names
    static Database of(Database both, Database goal) {
        Draft draft = new Draft(goal);
        List<Table> aside = both.tables().filter(table -> goal.table(table.name()).isEmpty()).toList();
        if (aside.isEmpty()) {
            return goal;
        }
        for (Schema schema : both.schemas()) {
            draft.put(schema);
            schema.objects()
                    .filter(object -> !(object instanceof View) && !usesView(both, goal, ObjectName.of(object)))
                    .filter(object -> !draft.has(ObjectName.of(object)) && !isIndex(goal, object.name()))
                    .forEach(object -> draft.put(object instanceof Table table ? detached(table, goal) : object));
        }
        both.extensions().forEach(draft::put);
        both.others().stream()
                .filter(other -> !draft.has(ObjectName.of(other)) && other.definition() != null)
                .forEach(draft::put);
        both.dependencies().stream()
                .filter(one -> goal.relation(one.dependent().object().name()).isEmpty()
                        && draft.has(one.dependent().object()))
                .forEach(draft::put);
        return draft.database();
    }

    /// Views go at once, and functions over them as well.
    private static boolean usesView(Database both, Database goal, ObjectName name) {
        return name.kind() == ObjectName.Kind.ROUTINE
                && both.dependencies().stream()
                        .filter(one -> one.dependent().object().equals(name))
                        .map(one -> one.on().object().name())
                        .anyMatch(on -> both.relation(on).filter(View.class::isInstance).isPresent()
                                && goal.relation(on).isEmpty());
    }

    /// A partition of a table that stays leaves it.
    private static Table detached(Table table, Database goal) {
        boolean leaves = table.partitionOf() != null
                && goal.table(table.partitionOf().parent()).isPresent();
        return leaves ? table.withPartitionOf(null) : table;
    }

    private static boolean isIndex(Database goal, QualifiedName name) {
        return goal.schema(name.schema()).stream()
                .flatMap(Schema::relations)
                .flatMap(relation -> relation.indexes().stream())
                .anyMatch(index -> index.name().equals(name.name()));
    }
}
