package mana.studio.ui.design.state;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mana.studio.convention.Breach;
import mana.studio.design.Problem;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Column.Generated;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// A column as a line of the grid.
///
/// @param column   as the design has it; of a removed one, as it was
/// @param base     as the database has it; null for a new one
/// @param key      its place in the primary key, from 1; 0 for none
/// @param locked   why name, type and not null cannot be changed here; empty where they can
/// @param problems what is wrong with it
/// @param hints    where it breaks the house rules
public record ColumnLine(
        Mark mark,
        Column column,
        @Nullable Column base,
        int key,
        boolean wasKey,
        String locked,
        List<Problem> problems,
        List<Breach> hints) {
    public ColumnLine {
        problems = List.copyOf(problems);
        hints = List.copyOf(hints);
    }

    public Identity id() {
        return column.id();
    }

    public boolean isRemoved() {
        return mark == Mark.REMOVED;
    }

    /// The columns in their order; those removed stay behind the one they stood behind.
    public static List<ColumnLine> of(TableState state) {
        Table table = state.table();
        Table base = state.base();
        List<ColumnLine> lines = new ArrayList<>();
        if (table != null) {
            table.columns().forEach(column -> lines.add(line(column, find(base, column.id()), state)));
        }
        if (base != null) {
            int at = 0;
            for (Column column : base.columns()) {
                if (find(table, column.id()) == null) {
                    lines.add(at++, line(column, column, state));
                } else {
                    at = indexOf(lines, column.id()) + 1;
                }
            }
        }
        return lines;
    }

    private static ColumnLine line(Column column, @Nullable Column base, TableState state) {
        boolean kept = find(state.table(), column.id()) != null;
        List<Problem> problems = state.problems().stream()
                .filter(problem -> problem.spot().part() instanceof Identity part && part.same(column.id()))
                .toList();
        List<Breach> hints = state.hints().stream()
                .filter(hint -> hint.spot().part() instanceof Identity part && part.same(column.id()))
                .toList();
        Table table = kept ? state.table() : state.base();
        return new ColumnLine(
                Mark.of(base, kept ? column : null),
                column,
                base,
                keyPlace(table, column),
                base != null && keyPlace(state.base(), base) > 0,
                locked(table, column),
                problems,
                hints);
    }

    /// Why name, type and not null of a column cannot be changed here; empty where they can.
    public static String locked(@Nullable Table table, Column column) {
        String fixed = table == null ? "" : fixed(table);
        return fixed.isEmpty() && !column.local() ? "It comes from the parent table: change it there." : fixed;
    }

    /// Why a table's columns are not its own; empty where they are.
    public static String fixed(Table table) {
        Table.PartitionOf partition = table.partitionOf();
        if (partition != null) {
            return "The columns of a partition are those of " + partition.parent() + ": change them there.";
        }
        return table.ofType() == null
                ? ""
                : "The columns of a typed table are those of " + table.ofType() + ": change them there.";
    }

    private static int keyPlace(@Nullable Table table, Column column) {
        return table == null
                ? 0
                : table.primaryKey()
                        .map(key -> key.columns().indexOf(column.name()) + 1)
                        .orElse(0);
    }

    private static int indexOf(List<ColumnLine> lines, Identity id) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).id().same(id)) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Column find(@Nullable Table table, Identity id) {
        return table == null ? null : PartKind.COLUMN.find(table, id).orElse(null);
    }

    /// The default, or how its values are made.
    public static String defaultText(Column column) {
        Generated generated = column.generated();
        IdentityColumn identity = column.identity();
        if (generated != null) {
            return "= " + generated.expression();
        }
        if (identity != null) {
            return identity.always() ? "identity, always" : "identity, by default";
        }
        return column.defaultExpression() == null ? "" : column.defaultExpression();
    }

    /// Where some of its fields break the house rules, in a sentence each; empty for nowhere.
    public String hintsAt(Field... fields) {
        List<Field> asked = List.of(fields);
        return hints.stream()
                .filter(hint -> asked.contains(hint.spot().field()))
                .map(Breach::message)
                .collect(Collectors.joining("\n"));
    }

    /// What is wrong at some of its fields, in a sentence each; empty for nothing.
    public String messages(Field... fields) {
        List<Field> asked = List.of(fields);
        return problems.stream()
                .filter(problem -> asked.contains(problem.spot().field()))
                .map(Problem::message)
                .collect(Collectors.joining("\n"));
    }
}
