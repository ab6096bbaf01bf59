package mana.studio.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import mana.studio.connection.Cancellation;
import mana.studio.design.Edits;
import mana.studio.plan.Planner;
import mana.studio.safety.safer.Phase;
import mana.studio.safety.safer.Safer;
import mana.studio.safety.safer.SaferOptions;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A safer plan phase by phase on a real server, each run by a studio that knows nothing but what is on disk.
@Timeout(120)
class PhasedPlanTest {
    @TempDir
    private Path home;

    private Applying applying;
    private Database base;
    private Database wanted;
    private PhasedPlan plan;

    @BeforeEach
    void open() throws Exception {
        applying = new Applying(home, """
            CREATE TABLE users (id int PRIMARY KEY, email text, age integer);
            INSERT INTO users SELECT n, 'u' || n, n FROM generate_series(1, 100) AS n;
            CREATE VIEW mails AS SELECT id, email FROM users;\
            """);
        base = applying.read();
        Table users = base.tables().findFirst().orElseThrow();
        wanted = Edits.changeColumn(
                Edits.renameColumn(
                        base, users.id(), users.column("email").orElseThrow().id(), "mail"),
                users.id(),
                users.column("age").orElseThrow().id(),
                age -> age.withNotNull(Column.NotNull.PLAIN));
        plan = PhasedPlan.of(
                Safer.of(Planner.planDesign(base, wanted), base, wanted, SaferOptions.DEFAULT)
                        .phases(),
                wanted);
    }

    @AfterEach
    void close() {
        applying.close();
    }

    @Test
    void isAppliedPhaseByPhaseAcrossStarts() throws Exception {
        assertThat(plan.phases()).extracting(Phase::name).startsWith(Phase.Name.EXPAND, Phase.Name.MIGRATE);
        assertThat(standing()).isEmpty();
        Outcome outcome = applying.apply(plan.order(base), Applying.SHORT);
        assertThat(outcome.comparison()).isNull();
        for (int number = 2; number <= plan.phases().size(); number++) {
            PhasedPlan kept = standing().orElseThrow().plan();
            assertThat(kept.number()).isEqualTo(number);
            assertThat(kept.isHalfDone()).isFalse();
            assertThat(kept.phases()).isEqualTo(plan.phases());
            assertThat(kept.later()).hasSize(plan.phases().size() - number);
            // Code of both schemas runs.
            assertThat(applying.ask("SELECT count(email) || ' ' || count(mail) FROM users"))
                    .isEqualTo(number == 2 ? "100 0" : "100 100");
            outcome = applying.apply(kept.order(null), Applying.SHORT);
            assertThat(outcome.ending()).isEqualTo(new Ending.Applied());
        }
        assertThat(outcome.comparison()).isEqualTo(new Comparison(List.of(), ""));
        assertThat(standing()).isEmpty();
        assertThat(home.resolve("state/apply").toFile().list()).isEmpty();
    }

    @Test
    void keepsNothingWhereItsFirstPhaseWasNotBegun() throws Exception {
        applying.database.run("ALTER TABLE users ADD COLUMN meanwhile int");
        assertThat(applying.apply(plan.order(base), Applying.SHORT).ending()).isInstanceOf(Ending.Stale.class);
        assertThat(standing()).isEmpty();
    }

    @Test
    void goesOnWhereAPhaseHasStopped() throws Exception {
        applying.apply(plan.order(base), Applying.SHORT);
        PhasedPlan second = standing().orElseThrow().plan();
        int legs = second.order(null).course().legs().size();
        assertThat(legs).isGreaterThan(1);
        applying.database.run("UPDATE users SET age = NULL WHERE id = 7");
        Outcome stopped = applying.apply(second.order(null), Applying.SHORT);
        assertThat(stopped.ending()).isNotInstanceOf(Ending.Applied.class);

        PhasedPlan rest = standing().orElseThrow().plan();
        assertThat(rest.number()).isEqualTo(2);
        assertThat(rest.committed()).isEqualTo(second.committed() + stopped.committed());
        applying.database.run("UPDATE users SET age = 7 WHERE id = 7");
        try (Connection other = applying.other("SELECT 1")) {
            assertThat(applying.apply(rest.order(null), Applying.SHORT).ending())
                    .isEqualTo(new Ending.Applied());
            other.rollback();
        }
        assertThat(standing().map(found -> found.plan().number()))
                .isEqualTo(plan.phases().size() == 2 ? Optional.empty() : Optional.of(3));
    }

    @Test
    void isForgottenWhenAPersonSaysSo() throws Exception {
        applying.apply(plan.order(base), Applying.SHORT);
        applying.journal.agenda().forget(applying.profile.id());
        assertThat(standing()).isEmpty();
    }

    /// As the next start sees it.
    private Optional<Agenda.Standing> standing() throws Exception {
        Journal fresh = new Journal(Applying.places(home));
        return fresh.agenda().standing(fresh, applying.workspace, new Cancellation());
    }
}
