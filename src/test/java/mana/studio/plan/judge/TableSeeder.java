package mana.studio.plan.judge;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;
import mana.studio.sql.Literal;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/// Rows for one table: values are tried until the server takes the row, those in the way exchanged first.
final class TableSeeder {
    private static final int ATTEMPTS = 150;
    private static final String CHECK_VIOLATION = "23514";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final JudgedDatabase target;
    private final Database database;
    private final Seeder.@Nullable Other other;
    private final @Nullable Table same;
    private final Table table;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final PartitionHints hints;
    /// Those of another type in the other database: nothing but NULL may fit both.
    private final Set<String> converted = new LinkedHashSet<>();

    TableSeeder(JudgedDatabase target, Database database, Seeder.@Nullable Other other, Table table) {
        this.target = target;
        this.database = database;
        this.other = other;
        this.same = other == null ? null : other.model().table(table.name()).orElse(null);
        this.table = table;
        this.hints = PartitionHints.of(table, database);
        table.columns().stream()
                .filter(column -> column.generated() == null && column.identity() == null && !isSerial(column))
                .forEach(column -> columns.put(column.name(), column));
        columns.values().stream()
                .filter(column -> same != null
                        && same.column(column.name())
                                .filter(there -> !there.type().equals(column.type()))
                                .isPresent())
                .map(Column::name)
                .forEach(converted::add);
    }

    private static boolean isSerial(Column column) {
        return column.defaultExpression() != null && column.defaultExpression().startsWith("nextval(");
    }

    /// @param seeded the tables that have rows
    /// @return whether it has rows now
    boolean seed(Set<QualifiedName> seeded) throws SQLException {
        for (ForeignKey key : table.foreignKeys()) {
            boolean needed = key.columns().stream()
                    .anyMatch(name ->
                            columns.containsKey(name) && columns.get(name).isNotNull());
            boolean own = key.referencedTable().equals(table.name());
            if (needed
                    && !own
                    && !seeded.contains(key.referencedTable())
                    && parents(key).isEmpty()) {
                return false;
            }
        }
        int rows = 0;
        for (int row = 1; row <= Seeder.ROWS; row++) {
            rows += insert(row) ? 1 : 0;
        }
        return rows > 0;
    }

    private List<List<String>> parents(ForeignKey key) throws SQLException {
        return target.query("SELECT " + texts(key.referencedColumns()) + " FROM " + quote(key.referencedTable())
                + " ORDER BY 1 LIMIT " + Seeder.ROWS);
    }

    /// A key of the other database may refer to what is not there.
    private List<List<String>> parentsOrNone(ForeignKey key) throws SQLException {
        boolean there = database.table(key.referencedTable())
                .filter(parent -> key.referencedColumns().stream()
                        .allMatch(name -> parent.column(name).isPresent()))
                .isPresent();
        return there ? parents(key) : List.of();
    }

    private boolean insert(int row) throws SQLException {
        Map<String, List<@Nullable String>> values = values(row);
        Map<String, Integer> at = new HashMap<>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                insertInBoth(statement(values, at));
                return true;
            } catch (PSQLException refused) {
                Set<String> guilty = guilty(refused);
                boolean all = guilty.isEmpty();
                boolean exhausted = !all
                        && guilty.stream()
                                .allMatch(name -> at.getOrDefault(name, 0)
                                        >= 2 * values.get(name).size());
                if (exhausted || (all && attempt > 20)) {
                    return withoutTriggers(statement(values, Map.of()));
                }
                int step = attempt;
                // One after the other where several are at fault, so that all combinations of two come up.
                List<String> names = List.copyOf(all ? columns.keySet() : guilty);
                if (names.size() > 1 && !all && step % 3 != 0) {
                    at.merge(names.get(step % names.size()), 1, Integer::sum);
                } else {
                    names.forEach(name -> at.merge(name, 1, Integer::sum));
                }
                if (names.isEmpty()) {
                    return withoutTriggers(statement(values, Map.of()));
                }
            }
        }
        return false;
    }

    /// A trigger may refuse what the constraints allow.
    private boolean withoutTriggers(String statement) throws SQLException {
        target.execute("SET session_replication_role = replica");
        try {
            insertInBoth(statement);
            return true;
        } catch (PSQLException refused) {
            return false;
        } finally {
            target.execute("RESET session_replication_role");
        }
    }

    private void insertInBoth(String statement) throws SQLException {
        if (same == null) {
            target.execute(statement);
            return;
        }
        List<String> common = table.columns().stream()
                .filter(column -> same.column(column.name())
                        .filter(there -> there.generated() == null)
                        .isPresent())
                .map(Column::name)
                .toList();
        target.execute("BEGIN");
        try {
            List<String> row = target.query(statement + " RETURNING " + (common.isEmpty() ? "1" : texts(common)))
                    .getFirst();
            copy(common, row);
            target.execute("COMMIT");
        } catch (SQLException refused) {
            target.execute("ROLLBACK");
            throw refused;
        }
    }

    /// What the other table wants and this one has not got is no fault of the row.
    private void copy(List<String> common, List<String> row) throws SQLException {
        String names = common.stream().map(Identifier::quote).collect(Collectors.joining(", "));
        String literals = row.stream()
                .map(value -> value == null ? "NULL" : Literal.quote(value))
                .collect(Collectors.joining(", "));
        try {
            other.database()
                    .execute("INSERT INTO " + quote(table.name())
                            + (common.isEmpty()
                                    ? " DEFAULT VALUES"
                                    : " (" + names + ") OVERRIDING SYSTEM VALUE VALUES (" + literals + ")"));
        } catch (PSQLException refused) {
            String column = refused.getServerErrorMessage() == null
                    ? null
                    : refused.getServerErrorMessage().getColumn();
            if (column == null || table.column(column).isPresent()) {
                throw refused;
            }
        }
    }

    private static String texts(List<String> columns) {
        return columns.stream().map(name -> Identifier.quote(name) + "::text").collect(Collectors.joining(", "));
    }

    private String statement(Map<String, List<@Nullable String>> values, Map<String, Integer> at) {
        String into = "INSERT INTO " + quote(table.name());
        if (columns.isEmpty()) {
            return into + " DEFAULT VALUES";
        }
        List<String> names = new ArrayList<>();
        List<String> literals = new ArrayList<>();
        values.forEach((name, candidates) -> {
            String value = candidates.get(at.getOrDefault(name, 0) % candidates.size());
            names.add(Identifier.quote(name));
            literals.add(value == null ? "NULL" : Literal.quote(value));
        });
        return into + " (" + String.join(", ", names) + ") VALUES (" + String.join(", ", literals) + ")";
    }

    private Map<String, List<@Nullable String>> values(int row) throws SQLException {
        Map<String, List<@Nullable String>> values = new LinkedHashMap<>();
        for (Column column : columns.values()) {
            values.put(column.name(), candidates(column, row));
        }
        List<ForeignKey> keys = new ArrayList<>(same == null ? List.of() : same.foreignKeys());
        keys.addAll(table.foreignKeys());
        for (ForeignKey key : keys) {
            List<List<String>> parents = parentsOrNone(key);
            for (int part = 0; part < key.columns().size(); part++) {
                String name = key.columns().get(part);
                if (columns.containsKey(name)) {
                    List<@Nullable String> found = new ArrayList<>();
                    for (int parent = 0; parent < parents.size(); parent++) {
                        found.add(
                                parents.get((parent + row - 1) % parents.size()).get(part));
                    }
                    if (key.referencedTable().equals(table.name())) {
                        found.clear();
                        found.addAll(values.getOrDefault(key.referencedColumns().get(part), List.of()));
                    }
                    if (!columns.get(name).isNotNull()) {
                        found.add(null);
                    }
                    values.put(name, found.isEmpty() ? values.get(name) : found);
                }
            }
        }
        return values;
    }

    private List<@Nullable String> candidates(Column column, int row) {
        Set<@Nullable String> candidates = new LinkedHashSet<>(hints.of(column.name()));
        if (same != null) {
            candidates.addAll(PartitionHints.of(same, other.model()).of(column.name()));
            candidates.addAll(PartitionHints.below(same, other.model()).of(column.name()));
            same.column(column.name()).ifPresent(wanted -> {
                candidates.addAll(SampleValues.rotated(checked(same, column.name()), row));
                candidates.addAll(new SampleValues(other.model()).of(wanted.type(), row));
            });
        }
        List<String> usual = new SampleValues(database).of(column.type(), row);
        if (converted.contains(column.name())) {
            List<@Nullable String> few =
                    new ArrayList<>(candidates.stream().limit(2).toList());
            few.add(usual.getFirst());
            if (!column.isNotNull()) {
                few.add(null);
            }
            return few;
        }
        candidates.addAll(usual.subList(0, Math.min(2, usual.size())));
        candidates.addAll(SampleValues.rotated(checked(table, column.name()), row));
        candidates.addAll(usual);
        if (!column.isNotNull()) {
            candidates.add(null);
        }
        return new ArrayList<>(candidates);
    }

    /// The constants of the checks that name a column.
    private static List<String> checked(Table of, String column) {
        List<String> found = new ArrayList<>();
        for (Constraint constraint : of.constraints()) {
            if (constraint instanceof Constraint.Check check && names(check.expression(), column)) {
                SampleValues.literals(check.expression()).forEach(literal -> {
                    found.add(literal);
                    if (literal.matches("-?\\d{1,9}")) {
                        found.add("" + (Integer.parseInt(literal) + 1));
                        found.add("" + (Integer.parseInt(literal) - 1));
                    }
                });
            }
        }
        return found;
    }

    private static boolean names(String expression, String column) {
        return expression.contains(Identifier.quote(column));
    }

    /// The columns whose values the server did not like; empty where it does not say.
    private Set<String> guilty(PSQLException refused) {
        Set<String> guilty = new LinkedHashSet<>();
        var message = refused.getServerErrorMessage();
        if (message == null) {
            return guilty;
        }
        if (message.getColumn() != null) {
            guilty.add(message.getColumn());
        }
        Stream.of(table, same)
                .filter(Objects::nonNull)
                .forEach(one -> guilty.addAll(named(one, message.getConstraint())));
        if (CHECK_VIOLATION.equals(refused.getSQLState()) && message.getConstraint() == null) {
            guilty.addAll(hints.columns());
            if (same != null) {
                guilty.addAll(PartitionHints.of(same, other.model()).columns());
                guilty.addAll(PartitionHints.below(same, other.model()).columns());
            }
        }
        if (FOREIGN_KEY_VIOLATION.equals(refused.getSQLState()) && guilty.isEmpty()) {
            table.foreignKeys().forEach(key -> guilty.addAll(key.columns()));
        }
        if (guilty.isEmpty() && refused.getSQLState().startsWith("22")) {
            guilty.addAll(converted);
        }
        guilty.retainAll(columns.keySet());
        return guilty;
    }

    private Set<String> named(Table one, @Nullable String name) {
        Set<String> found = new LinkedHashSet<>();
        for (Constraint constraint : one.constraints()) {
            if (constraint.name().equals(name)) {
                found.addAll(constraint.columns());
                if (constraint instanceof Constraint.Check check) {
                    columns.keySet().stream()
                            .filter(column -> names(check.expression(), column))
                            .forEach(found::add);
                }
            }
        }
        one.indexes().stream()
                .filter(index -> index.name().equals(name))
                .flatMap(index -> index.keys().stream())
                .flatMap(key -> Stream.ofNullable(key.column()))
                .forEach(found::add);
        return found;
    }

    static String quote(QualifiedName name) {
        return Identifier.quote(name.schema(), name.name());
    }
}
