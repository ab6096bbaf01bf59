package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import mana.studio.ddl.Pieces;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import mana.studio.sql.Identifier;

/// What a safer plan that was stopped has left. What nobody but the plan has written to goes at once: it is made again.
/// Rows that are being filled go on being filled.
final class Leftovers {
    private final Steps steps;
    private final Draft draft;
    private final Database wanted;
    private final List<Step> cleaning = new ArrayList<>();
    private final Set<Part> filling = new HashSet<>();
    private final Set<QualifiedName> removed = new HashSet<>();

    private Leftovers(Database found, Database wanted, Steps steps) {
        this.wanted = wanted;
        this.steps = steps;
        this.draft = new Draft(found);
    }

    /// @param database as it is once the leftovers are gone, without what goes on being needed
    /// @param cleaning removes them
    /// @param filling  the columns whose rows still want a value
    record Result(Database database, List<Step> cleaning, Set<Part> filling) {}

    /// @param wanted where the plan leads
    static Result of(Database found, Database wanted, Steps steps) {
        Leftovers leftovers = new Leftovers(found, wanted, steps);
        // Parents first.
        found.tables().filter(Table::isPartitioned).forEach(leftovers::clean);
        found.tables().filter(table -> !table.isPartitioned()).forEach(leftovers::clean);
        found.schemas().stream().flatMap(schema -> schema.routines().stream())
                .filter(routine -> Helper.SYNC.isName(routine.name().name()))
                .forEach(leftovers::forget);
        found.schemas().stream().map(Schema::sequences).flatMap(List::stream)
                .filter(sequence -> Helper.SEQ.isName(sequence.name().name()))
                .forEach(leftovers::forget);
        return new Result(leftovers.draft.database(), leftovers.cleaning, leftovers.filling);
    }

    private void forget(Routine routine) {
        draft.remove(ObjectName.of(routine));
    }

    private void forget(Sequence sequence) {
        draft.remove(ObjectName.of(sequence));
    }

    private void clean(Table table) {
        List<String> sql = new ArrayList<>();
        String name = Pieces.name(table.name());
        for (Trigger trigger : table.triggers()) {
            if (Helper.SYNC.isName(trigger.name()) && !trigger.inherited()) {
                sql.add("DROP TRIGGER " + Identifier.quote(trigger.name()) + " ON " + name);
                sql.add("DROP FUNCTION "
                        + Pieces.name(new QualifiedName(table.name().schema(), trigger.name())) + "()");
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (isProof(constraint) && constraint.local()) {
                sql.add("ALTER TABLE " + name + " DROP CONSTRAINT " + Identifier.quote(constraint.name()));
            }
        }
        Set<String> gone = new HashSet<>();
        for (Column column : table.columns()) {
            if (isCopy(column)) {
                gone.add(column.name());
                if (column.local() && table.partitionOf() == null) {
                    sql.add("ALTER TABLE " + name + " DROP COLUMN " + Identifier.quote(column.name()));
                }
            }
        }
        if (!sql.isEmpty()) {
            cleaning.add(steps.transaction("Remove what an earlier run left at " + table.name(), sql));
        }
        indexes(table, gone);
        draft.change(table.name(), each -> without(each, gone));
    }

    private static boolean isCopy(Column column) {
        return Helper.NEW.isName(column.name()) || ColumnCopy.isCopy(column);
    }

    private static boolean isProof(Constraint constraint) {
        return Helper.NN.isName(constraint.name()) || Helper.BOUND.isName(constraint.name());
    }

    /// Whether the index is only in the way: one of ours, one whose build failed, or one that was to become a key's.
    private boolean isInTheWay(Table table, Index index) {
        if (Helper.IDX.isName(index.name()) || Helper.OLD.isName(index.name())) {
            return true;
        }
        Table goal = wanted.table(table.name()).orElse(null);
        boolean wantsKey = goal != null
                && index.unique()
                && goal.constraints().stream()
                        .anyMatch(one -> KeyRule.isKey(one) && one.name().equals(index.name()));
        boolean wantsIndex = goal != null
                && goal.indexes().stream().anyMatch(one -> one.name().equals(index.name()) && one.valid());
        return wantsKey || (wantsIndex && !index.valid());
    }

    private static boolean goesByItself(Index index, Set<String> gone) {
        return index.partitionOf() != null
                || index.keys().stream().anyMatch(key -> key.column() != null && gone.contains(key.column()));
    }

    private void indexes(Table table, Set<String> gone) {
        for (Index index : table.indexes()) {
            if (isInTheWay(table, index) && !goesByItself(index, gone)) {
                String name = Identifier.quote(table.name().schema(), index.name());
                cleaning.add(
                        table.isPartitioned()
                                ? steps.transaction("Remove an index that an earlier run left", "DROP INDEX " + name)
                                : steps.alone(
                                        "Remove an index that an earlier run left",
                                        "DROP INDEX CONCURRENTLY IF EXISTS " + name));
                removed.add(new QualifiedName(table.name().schema(), index.name()));
            }
        }
    }

    private Table without(Table table, Set<String> gone) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (gone.contains(column.name())) {
                continue;
            }
            boolean counting = Helper.SEQ.isName(sequenceOf(column));
            boolean marked = table.constraints().stream()
                    .anyMatch(one -> one.name().equals(Helper.FILL.name(table.name(), column.name())));
            if (counting || marked) {
                filling.add(Part.column(table.name(), column.name()));
            }
            columns.add(counting ? column.withDefault(null) : column);
        }
        Predicate<Constraint> stays = constraint -> !isProof(constraint)
                && !Helper.FILL.isName(constraint.name())
                && constraint.columns().stream().noneMatch(gone::contains);
        Table changed = table.with(columns, table.constraints().stream().filter(stays).toList());
        draft.removeDependencies(dependency -> dependency.dependent().object().name().equals(table.name())
                && (gone.contains(dependency.dependent().name())
                        || Helper.SYNC.isName(dependency.dependent().name())
                        || Helper.SEQ.isName(dependency.on().object().name().name())));
        return Draft.with(
                changed,
                changed.constraints(),
                table.indexes().stream()
                        .filter(index -> !isRemoved(table, index)
                                && index.keys().stream()
                                        .noneMatch(key -> key.column() != null && gone.contains(key.column())))
                        .toList(),
                table.triggers().stream().filter(trigger -> !Helper.SYNC.isName(trigger.name())).toList(),
                table.policies());
    }

    /// With the index of a partitioned table go those that are attached to it, which come after it here.
    private boolean isRemoved(Table table, Index index) {
        QualifiedName name = new QualifiedName(table.name().schema(), index.name());
        if (index.partitionOf() != null && removed.contains(index.partitionOf())) {
            removed.add(name);
        }
        return removed.contains(name);
    }

    /// The name in `nextval('app.orders_no_mana_seq'::regclass)`; empty for other defaults.
    private static String sequenceOf(Column column) {
        String expression = Objects.requireNonNullElse(column.defaultExpression(), "");
        int end = expression.indexOf("'::regclass)");
        return expression.startsWith("nextval(") && end > 0
                ? expression.substring(0, end).replace("\"", "")
                : "";
    }

}
