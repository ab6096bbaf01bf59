package mana.studio.drizzle.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Endpoint;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Target;
import mana.studio.connection.Workspace;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The connection is cut at COMMIT: that nobody knows what became of it is said, and then the books are asked.
@Timeout(60)
class LostCommitTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"ONE_TRANSACTION, true", "ONE_TRANSACTION, false", "COMMIT_BETWEEN, true", "COMMIT_BETWEEN, false"})
    void isUnknownUntilTheBooksAreAsked(Mode mode, boolean heard) throws Exception {
        Folder folder = Folder.of(
                home.resolve("migrations"),
                "CREATE TABLE first (x int);",
                "CREATE TABLE second (x int);\n--> statement-breakpoint\nCREATE INDEX seconds ON second (x);");
        try (Migrating direct = new Migrating(home)) {
            Target target = direct.database.target();
            Endpoint server = target.endpoints().getFirst();
            try (CuttingRelay relay = new CuttingRelay(server, "CREATE INDEX seconds", heard);
                    Workspace through = through(target, relay)) {
                MigrateOutcome outcome = new Migrator(through, direct.journal)
                        .run(
                                new Migrator.Request(folder.path, direct.table, Migrating.LOCK, mode, null, null),
                                Permit.given(through.profile(), ""),
                                Waiting.STANDARD,
                                direct.heard::add,
                                direct.cancellation);
                assertThat(outcome).isInstanceOf(MigrateOutcome.Lost.class);
                assertThat(outcome.exitCode()).isOne();
                assertThat(RunLog.ended(outcome)).contains("Nobody knows whether it did");
            }
            Proposal run = direct.heard.stream()
                    .filter(MigrateEvent.Decided.class::isInstance)
                    .map(event -> ((MigrateEvent.Decided) event).proposal())
                    .findFirst()
                    .orElseThrow();
            MigratorTest.await("its session has ended", () -> isFree(direct));

            Aftermath after = Aftermath.of(run, direct.propose(folder.path, mode));
            boolean first = heard || mode == Mode.COMMIT_BETWEEN;
            assertThat(after.committed())
                    .isEqualTo(heard ? List.of("0000_m", "0001_m") : first ? List.of("0000_m") : List.of());
            assertThat(after.words())
                    .startsWith(
                            heard
                                    ? "The books say that it was committed"
                                    : first
                                            ? "The books say that 0000_m was committed and 0001_m was not"
                                            : "The books say that nothing was committed");
            assertThat(direct.ask("SELECT to_regclass('seconds')")).containsExactly(heard ? "seconds" : "null");

            // Whatever it was, running again ends well and does nothing twice.
            direct.run(folder.path, mode, Waiting.STANDARD);
            assertThat(direct.rows()).hasSize(2);
            assertThat(direct.ask("SELECT to_regclass('seconds')")).containsExactly("seconds");
        }
    }

    private static boolean isFree(Migrating direct) {
        try {
            return direct.isFree();
        } catch (java.sql.SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    private static Workspace through(Target target, CuttingRelay relay) throws Exception {
        Target other = new Target(List.of(relay.endpoint()), target.database(), target.user(), target.parameters());
        return Workspace.open(
                new Profile("relay", "Relay", Environment.LOCAL, null, false, other),
                null,
                _ -> {},
                new Cancellation());
    }
}
