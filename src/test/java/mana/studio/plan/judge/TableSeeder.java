package mana.studio.plan.judge;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final @Nullable Database pleased;
    private final Table table;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final PartitionHints hints;

    TableSeeder(JudgedDatabase target, Database database, @Nullable Database pleased, Table table) {
        this.target = target;
        this.database = database;
        this.pleased = pleased;
        this.table = table;
        this.hints = PartitionHints.of(table, database);
        table.columns().stream()
                .filter(column -> column.generated() == null && column.identity() == null && !isSerial(column))
                .forEach(column -> columns.put(column.name(), column));
    }

    private static boolean isSerial(Column column) {
        return column.defaultExpression() != null && column.defaultExpression().startsWith("nextval(");
    }

    /// @param seeded the tables that have rows
    /// @return whether it has rows now
    boolean seed(Set<QualifiedName> seeded) throws SQLException {
        for (ForeignKey key : table.foreignKeys()) {
            boolean needed = key.columns().stream().anyMatch(name -> columns.containsKey(name)
                    && columns.get(name).isNotNull());
            boolean own = key.referencedTable().equals(table.name());
            if (needed && !own && !seeded.contains(key.referencedTable()) && parents(key).isEmpty()) {
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
        return target.query("SELECT " + key.referencedColumns().stream()
                        .map(name -> Identifier.quote(name) + "::text")
                        .collect(Collectors.joining(", "))
                + " FROM " + quote(key.referencedTable()) + " ORDER BY 1 LIMIT " + Seeder.ROWS);
    }

    private boolean insert(int row) throws SQLException {
        Map<String, List<@Nullable String>> values = values(row);
        Map<String, Integer> at = new HashMap<>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                target.execute(statement(values, at));
                return true;
            } catch (PSQLException refused) {
                Set<String> guilty = guilty(refused);
                boolean all = guilty.isEmpty();
                boolean exhausted = !all && guilty.stream()
                        .allMatch(name -> at.getOrDefault(name, 0) >= 2 * values.get(name).size());
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
            target.execute(statement);
            return true;
        } catch (PSQLException refused) {
            return false;
        } finally {
            target.execute("RESET session_replication_role");
        }
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
        for (ForeignKey key : table.foreignKeys()) {
            List<List<String>> parents = parents(key);
            for (int part = 0; part < key.columns().size(); part++) {
                String name = key.columns().get(part);
                if (columns.containsKey(name)) {
                    List<@Nullable String> found = new ArrayList<>();
                    for (int parent = 0; parent < parents.size(); parent++) {
                        found.add(parents.get((parent + row - 1) % parents.size()).get(part));
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
        if (pleased != null) {
            Database other = pleased;
            other.table(table.name()).ifPresent(same -> same.column(column.name()).ifPresent(wanted -> {
                candidates.addAll(SampleValues.rotated(checked(same, column.name()), row));
                candidates.addAll(new SampleValues(other).of(wanted.type(), row));
            }));
        }
        List<String> usual = new SampleValues(database).of(column.type(), row);
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
        for (Constraint constraint : table.constraints()) {
            if (constraint.name().equals(message.getConstraint())) {
                guilty.addAll(constraint.columns());
                if (constraint instanceof Constraint.Check check) {
                    columns.keySet().stream()
                            .filter(name -> names(check.expression(), name))
                            .forEach(guilty::add);
                }
            }
        }
        if (CHECK_VIOLATION.equals(refused.getSQLState()) && message.getConstraint() == null) {
            guilty.addAll(hints.columns());
        }
        if (FOREIGN_KEY_VIOLATION.equals(refused.getSQLState()) && guilty.isEmpty()) {
            table.foreignKeys().forEach(key -> guilty.addAll(key.columns()));
        }
        guilty.retainAll(columns.keySet());
        return guilty;
    }

    static String quote(QualifiedName name) {
        return Identifier.quote(name.schema(), name.name());
    }
}
