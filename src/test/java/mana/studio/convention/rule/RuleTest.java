package mana.studio.convention.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.ServiceRegistry;
import mana.studio.convention.Switches;
import mana.studio.design.Design;
import mana.studio.plan.Planner;
import mana.studio.schema.Database;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RuleTest {
    private static final Conventions CONVENTIONS = new Conventions(ServiceRegistry.MANA, Switches.NONE);

    @TestFactory
    Stream<DynamicTest> finds() {
        return each(found -> assertThat(breaches(found.rule(), read(made(found.broken()))))
                .extracting(Breach::where)
                .containsExactlyElementsOf(found.breaches()));
    }

    @TestFactory
    Stream<DynamicTest> leavesNearMissesAlone() {
        return each(found -> assertThat(breaches(found.rule(), read(made(found.nearMiss()))))
                .extracting(Breach::where)
                .isEmpty());
    }

    /// By the statements that the plan engine makes of the fixes, on a server.
    @TestFactory
    Stream<DynamicTest> mends() {
        return each(found -> {
            TestDatabase server = made(found.broken());
            Database before = read(server);
            List<Breach> mendable = breaches(found.rule(), before).stream()
                    .filter(breach -> breach.fix() != null)
                    .toList();
            assertThat(!mendable.isEmpty()).as("can be mended").isEqualTo(found.fixed());
            Design design = Design.of(before);
            for (Breach breach : mendable) {
                design = design.edit(Objects.requireNonNull(breach.fix()));
            }
            Scripts.run(server, Planner.planDesign(before, design.database()).sql());
            Database after = read(server);
            assertThat(after).as("read back").isEqualTo(design.database());
            assertThat(breaches(found.rule(), after))
                    .extracting(Breach::where)
                    .containsExactlyElementsOf(breaches(found.rule(), before).stream()
                            .filter(breach -> breach.fix() == null)
                            .map(Breach::where)
                            .toList());
        });
    }

    @Test
    void hasACaseForEveryRule() {
        assertThat(Conventions.ALL)
                .extracting(Convention::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"))
                .containsExactlyInAnyOrderElementsOf(
                        RuleCase.ALL.stream().map(RuleCase::rule).distinct().toList());
    }

    @Test
    void saysWhyAndHow() {
        assertThat(Conventions.ALL).allSatisfy(rule -> {
            assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
            assertThat(rule.reason()).endsWith(".");
            assertThat(rule.example()).isNotBlank();
        });
    }

    @Test
    void looksAtOneTableAsItDoesAtAll() {
        for (RuleCase found : RuleCase.ALL) {
            Database database = read(made(found.broken()));
            List<Breach> whole = CONVENTIONS.check(database).open();
            database.tables()
                    .forEach(table -> assertThat(
                                    CONVENTIONS.check(database, table).open())
                            .extracting(Breach::message)
                            .containsExactlyElementsOf(whole.stream()
                                    .filter(breach -> breach.spot().object().same(table.id()))
                                    .map(Breach::message)
                                    .toList()));
        }
    }

    private interface Check {
        void of(RuleCase found) throws Exception;
    }

    private static Stream<DynamicTest> each(Check check) {
        return RuleCase.ALL.stream()
                .map(found -> DynamicTest.dynamicTest(found.rule() + " " + found.breaches(), () -> check.of(found)));
    }

    private static TestDatabase made(String sql) {
        TestDatabase database = TestServer.freshDatabase();
        Scripts.run(database, RuleCase.PRELUDE + sql);
        return database;
    }

    private static Database read(TestDatabase database) {
        try {
            return new CatalogReader(database.source()).read(new Cancellation()).database();
        } catch (java.sql.SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    private static List<Breach> breaches(String rule, Database database) {
        return CONVENTIONS.check(database).open().stream()
                .filter(breach -> breach.rule().id().equals(rule))
                .toList();
    }
}
