package mana.studio.safety.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import mana.studio.catalog.Snapshot;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.safety.Severity;
import mana.studio.safety.Verdict;
import mana.studio.safety.judge.Judge;
import mana.studio.safety.judge.Runner;
import mana.studio.safety.safer.Safer;
import mana.studio.safety.safer.SaferOptions;
import mana.studio.safety.safer.SaferPlan;
import mana.studio.safety.words.Consequence.Kind;
import mana.studio.schema.Column;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.TestDatabases;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final QualifiedName USERS = new QualifiedName("auth", "users");
    private static final QualifiedName TRANSACTIONS = new QualifiedName("credits", "transactions");
    private static final Snapshot PLATFORM = TestDatabases.platformSnapshot();
    private static final Snapshot LARGE = new Snapshot(
            PLATFORM.database(),
            Map.of(
                    USERS, new RelationSize(2_000_000, 500_000_000),
                    TRANSACTIONS, new RelationSize(9_000_000, 21_474_836_480L)),
            PLATFORM.readAt());

    @Test
    void saysWhatIsLostFirst() {
        List<Consequence> said = consequences(users(table -> table.withColumns(table.columns().stream()
                .filter(column -> !column.name().equals("preferences"))
                .toList())));

        assertThat(said.getFirst().text()).isEqualTo("Loses data: all values of auth.users.preferences");
        assertThat(said.getFirst().severity()).isEqualTo(Severity.DANGER);
        assertThat(said.getFirst().finding()).as("with what to do about it").isNotNull();
        assertThat(said).filteredOn(one -> one.kind() == Kind.LOSES_DATA).hasSize(1);
        assertThat(texts(said)).contains("Blocks reads and writes of auth.users");
        assertThat(said).extracting(Consequence::severity).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void saysARewriteWithItsSize() {
        List<Consequence> said = consequences(transactions(table -> table.withColumns(changed(
                table, "amount", column -> column.withType(new DataType("bigint", DataType.Family.INTEGER, null))))));

        assertThat(texts(said))
                .contains("Blocks reads and writes of credits.transactions", "Rewrites credits.transactions, 20 GB");
        assertThat(said)
                .filteredOn(one -> one.kind() == Kind.REWRITES)
                .allMatch(one -> one.severity() == Severity.DANGER);
    }

    @Test
    void saysAScanWithItsSize() {
        assertThat(texts(consequences(transactions(table -> table.withColumns(
                        changed(table, "description", column -> column.withNotNull(Column.NotNull.PLAIN)))))))
                .contains("Reads all of credits.transactions, 20 GB");
    }

    @Test
    void saysThatAHarmlessStatementBlocksForNoLongTime() {
        List<Consequence> said = consequences(users(table -> table.withComment("People")));

        assertThat(texts(said)).contains("Blocks only other schema changes of auth.users");
        assertThat(said).allMatch(one -> one.severity() == Severity.NOTE);
    }

    @Test
    void saysNothingOfLockTimeouts() {
        List<Consequence> said = consequences(users(table ->
                table.withColumns(changed(table, "name", column -> column.withDefaultExpression("'nobody'")))));

        assertThat(texts(said)).noneMatch(text -> text.contains("Waits without limit"));
    }

    @Test
    void putsAPlanInALine() {
        Database design = transactions(
                users(table -> table.withColumns(table.columns().stream()
                        .filter(column -> !column.name().equals("preferences"))
                        .toList())),
                table -> table.withIndexes(List.of()));
        Plan plan = Planner.planDesign(LARGE.database(), design);

        assertThat(Outline.of(plan, verdicts(plan)).toString())
                .isEqualTo("2 statements, 1 transaction; loses data: 1;"
                        + " blocks reads and writes of credits.transactions, auth.users");
    }

    @Test
    void saysHowASaferPlanGoes() {
        Database design = transactions(table ->
                table.withColumns(changed(table, "description", column -> column.withNotNull(Column.NotNull.PLAIN))));
        SaferPlan safer = Safer.of(
                Planner.planDesign(LARGE.database(), design),
                LARGE.database(),
                design,
                SaferOptions.DEFAULT.withSizes(LARGE.sizes()));

        List<String> said = safer.phases().stream()
                .flatMap(phase -> java.util.stream.Stream.concat(phase.checks().stream(), phase.steps().stream()))
                .flatMap(step -> Consequences.of(step).stream())
                .map(Consequence::text)
                .toList();
        assertThat(said)
                .contains("Goes on only with the answer 0", "Waits 2 s at most for a lock, tries again up to 20 times");
    }

    @Test
    void knowsTheTitlesOfThePagesThatRulesPointTo() {
        assertThat(SourceTitle.of("https://www.postgresql.org/docs/current/sql-altertable.html"))
                .isEqualTo("PostgreSQL documentation: ALTER TABLE");
        assertThat(SourceTitle.of(
                        "https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT"))
                .isEqualTo("PostgreSQL documentation: Client Connection Defaults");
        assertThat(SourceTitle.of("https://www.postgresql.org/docs/current/sql-vacuum.html"))
                .isEqualTo("PostgreSQL documentation: sql vacuum");
    }

    private static List<String> texts(List<Consequence> consequences) {
        return consequences.stream().map(Consequence::text).toList();
    }

    /// Of the one statement that a design needs.
    private static List<Consequence> consequences(Database design) {
        Plan plan = Planner.planDesign(LARGE.database(), design);
        assertThat(plan.statements()).hasSize(1);
        return Consequences.of(plan.statements().getFirst(), verdicts(plan).getFirst(), LARGE.sizes());
    }

    private static List<Verdict> verdicts(Plan plan) {
        return Judge.of(LARGE, 18, Runner.ONE_TRANSACTION).plan(plan);
    }

    private static Database users(UnaryOperator<Table> change) {
        return table(LARGE.database(), USERS, change);
    }

    private static Database transactions(UnaryOperator<Table> change) {
        return transactions(LARGE.database(), change);
    }

    private static Database transactions(Database database, UnaryOperator<Table> change) {
        return table(database, TRANSACTIONS, change);
    }

    private static List<Column> changed(Table table, String name, UnaryOperator<Column> change) {
        return table.columns().stream()
                .map(column -> column.name().equals(name) ? change.apply(column) : column)
                .toList();
    }

    private static Database table(Database database, QualifiedName name, UnaryOperator<Table> change) {
        return database.withSchemas(database.schemas().stream()
                .map(schema -> schema.withTables(schema.tables().stream()
                        .map(table -> table.name().equals(name) ? change.apply(table) : table)
                        .toList()))
                .toList());
    }
}
