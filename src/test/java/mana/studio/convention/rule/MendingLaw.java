package mana.studio.convention.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.ServiceRegistry;
import mana.studio.convention.Switches;
import mana.studio.design.Design;
import mana.studio.schema.Database;
import org.junit.jupiter.api.DynamicTest;

/// Whatever the database: a fix mends its breach, breaks no rule elsewhere, and is one step of undo.
public final class MendingLaw {
    private static final Conventions CONVENTIONS = new Conventions(ServiceRegistry.MANA, Switches.NONE);

    private MendingLaw() {}

    public static List<DynamicTest> of(Database database) {
        List<Breach> before = CONVENTIONS.check(database).open();
        return Conventions.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> mends(database, before, rule)))
                .toList();
    }

    private static void mends(Database database, List<Breach> before, Convention rule) {
        List<Breach> mendable = before.stream()
                .filter(breach -> breach.rule() == rule && breach.fix() != null)
                .toList();
        Database all = database;
        for (Breach breach : mendable) {
            Design mended = Design.of(database).edit(breach.fix());
            List<Breach> after = CONVENTIONS.check(mended.database()).open();
            assertThat(after).as("%s mended", breach.where()).noneMatch(breach::same);
            assertThat(after)
                    .as("new after mending %s", breach.where())
                    .allMatch(found -> before.stream().anyMatch(found::same));
            assertThat(mended.undo().database()).isEqualTo(database);
            all = Design.of(all).edit(breach.fix()).database();
        }
        assertThat(CONVENTIONS.check(all).open())
                .as("left after mending all of %s", rule.id())
                .noneMatch(found -> mendable.stream().anyMatch(found::same))
                .allMatch(found -> before.stream().anyMatch(found::same));
    }
}
