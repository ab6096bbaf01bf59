package mana.studio.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.connection.Endpoint;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Target;
import mana.studio.plan.Plan;
import mana.studio.plan.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PermissionTest {
    private static final Course COURSE =
            Applying.order("CREATE TABLE a (x int)").course();

    private static Profile profile(Environment environment, String host, boolean readOnly, boolean allowed) {
        Target target = new Target(List.of(new Endpoint(host, 5432)), "mana_platform", "mana", Map.of());
        return new Profile("1", "Platform", environment, null, readOnly, allowed, target);
    }

    @Test
    void isFreeOnALocalDatabase() {
        Profile local = profile(Environment.LOCAL, "localhost", false, false);
        assertThat(Permission.toApply(local)).isEqualTo(new Permission.Free());
        assertThat(Permission.toTry(local)).isEqualTo(new Permission.Free());
        Consent.given(local, COURSE, "", Set.of());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LOCAL")
    void refusesElsewhereUnlessTheConnectionAllowsIt(Environment environment) {
        Profile profile = profile(environment, "localhost", false, false);
        assertThat(Permission.toApply(profile)).isInstanceOfSatisfying(Permission.Refused.class, refused -> {
            assertThat(refused.why()).contains(environment.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(refused.remedy()).contains("Allow applying schema changes");
        });
        assertThatThrownBy(() -> Consent.given(profile, COURSE, "mana_platform", Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LOCAL")
    void asksForTheNameWhereItIsAllowed(Environment environment) {
        Profile profile = profile(environment, "db.example.org", false, true);
        assertThat(Permission.toApply(profile)).isInstanceOf(Permission.TypeName.class);
        for (String typed : List.of("", "mana", "Mana_platform")) {
            assertThatThrownBy(() -> Consent.given(profile, COURSE, typed, Set.of()))
                    .hasMessageContaining("mana_platform");
        }
        Consent.given(profile, COURSE, "mana_platform", Set.of());
    }

    @Test
    void takesALocalDatabaseOnAnotherMachineForANonLocalOne() {
        Profile remote = profile(Environment.LOCAL, "db.example.org", false, false);
        assertThat(Permission.toApply(remote)).isInstanceOf(Permission.Refused.class);
    }

    @Test
    void refusesReadOnlyConnectionsWhateverElseTheyAllow() {
        Profile readOnly = profile(Environment.LOCAL, "localhost", true, true);
        assertThat(Permission.toApply(readOnly))
                .isInstanceOfSatisfying(
                        Permission.Refused.class,
                        refused -> assertThat(refused.remedy()).contains("Read-only"));
        assertThat(Permission.toTry(readOnly)).isInstanceOf(Permission.Refused.class);
    }

    @Test
    void triesOnLocalAndStagingOnly() {
        assertThat(Permission.toTry(profile(Environment.STAGING, "db.example.org", false, false)))
                .isEqualTo(new Permission.Free());
        assertThat(Permission.toTry(profile(Environment.PRODUCTION, "db.example.org", false, true)))
                .isInstanceOf(Permission.Refused.class);
    }

    @Test
    void wantsEveryLossAccepted() {
        Profile local = profile(Environment.LOCAL, "localhost", false, false);
        Plan plan = new Plan(
                List.of(
                        new Statement("CREATE TABLE a (x int)", null, null, List.of(), true),
                        new Statement("DROP TABLE users", null, "all rows of users", List.of(), true)),
                List.of(),
                List.of());
        Course course = Course.of(plan);
        assertThatThrownBy(() -> Consent.given(local, course, "", Set.of(1))).hasMessageContaining("all rows of users");
        Consent.given(local, course, "", Set.of(2));
    }

    @Test
    void putsWhatMustBeCommittedFirstIntoATransactionOfItsOwn() {
        Plan plan = new Plan(
                List.of(
                        new Statement("CREATE TABLE a (x int)", null, null, List.of(), true),
                        new Statement("ALTER TYPE mood ADD VALUE 'odd'", null, null, List.of(), false),
                        new Statement("ALTER TABLE a ALTER m SET DEFAULT 'odd'", null, null, List.of(), true),
                        new Statement("DROP INDEX CONCURRENTLY i", null, null, List.of(), false),
                        new Statement("REFRESH MATERIALIZED VIEW CONCURRENTLY v", null, null, List.of(), true)),
                List.of(),
                List.of());
        assertThat(Course.of(plan).legs().stream()
                        .map(leg -> leg.getClass().getSimpleName() + " "
                                + leg.lines().getFirst().number()))
                .containsExactly("Transaction 1", "Transaction 2", "Transaction 3", "Alone 4", "Transaction 5");
        assertThat(Course.of(plan).legs().get(1))
                .isInstanceOfSatisfying(
                        Leg.Transaction.class, own -> assertThat(own.reason()).contains("committed"));
    }
}
