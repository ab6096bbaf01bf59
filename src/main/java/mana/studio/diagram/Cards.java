package mana.studio.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Makes the card of a table.
///
/// @param table as it is designed; as it was where it is removed
/// @param ends  the columns that edges lead to
record Cards(Side before, Side after, Table table, Set<String> ends) {
    /// So many columns are shown of a table: its keys, what is pending, and the first of the rest.
    private static final int MOST = 40;

    Card card(boolean guest) {
        Table old = before.byKey(table.id().key());
        Table now = after.byKey(table.id().key());
        List<Row> rows = rows(old, now);
        List<Row> shown = guest ? rows.stream().filter(this::isWanted).toList() : cut(rows);
        return new Card(
                table.id().key(),
                table.name(),
                mark(old, now),
                note(old, now),
                guest,
                shown,
                rows.size() - shown.size());
    }

    private Mark mark(@Nullable Table old, @Nullable Table now) {
        if (old == null) {
            return Mark.ADDED;
        }
        if (now == null) {
            return Mark.REMOVED;
        }
        return old == now || before.normal(old).equals(after.normal(now)) ? Mark.NONE : Mark.CHANGED;
    }

    private String note(@Nullable Table old, @Nullable Table now) {
        int partitions = now == null ? 0 : after.partitionsOf(now);
        String was = old != null && now != null && !old.name().equals(now.name())
                ? "was "
                        + (old.name().schema().equals(now.name().schema())
                                ? old.name().name()
                                : old.name())
                : "";
        String foreign = table.foreign() == null ? "" : "foreign table";
        String parts = partitions == 0 ? "" : partitions + (partitions == 1 ? " partition" : " partitions");
        return Stream.of(was, foreign, parts).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private List<Row> rows(@Nullable Table old, @Nullable Table now) {
        if (old == null || now == null) {
            return table.columns().stream()
                    .map(column -> row(table, column, Mark.NONE))
                    .toList();
        }
        List<Row> rows = new ArrayList<>();
        now.columns().forEach(column -> rows.add(row(now, column, mark(old, column))));
        List<Column> columns = old.columns();
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            if (find(now, column) == null) {
                String previous = at == 0 ? "" : columns.get(at - 1).id().key();
                rows.add(after(rows, previous), row(old, column, Mark.REMOVED));
            }
        }
        return rows;
    }

    private static int after(List<Row> rows, String previous) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).key().equals(previous)) {
                return at + 1;
            }
        }
        return previous.isEmpty() ? 0 : rows.size();
    }

    private Mark mark(Table old, Column column) {
        Column was = find(old, column);
        if (was == null) {
            return Mark.ADDED;
        }
        return was == column || before.normal(was).equals(after.normal(column)) ? Mark.NONE : Mark.CHANGED;
    }

    private static @Nullable Column find(Table table, Column column) {
        return table.columns().stream()
                .filter(other -> other.id().same(column.id()))
                .findFirst()
                .orElse(null);
    }

    private Row row(Table owner, Column column, Mark mark) {
        String type = TypeText.brief(column.type(), owner.name().schema());
        return new Row(column.id().key(), column.name(), type, signs(owner, column), mark);
    }

    private static List<Sign> signs(Table owner, Column column) {
        List<Sign> signs = new ArrayList<>();
        for (Constraint constraint : owner.constraints()) {
            if (constraint.columns().contains(column.name())) {
                switch (constraint) {
                    case Constraint.PrimaryKey _ -> signs.add(Sign.PRIMARY_KEY);
                    case Constraint.ForeignKey _ -> signs.add(Sign.FOREIGN_KEY);
                    case Constraint.Unique unique -> {
                        if (unique.columns().size() == 1) {
                            signs.add(Sign.UNIQUE);
                        }
                    }
                    case Constraint.Check _, Constraint.Exclusion _ -> {}
                }
            }
        }
        if (column.isNotNull()) {
            signs.add(Sign.NOT_NULL);
        }
        return signs.stream().distinct().sorted().toList();
    }

    private boolean isWanted(Row row) {
        return row.is(Sign.PRIMARY_KEY) || ends.contains(row.name());
    }

    /// The order stays; what matters least goes.
    private List<Row> cut(List<Row> rows) {
        if (rows.size() <= MOST) {
            return rows;
        }
        long wanted = rows.stream().filter(this::matters).count();
        long room = Math.max(0, MOST - wanted);
        List<Row> kept = new ArrayList<>();
        for (Row row : rows) {
            if (matters(row) || room-- > 0) {
                kept.add(row);
            }
        }
        return kept;
    }

    private boolean matters(Row row) {
        return isWanted(row) || !row.keys().isEmpty() || row.mark() != Mark.NONE;
    }
}
