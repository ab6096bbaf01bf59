package mana.studio.plan.judge;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mana.studio.plan.judge.RowImage.Rows;
import mana.studio.schema.Column;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Literal;
import org.jspecify.annotations.Nullable;

/// Whether the rows of every table that is there before and after are still there, with the values of every column
/// that is. Where partitions were moved, the rows of the whole family count.
final class Survival {
    private final JudgedDatabase target;
    private final Database before;
    private final Database after;
    private final RowImage was;
    private final RowImage is;
    private final Map<QualifiedName, List<String>> losses = new TreeMap<>();

    private Survival(JudgedDatabase target, Database before, RowImage was, Database after) throws SQLException {
        this.target = target;
        this.before = before;
        this.after = after;
        this.was = was;
        this.is = RowImage.of(target, after);
    }

    /// What was lost, by the table that lost it.
    static Map<QualifiedName, List<String>> losses(JudgedDatabase target, Database before, RowImage was, Database after)
            throws SQLException {
        Survival survival = new Survival(target, before, was, after);
        for (Set<QualifiedName> family : new Families(before, after).all()) {
            if (survival.isUnmoved(family)) {
                for (QualifiedName name : family) {
                    survival.compareTable(name);
                }
            } else {
                survival.compareFamily(family);
            }
        }
        return survival.losses;
    }

    private boolean isUnmoved(Set<QualifiedName> family) {
        return family.stream().allMatch(name -> {
            Table one = before.table(name).orElse(null);
            Table other = after.table(name).orElse(null);
            return one == null
                    || other == null
                    || (Objects.equals(one.partitionOf(), other.partitionOf())
                            && Objects.equals(one.partitionKey(), other.partitionKey()));
        });
    }

    private void compareTable(QualifiedName name) throws SQLException {
        Rows rows = was.tables().get(name);
        Rows now = is.tables().get(name);
        if (rows == null || now == null) {
            return;
        }
        Table old = before.table(name).orElseThrow();
        Table made = after.table(name).orElseThrow();
        if (rows.values().size() != now.values().size()) {
            lose(name, rows.values().size() + " rows, " + now.values().size() + " left");
            return;
        }
        List<String> same = new ArrayList<>();
        for (Column column : old.columns()) {
            Column other = made.column(column.name()).orElse(null);
            if (other == null || other.generated() != null) {
                continue;
            }
            if (column.type().equals(other.type()) && column.isNotNull() == other.isNotNull()) {
                same.add(column.name());
            } else {
                compareColumn(name, column, other, rows.column(column.name()), now.column(column.name()));
            }
        }
        if (!rows.projected(same).equals(now.projected(same))) {
            lose(name, rows.projected(same) + " became " + now.projected(same));
        }
    }

    private void compareColumn(QualifiedName name, Column old, Column made, List<String> was, List<String> now)
            throws SQLException {
        List<String> left = new ArrayList<>(now);
        List<String> lost = new ArrayList<>();
        for (String value : was) {
            if (!removeLike(left, value, old.type(), made)) {
                lost.add(String.valueOf(value));
            }
        }
        if (!lost.isEmpty()) {
            lose(
                    name,
                    old.name() + " " + old.type().sql() + " to " + made.type().sql() + ": " + lost + " became " + left);
        }
    }

    private boolean removeLike(List<String> left, @Nullable String value, DataType type, Column made)
            throws SQLException {
        for (int at = 0; at < left.size(); at++) {
            if (isLike(value, left.get(at), type, made)) {
                left.remove(at);
                return true;
            }
        }
        return false;
    }

    /// Nothing is lost where the text is the same, where it can be cast back, or where the text, read by the new type,
    /// gives the value.
    private boolean isLike(@Nullable String was, @Nullable String now, DataType type, Column made) throws SQLException {
        if (Objects.equals(was, now) || (was == null && made.isNotNull())) {
            return true;
        }
        if (was == null || now == null) {
            return false;
        }
        boolean text = type.family() == DataType.Family.TEXT || type.family() == DataType.Family.JSON;
        return was.stripTrailing().equals(now.stripTrailing())
                || was.equals(cast(now, made.type(), type))
                || (text
                        && now.equals(cast(was, type, made.type()))
                        && made.type().family() != DataType.Family.TEXT)
                || now.contains(was)
                || (made.type().sql().equals("bytea") && was.equals(decoded(now)));
    }

    /// The text whose bytes these are; null where they are none.
    private @Nullable String decoded(String bytes) throws SQLException {
        try {
            return target.query("SELECT convert_from(" + Literal.quote(bytes) + "::bytea, 'UTF8')")
                    .getFirst()
                    .getFirst();
        } catch (SQLException refused) {
            return null;
        }
    }

    /// A value of one type as the text of another; null where that is refused.
    private @Nullable String cast(String value, DataType from, DataType to) throws SQLException {
        for (String through : List.of("::" + from.sql() + "::" + to.sql(), "::text::" + to.sql())) {
            try {
                return target.query("SELECT (" + Literal.quote(value) + through + ")::text")
                        .getFirst()
                        .getFirst();
            } catch (SQLException refused) {
                // The other way, or none.
            }
        }
        return null;
    }

    /// Every row of the tables that stay must be somewhere in the family.
    private void compareFamily(Set<QualifiedName> family) {
        List<QualifiedName> kept = family.stream()
                .filter(name ->
                        was.tables().containsKey(name) && after.table(name).isPresent())
                .toList();
        List<QualifiedName> now =
                family.stream().filter(is.tables()::containsKey).toList();
        List<String> common = commonColumns(Stream.concat(
                        kept.stream().map(name -> before.table(name).orElseThrow()),
                        now.stream().map(name -> after.table(name).orElseThrow()))
                .toList());
        List<String> left = new ArrayList<>();
        now.forEach(name -> left.addAll(is.tables().get(name).projected(common)));
        for (QualifiedName name : kept) {
            List<String> lost = new ArrayList<>();
            for (String row : was.tables().get(name).projected(common)) {
                if (!left.remove(row)) {
                    lost.add(row);
                }
            }
            if (!lost.isEmpty()) {
                lose(name, "in no table of the family: " + lost);
            }
        }
    }

    private static List<String> commonColumns(List<Table> tables) {
        Map<String, DataType> common = new LinkedHashMap<>();
        tables.getFirst().columns().forEach(column -> common.put(column.name(), column.type()));
        for (Table table : tables) {
            common.entrySet()
                    .removeIf(entry -> table.column(entry.getKey())
                            .filter(column -> column.type().equals(entry.getValue()) && column.generated() == null)
                            .isEmpty());
        }
        return List.copyOf(common.keySet());
    }

    private void lose(QualifiedName name, String what) {
        losses.computeIfAbsent(name, _ -> new ArrayList<>()).add(what);
    }

    /// Tables that are partitions of one another, before or after.
    private static final class Families {
        private final Map<QualifiedName, QualifiedName> heads = new HashMap<>();

        Families(Database... databases) {
            for (Database database : databases) {
                database.tables().forEach(table -> {
                    heads.putIfAbsent(table.name(), table.name());
                    if (table.partitionOf() != null) {
                        QualifiedName parent = table.partitionOf().parent();
                        heads.putIfAbsent(parent, parent);
                        heads.put(head(table.name()), head(parent));
                    }
                });
            }
        }

        private QualifiedName head(QualifiedName name) {
            QualifiedName head = name;
            while (!heads.get(head).equals(head)) {
                head = heads.get(head);
            }
            return head;
        }

        List<Set<QualifiedName>> all() {
            Map<QualifiedName, Set<QualifiedName>> families = new TreeMap<>();
            heads.keySet()
                    .forEach(name -> families.computeIfAbsent(head(name), _ -> new HashSet<>())
                            .add(name));
            return List.copyOf(families.values());
        }
    }
}
