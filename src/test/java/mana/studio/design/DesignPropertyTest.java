package mana.studio.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mana.studio.connection.Cancellation;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.plan.Statement;
import mana.studio.plan.random.RandomSchema;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Table;
import mana.studio.scratch.Scratch;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchServer;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Laws that hold for any edits of any design: what a server has after the plan was run is the design; undo of all
/// leads
/// back to the base, redo of all to the design; and what was applied is no change any more. `-Dmana.designs=N` tries
/// more,
/// `-Dmana.seed=S` begins with another.
class DesignPropertyTest {
    private static final int DESIGNS = Integer.getInteger("mana.designs", 120);
    private static final long SEED = Long.getLong("mana.seed", 1);
    private static final int EDITS = 8;
    private static final int TOLD = Integer.getInteger("mana.told", 3);

    /// With the powers that the judge of plans gives them: the server is one for all tests, and so is the scratch server.
    @BeforeAll
    static void makeRoles() throws Exception {
        try (ScratchDatabase scratch = ScratchServer.shared().create()) {
            for (String role : List.of("judged_reader", "judged_writer", "judged_owner")) {
                String make = "DO $$ BEGIN CREATE ROLE " + role
                        + " SUPERUSER; EXCEPTION WHEN duplicate_object THEN ALTER ROLE " + role + " SUPERUSER; END $$";
                TestServer.execute(TestServer.server().source("postgres"), make);
                TestServer.execute(scratch.source(), make);
            }
        }
    }

    @Test
    void leadsToWhatWasDesignedAndBack() {
        List<String> failures = new ArrayList<>();
        for (long seed = SEED; seed < SEED + DESIGNS && failures.size() < TOLD; seed++) {
            try {
                judge(seed);
            } catch (Exception | AssertionError failed) {
                String text = String.valueOf(failed.getMessage());
                failures.add("-Dmana.designs=1 -Dmana.seed=" + seed + "\n"
                        + text.substring(0, Math.min(2500, text.length())) + "\n"
                        + (failed instanceof AssertionError
                                ? ""
                                : java.util.Arrays.asList(failed.getStackTrace())
                                        .subList(0, Math.min(12, failed.getStackTrace().length))));
            }
        }
        assertThat(String.join("\n\n", failures)).isEmpty();
    }

    /// Names that cannot stand, in any order: nothing fails, and no plan takes a table away for them.
    @Test
    void bearsHalfTypedNames() throws Exception {
        for (long seed = SEED; seed < SEED + Math.min(10, DESIGNS); seed++) {
            TestDatabase database = TestServer.freshDatabase();
            run(database, RandomSchema.of(seed, 18));
            Database base = Databases.read(database);
            Random random = new Random(seed);
            Database design = base;
            for (int at = 0; at < 25; at++) {
                List<Table> tables = design.tables().toList();
                Table table = tables.get(random.nextInt(tables.size()));
                Table other = tables.get(random.nextInt(tables.size()));
                Column column =
                        table.columns().get(random.nextInt(table.columns().size()));
                design = switch (random.nextInt(5)) {
                    case 0 -> Edits.rename(design, table.id(), "");
                    case 1 -> Edits.rename(design, table.id(), other.name().name());
                    case 2 -> Edits.renameColumn(design, table.id(), column.id(), "");
                    case 3 ->
                        Edits.renameColumn(
                                design,
                                table.id(),
                                column.id(),
                                table.columns().getLast().name());
                    default ->
                        Edits.rename(design, design.schemas().getLast().id(), random.nextBoolean() ? "" : "public");
                };
                Sketch sketch = new Sketch(design, List.of());
                Plan plan = Planner.planDesign(base, Standing.of(base, design));
                assertThat(plan.statements())
                        .as("renames only, and what goes along")
                        .noneMatch(statement -> statement.sql().startsWith("DROP TABLE"));
                Validation.of(base, sketch);
                PendingChanges.of(base, sketch);
                Rebase.of(base, sketch, base.withVersion(base.version()), false);
            }
        }
    }

    @Test
    void tellsNamesApartThatAreSwapped() throws Exception {
        TestDatabase database = TestServer.freshDatabase();
        run(
                database,
                "CREATE SCHEMA s; CREATE TABLE s.a (x integer CHECK (x > 0), y integer); CREATE TABLE s.b (z text);");
        Database base = Databases.read(database);
        Table a = Databases.table(base, "s", "a");
        Table b = Databases.table(base, "s", "b");
        Database design = base;
        design = Edits.renameColumn(design, a.id(), a.columns().getFirst().id(), "between");
        design = Edits.renameColumn(design, a.id(), a.columns().getLast().id(), "x");
        design = Edits.renameColumn(design, a.id(), a.columns().getFirst().id(), "y");
        design = Edits.rename(design, a.id(), "between");
        design = Edits.rename(design, b.id(), "a");
        design = Edits.rename(design, a.id(), "b");
        Plan plan = Planner.planDesign(base, design);
        for (Statement statement : plan.statements()) {
            run(database, statement.sql());
        }
        same(Databases.read(database), Scratch.canonical(design, new Cancellation()), plan.sql());
        assertThat(plan.destroysData()).isFalse();
    }

    private static void judge(long seed) throws Exception {
        TestDatabase database = TestServer.freshDatabase();
        try {
            run(database, RandomSchema.of(seed, 18));
            Database base = Databases.read(database);
            Design design = Design.of(base);
            List<String> done = new ArrayList<>();
            RandomEdits edits = new RandomEdits(seed, base);
            while (done.size() < EDITS) {
                Edit edit = edits.next(design.current()).orElse(null);
                if (edit != null) {
                    design = design.edit(edit);
                    done.add(edit.label());
                }
            }
            history(design, base);
            Plan plan =
                    Planner.planDesign(base, design.database(), design.current().labels());
            String told = String.join("\n", done) + "\n--\n" + plan.sql();
            for (Statement statement : plan.statements()) {
                try {
                    run(database, statement.sql());
                } catch (SQLException refused) {
                    throw new AssertionError(refused.getMessage() + "\nin " + statement.sql() + "\n" + told, refused);
                }
            }
            Database reached = Databases.read(database);
            same(reached, Scratch.canonical(design.database(), new Cancellation()), told);
            Rebase.Result rebased = Rebase.of(base, design.current(), reached, true);
            assertThat(rebased.conflicts().stream().map(Conflict::what).toList())
                    .as(told)
                    .isEmpty();
            assertThat(Planner.planDesign(
                                    reached,
                                    rebased.sketch().database(),
                                    rebased.sketch().labels())
                            .sql())
                    .as("left of what was applied\n" + told)
                    .isEmpty();
        } finally {
            TestServer.execute(
                    TestServer.server().source("postgres"), "DROP DATABASE " + database.name() + " WITH (FORCE)");
        }
    }

    private static void history(Design design, Database base) {
        Design back = design;
        while (back.undoable().isPresent()) {
            back = back.undo();
        }
        if (!back.isEmpty() || back.database() != base) {
            throw new AssertionError("undo of all is not the base");
        }
        Design forth = back;
        while (forth.redoable().isPresent()) {
            forth = forth.redo();
        }
        if (!forth.current().equals(design.current())) {
            throw new AssertionError("redo of all is not the design");
        }
        Design kept = KeptDesign.of(design).on(base);
        if (!kept.current().equals(design.current())) {
            throw new AssertionError("what was kept is not the design");
        }
    }

    /// Both ways: a plan between equals says nothing.
    private static void same(Database reached, Database design, String told) {
        assertThat(Planner.plan(reached, design).sql())
                .as("not reached\n" + told)
                .isEmpty();
        assertThat(Planner.plan(design, reached).sql())
                .as("reached, and not designed\n" + told)
                .isEmpty();
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        String url = "jdbc:postgresql://localhost:" + TestServer.server().port() + "/" + database.name()
                + "?user=postgres&preferQueryMode=simple";
        try (Connection connection = DriverManager.getConnection(url);
                java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
