package mana.studio.safety.judge;

import static mana.studio.safety.judge.Runner.EACH_STATEMENT;
import static mana.studio.safety.judge.Runner.ONE_TRANSACTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.connection.Cancellation;
import mana.studio.plan.Plan;
import mana.studio.safety.Blocked;
import mana.studio.safety.Finding;
import mana.studio.safety.LockMode;
import mana.studio.safety.Pace;
import mana.studio.safety.Severity;
import mana.studio.safety.Touched;
import mana.studio.safety.Verdict;
import mana.studio.safety.Verdict.Recognition;
import mana.studio.schema.QualifiedName;
import mana.studio.statement.Statements;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static Snapshot snapshot;

    @BeforeAll
    static void readCatalog() throws SQLException {
        TestDatabase database = TestServer.freshDatabase();
        Scripts.run(database, Scripts.resource(JudgeTest.class, "shop.sql"));
        snapshot = new CatalogReader(database.source()).read(new Cancellation());
    }

    @Test
    void followsTablesThatTheScriptMakes() {
        List<Verdict> verdicts = judge(EACH_STATEMENT, """
            CREATE TABLE shop.coupons (id bigint PRIMARY KEY, code text, product_id bigint);
            CREATE INDEX ON shop.coupons (code);
            ALTER TABLE shop.coupons ALTER COLUMN code SET NOT NULL;
            ALTER TABLE shop.coupons ADD FOREIGN KEY (product_id) REFERENCES shop.products (id);
            DROP TABLE shop.coupons;
            """);

        assertThat(verdicts).extracting(verdict -> verdict.effects().error()).containsOnlyNulls();
        assertThat(verdicts.get(1).effects().locks()).isEmpty();
        assertThat(verdicts.get(2).findings()).isEmpty();
        assertThat(verdicts.get(3).effects().locks())
                .isEqualTo(Map.of(table("products"), LockMode.SHARE_ROW_EXCLUSIVE));
        assertThat(verdicts.get(4).losesData()).isFalse();
    }

    /// Whatever was changed where: what is judged from there on is what is judged from the beginning.
    @Test
    void goesOnFromTheFirstStatementThatChanged() {
        List<mana.studio.plan.Statement> script = Stream.of(
                        "SET lock_timeout = '2s'",
                        "CREATE TABLE shop.coupons (id bigint PRIMARY KEY, code text)",
                        "ALTER TABLE shop.orders ADD CONSTRAINT note_known CHECK (note IS NOT NULL) NOT VALID",
                        "CREATE TYPE shop.mood AS ENUM ('a')",
                        "ALTER TYPE shop.mood ADD VALUE 'b'",
                        "ALTER TABLE shop.orders VALIDATE CONSTRAINT note_known",
                        "ALTER TABLE shop.orders ALTER COLUMN note SET NOT NULL",
                        "ALTER TABLE shop.coupons RENAME TO vouchers",
                        "CREATE INDEX ON shop.vouchers (code)",
                        "ALTER TABLE shop.products ADD COLUMN x integer DEFAULT random()")
                .map(sql -> new mana.studio.plan.Statement(sql, null, null, List.of(), true))
                .toList();
        Judge judge = Judge.of(snapshot, 18, ONE_TRANSACTION);
        Judged earlier = judge.plan(plan(script), null);
        for (int at = 0; at < script.size(); at++) {
            List<mana.studio.plan.Statement> changed = new ArrayList<>(script);
            changed.set(
                    at,
                    new mana.studio.plan.Statement("DROP TABLE shop.order_items", null, null, List.of(), at % 2 == 0));
            List<mana.studio.plan.Statement> shorter = script.subList(0, at + 1);
            for (List<mana.studio.plan.Statement> next : List.of(changed, shorter, script)) {
                earlier = judge.plan(plan(next), earlier);
                assertThat(earlier.verdicts()).isEqualTo(judge.plan(plan(next)));
            }
        }
        Judge other = Judge.of(null, 18, ONE_TRANSACTION);
        assertThat(other.plan(plan(script), earlier).verdicts()).isEqualTo(other.plan(plan(script)));
        assertThat(other.plan(plan(script))).isNotEqualTo(earlier.verdicts());
    }

    private static Plan plan(List<mana.studio.plan.Statement> statements) {
        return new Plan(statements, List.of(), List.of());
    }

    @Test
    void knowsWhichChecksEarlierStatementsHaveProven() {
        String check = "ALTER TABLE shop.orders ADD CONSTRAINT note_known CHECK (note IS NOT NULL) NOT VALID;";
        String validate = "ALTER TABLE shop.orders VALIDATE CONSTRAINT note_known;";
        String set = "ALTER TABLE shop.orders ALTER COLUMN note SET NOT NULL;";

        assertThat(rules(EACH_STATEMENT, set).getFirst()).contains("set-not-null-scan");
        assertThat(rules(EACH_STATEMENT, check + set).getLast()).contains("set-not-null-scan");
        assertThat(rules(EACH_STATEMENT, check + validate + set).getLast()).doesNotContain("set-not-null-scan");
        assertThat(rules(EACH_STATEMENT, check + validate + set.replace(";", ", DROP CONSTRAINT note_known"))
                        .getLast())
                .contains("set-not-null-scan", "set-not-null-and-drop-check-in-one-statement");
    }

    @Test
    void holdsLocksUntilCommit() {
        String script = """
            ALTER TABLE shop.orders ADD CONSTRAINT big CHECK (id > 0) NOT VALID;
            ALTER TABLE shop.orders VALIDATE CONSTRAINT big;
            """;

        assertThat(judge(ONE_TRANSACTION, script).getLast().held())
                .containsEntry(table("orders"), LockMode.ACCESS_EXCLUSIVE);
        assertThat(rules(ONE_TRANSACTION, script).getLast())
                .contains("validate-in-same-transaction", "strong-lock-held");
        assertThat(judge(EACH_STATEMENT, script).getLast().held()).isEmpty();
        assertThat(rules(EACH_STATEMENT, script).getLast()).doesNotContain("validate-in-same-transaction");
        assertThat(rules(EACH_STATEMENT, "BEGIN;" + script + "COMMIT;").get(2))
                .contains("validate-in-same-transaction");
        assertThat(rules(EACH_STATEMENT, "BEGIN;" + script.replace(";\n", ";\nCOMMIT;\n"))
                        .get(3))
                .doesNotContain("validate-in-same-transaction");
    }

    @Test
    void asksForATimeoutBeforeStrongLocks() {
        String alter = "ALTER TABLE shop.orders ADD COLUMN extra text;";

        assertThat(rules(EACH_STATEMENT, alter).getFirst()).containsExactly("lock-timeout-missing");
        assertThat(rules(EACH_STATEMENT, "SET lock_timeout = '2s';" + alter).getLast())
                .isEmpty();
        assertThat(rules(EACH_STATEMENT, "SET lock_timeout = 0;" + alter).getLast())
                .containsExactly("lock-timeout-missing");
        assertThat(rules(EACH_STATEMENT, "BEGIN; SET LOCAL lock_timeout = '2s'; COMMIT;" + alter)
                        .getLast())
                .containsExactly("lock-timeout-missing");
    }

    @Test
    void wantsNoTimeoutAroundConcurrentBuilds() {
        String build = "CREATE INDEX CONCURRENTLY i ON shop.orders (note);";

        assertThat(rules(EACH_STATEMENT, "SET lock_timeout = '2s';" + build).getLast())
                .contains("concurrently-with-lock-timeout");
        assertThat(rules(EACH_STATEMENT, build).getFirst()).doesNotContain("concurrently-with-lock-timeout");
        assertThat(rules(ONE_TRANSACTION, build).getFirst()).contains("not-in-transaction");
    }

    @Test
    void knowsThatNewEnumValuesWaitForCommit() {
        String script = """
            ALTER TYPE shop.status ADD VALUE 'lost';
            ALTER TABLE shop.orders ALTER COLUMN status SET DEFAULT 'lost';
            """;

        assertThat(rules(ONE_TRANSACTION, script).getLast())
                .contains("enum-value-used-in-its-transaction", "server-refuses");
        assertThat(rules(EACH_STATEMENT, script).getLast()).containsExactly("lock-timeout-missing");
    }

    @Test
    void doesNotCryOverHarmlessTypeChanges() {
        assertThat(rules(
                                EACH_STATEMENT,
                                "SET lock_timeout = '1s'; ALTER TABLE shop.products ALTER COLUMN name TYPE text")
                        .getLast())
                .isEmpty();
        assertThat(rules(
                                EACH_STATEMENT,
                                "SET lock_timeout = '1s'; ALTER TABLE shop.products ALTER COLUMN name TYPE"
                                        + " varchar(200)")
                        .getLast())
                .isEmpty();
    }

    @Test
    void tellsValuesThatChangeOrAreCut() {
        assertThat(rules(
                                EACH_STATEMENT,
                                "ALTER TABLE shop.products ALTER COLUMN name TYPE varchar(5) USING name::varchar(5)")
                        .getFirst())
                .contains("using-cast-truncates", "type-change-rewrites");
        assertThat(rules(EACH_STATEMENT, "ALTER TABLE shop.products ALTER COLUMN name TYPE varchar(5)")
                        .getFirst())
                .contains("narrowing-may-fail")
                .doesNotContain("using-cast-truncates");
        Verdict rounded = judge(EACH_STATEMENT, "ALTER TABLE shop.products ALTER COLUMN price TYPE numeric(10,1)")
                .getFirst();
        assertThat(rounded.about(Finding.Aspect.LOSES_DATA).map(Finding::message))
                .containsExactly("Values of price change without a word: they are rounded to 1 decimals.");
    }

    @Test
    void weighsBySize() {
        String change = "ALTER TABLE shop.products ALTER COLUMN price TYPE double precision";

        assertThat(severity(change, "type-change-rewrites", 100, 16_384)).isEqualTo(Severity.NOTE);
        assertThat(severity(change, "type-change-rewrites", 1_000_000, 200L << 20))
                .isEqualTo(Severity.WARNING);
        assertThat(severity(change, "type-change-rewrites", 100_000_000, 90L << 30))
                .isEqualTo(Severity.DANGER);
    }

    @Test
    void estimatesThePace() {
        String change = "ALTER TABLE shop.products ALTER COLUMN price TYPE double precision";

        assertThat(sized(100, 16_384)
                        .script(Statements.split(change))
                        .getFirst()
                        .pace())
                .isEqualTo(Pace.INSTANT);
        assertThat(sized(100_000_000, 90L << 30)
                        .script(Statements.split(change))
                        .getFirst()
                        .pace())
                .isEqualTo(Pace.MINUTES);
        assertThat(judge(EACH_STATEMENT, "ALTER TABLE shop.products ADD COLUMN x int")
                        .getFirst()
                        .pace())
                .isEqualTo(Pace.INSTANT);
    }

    @Test
    void saysWhoWaits() {
        assertThat(judge(EACH_STATEMENT, "CREATE INDEX ON shop.orders (note)")
                        .getFirst()
                        .blocked())
                .isEqualTo(Set.of(Blocked.WRITES, Blocked.AUTOVACUUM, Blocked.DDL));
        assertThat(judge(EACH_STATEMENT, "ALTER TABLE shop.orders ADD COLUMN x int")
                        .getFirst()
                        .blocked())
                .isEqualTo(Set.of(Blocked.values()));
        assertThat(judge(EACH_STATEMENT, "SELECT 1 FROM shop.orders WHERE id = 1")
                        .getFirst()
                        .blocked())
                .isEmpty();
    }

    @Test
    void saysWhatItDoesNotKnow() {
        List<Verdict> verdicts = judge(EACH_STATEMENT, """
            \\set x 1
            DO $$ BEGIN CREATE TABLE shop.made (a int); END $$;
            ALTER TABLE shop.made ADD COLUMN b int;
            ALTER TABEL shop.orders ADD COLUMN b int;
            """);

        assertThat(verdicts)
                .extracting(Verdict::recognition)
                .containsExactly(
                        Recognition.NOT_SQL, Recognition.UNKNOWN, Recognition.UNKNOWN, Recognition.SYNTAX_ERROR);
        assertThat(verdicts.get(2).effects().error()).isNull();
        assertThat(verdicts.get(3).findings()).extracting(Finding::ruleId).containsExactly("syntax-error");
    }

    @Test
    void judgesWithoutACatalog() {
        List<Verdict> verdicts = Judge.of(null, 17, EACH_STATEMENT).script(Statements.split("""
            CREATE TABLE app.things (id bigint PRIMARY KEY);
            CREATE INDEX ON app.things (id);
            ALTER TABLE app.users ALTER COLUMN age TYPE bigint;
            ALTER TABLE app.users ADD COLUMN key uuid DEFAULT gen_random_uuid();
            """));

        assertThat(verdicts.get(0).effects().locks()).isEmpty();
        assertThat(verdicts.get(1).findings()).isEmpty();
        assertThat(verdicts.get(2).doubts()).containsExactly("the type that column age has now");
        assertThat(verdicts.get(2).findings()).extracting(Finding::ruleId).contains("type-change-rewrites");
        assertThat(verdicts.get(3).findings()).extracting(Finding::ruleId).contains("add-column-volatile-default");
    }

    @Test
    void noticesATransactionThatIsNotEnded() {
        assertThat(rules(EACH_STATEMENT, "BEGIN; SELECT 1;").getLast()).containsExactly("transaction-not-ended");
        assertThat(rules(EACH_STATEMENT, "BEGIN; SELECT 1; COMMIT;").getLast()).isEmpty();
        assertThat(rules(ONE_TRANSACTION, "BEGIN; SELECT 1; COMMIT;").getFirst())
                .containsExactly("transaction-in-script");
    }

    private static Touched table(String name) {
        return new Touched(Touched.Kind.TABLE, new QualifiedName("shop", name));
    }

    private static List<Verdict> judge(Runner runner, String script) {
        return Judge.of(snapshot, 0, runner).script(Statements.split(script));
    }

    private static List<Set<String>> rules(Runner runner, String script) {
        return judge(runner, script).stream().map(JudgeTest::rules).toList();
    }

    private static Set<String> rules(Verdict verdict) {
        Set<String> rules = new TreeSet<>();
        verdict.findings().forEach(finding -> rules.add(finding.ruleId()));
        return rules;
    }

    private static Judge sized(long rows, long bytes) {
        Map<QualifiedName, RelationSize> sizes = new HashMap<>(snapshot.sizes());
        sizes.replaceAll((name, size) -> new RelationSize(rows, bytes));
        return Judge.of(new Snapshot(snapshot.database(), sizes, Instant.EPOCH), 0, EACH_STATEMENT);
    }

    private static Severity severity(String sql, String rule, long rows, long bytes) {
        return sized(rows, bytes).script(Statements.split(sql)).getFirst().findings().stream()
                .filter(finding -> finding.ruleId().equals(rule))
                .map(Finding::severity)
                .findFirst()
                .orElseThrow();
    }
}
