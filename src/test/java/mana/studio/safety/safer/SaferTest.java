package mana.studio.safety.safer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.ddl.Pieces;
import mana.studio.plan.Plan;
import mana.studio.plan.PlanOptions;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename;
import mana.studio.plan.judge.Differences;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule on a real server: the steps reach the goal, keep the rows, and stop nobody for long.
class SaferTest {
    private static final SaferOptions OPTIONS = SaferOptions.DEFAULT.withBatches(15, Duration.ZERO);

    static Stream<SaferCase> cases() {
        String only = System.getProperty("safer.only", "");
        return SaferCase.all().stream().filter(each -> each.name().contains(only));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reachesTheGoalWithoutStoppingOthers(SaferCase each) throws SQLException {
        TestDatabase actual = load(each.a());
        TestDatabase wanted = load(each.b());
        Database from = read(actual);
        Database to = read(wanted);
        SaferPlan plan = plan(from, to, each.renames());
        if (Boolean.getBoolean("safer.show")) {
            System.out.println("=== " + each.name() + "\n" + plan.sql());
        }
        try (Runner runner = new Runner(actual)) {
            Map<String, List<String>> rows = rows(runner, from, to, each.renames());
            for (Phase phase : plan.phases()) {
                fill(runner, each, phase);
                for (Step.Check check : phase.checks()) {
                    runner.check(check);
                }
                for (Step step : phase.steps()) {
                    runner.run(step);
                }
            }
            assertThat(differences(read(actual), to)).as(plan.sql()).isEmpty();
            assertThat(rows(runner, to, to, List.of())).as(plan.sql()).containsAllEntriesOf(rows);
            assertThat(runner.offences()).as(plan.sql()).isEmpty();
        }
        boolean warns = plan.phases().stream()
                .flatMap(phase -> phase.steps().stream())
                .anyMatch(step -> step instanceof Step.InTransaction one && !one.warnings().isEmpty());
        assertThat(warns).as(plan.sql()).isEqualTo(!each.online());
    }

    /// Where a NOT NULL of a partition comes from is left aside: no statement changes it, the planner ignores it.
    static List<String> differences(Database actual, Database wanted) {
        return Differences.between(actual, wanted).stream()
                .filter(one -> !one.parts().stream().allMatch(part -> part.contains(".notNull.local:")))
                .map(Differences.Difference::toString)
                .toList();
    }

    private static void fill(Runner runner, SaferCase each, Phase phase) throws SQLException {
        if (phase.name() == Phase.Name.MIGRATE && !each.fill().isEmpty()) {
            runner.execute(each.fill());
        }
    }

    static SaferPlan plan(Database from, Database to, List<Rename> renames) {
        PlanOptions options = PlanOptions.NONE.withRenames(renames);
        Plan plan = Planner.plan(from, to, options);
        return Safer.of(plan, from, to, OPTIONS.withPlanOptions(options));
    }

    static TestDatabase load(String script) {
        TestDatabase database = TestServer.freshDatabase();
        Scripts.run(database, script);
        return database;
    }

    static Database read(TestDatabase database) throws SQLException {
        return new CatalogReader(database.source()).read(new Cancellation()).database();
    }

    /// The values of every column that both schemas have, by the name it has in the second.
    static Map<String, List<String>> rows(Runner runner, Database from, Database to, List<Rename> renames)
            throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Table table : from.tables().filter(one -> !one.isPartitioned()).toList()) {
            QualifiedName name = renamed(table.name(), renames);
            List<String> columns = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (Column column : table.columns()) {
                String now = renamed(table.name(), column.name(), renames);
                Optional<Column> other = to.table(name).flatMap(found -> found.column(now));
                if (other.isPresent()) {
                    columns.add(Identifier.quote(column.name()) + "::text");
                    names.add(now);
                }
            }
            for (int at = 0; at < columns.size(); at++) {
                rows.put(name + "." + names.get(at), runner.list("SELECT " + columns.get(at) + " FROM ONLY "
                        + Pieces.name(table.name()) + " ORDER BY 1"));
            }
        }
        return rows;
    }

    private static QualifiedName renamed(QualifiedName table, List<Rename> renames) {
        return renames.stream()
                .filter(one -> one.what() == Rename.Kind.RELATION
                        && one.from().equals(List.of(table.schema(), table.name())))
                .map(one -> new QualifiedName(one.to().get(0), one.to().get(1)))
                .findFirst()
                .orElse(table);
    }

    private static String renamed(QualifiedName table, String column, List<Rename> renames) {
        return renames.stream()
                .filter(one -> one.what() == Rename.Kind.COLUMN
                        && one.from().equals(List.of(table.schema(), table.name(), column)))
                .map(one -> one.to().getLast())
                .findFirst()
                .orElse(column);
    }
}
