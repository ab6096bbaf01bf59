package mana.studio.locks.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.Holder;
import mana.studio.locks.Level;
import mana.studio.locks.LockId;
import mana.studio.locks.LockKey;
import mana.studio.locks.Mode;
import mana.studio.locks.names.LockName.Category;
import mana.studio.locks.names.LockName.Source;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockNamesTest {
    private static final long DATABASE = 16_384;

    private final LockNames ofDatabase = new DatabaseKeys(DATABASE, "mana_platform");
    private final LockNames ofTools = new ToolKeys();

    /// The numbers the tools themselves take for a database of this name.
    @ParameterizedTest
    @CsvSource({
        "1937966205120138480, Rails migrations",
        "968983102088191648, sqlx migrations",
        "3894482792, golang-migrate",
        "77433833903597, Flyway",
        "-2164254923262169935, pg-boss"
    })
    void computesWhatToolsComputeFromTheDatabase(long key, String tool) {
        assertThat(ofDatabase.of(lock(LockKey.of(key)))).map(LockName::name).contains(tool);
    }

    @Test
    void computesForNoOtherDatabase() {
        AdvisoryLock elsewhere = new AdvisoryLock(new LockId(5, LockKey.of(3_894_482_792L)), List.of(), List.of());
        assertThat(ofDatabase.of(elsewhere)).isEmpty();
    }

    @Test
    void knowsTheConstantsOfTools() {
        assertThat(ofTools.of(lock(LockKey.of(72_707_369L))))
                .map(LockName::name)
                .contains("Prisma Migrate");
        LockName backup = ofTools.of(lock(LockKey.of(12_340_078_987_004_321L))).orElseThrow();
        assertThat(backup.isLease()).isTrue();
        assertThat(ofTools.of(lock(LockKey.of(16_185_446, 16_402 + Integer.MIN_VALUE))))
                .map(LockName::name)
                .contains("pg_repack of table 16402");
        assertThat(ofTools.of(lock(new LockKey(0, 7, 5)))).map(LockName::name).contains("Citus, class 5");
    }

    @Test
    void guessesAtASmallNumberOnlyWithTheToolsName() {
        assertThat(ofTools.of(lock(LockKey.of(200)))).isEmpty();
        assertThat(ofTools.of(heldBy(LockKey.of(200), "immich-server"))).hasValueSatisfying(name -> {
            assertThat(name.name()).isEqualTo("Immich migrations");
            assertThat(name.sure()).isFalse();
        });
    }

    @Test
    void believesTheTeamFirst(@TempDir Path project) throws IOException {
        Files.writeString(project.resolve(Registry.PROJECT_FILE), """
            {"locks": [{"key": "72707369", "name": "billing migrations", "service": "billing", "category": "MIGRATION"},
                       {"key": "not a key", "name": "broken"},
                       {"key": "-1, 42", "name": "leader of the mailer", "category": "LEADER"}]}
            """);
        Registry registry = Registry.ofProject(project);
        LockNames names = registry.or(ofTools);
        assertThat(names.of(lock(LockKey.of(72_707_369L)))).map(LockName::name).contains("billing migrations");
        assertThat(names.of(lock(LockKey.of(-1, 42)))).map(LockName::category).contains(Category.LEADER);
        assertThat(renamed(Registry.MANA, "").locks()).hasSize(Registry.MANA.locks().size() - 1);
        assertThat(Registry.MANA.of(lock(LockKey.of(987_654_321L))))
                .map(LockName::name)
                .contains("mana-auth migrations");
        Registry renamed = Registry.MANA.with(new Registry.Entry("987654321", "auth", "mana-auth", Category.MIGRATION));
        assertThat(renamed.of(lock(LockKey.of(987_654_321L))))
                .map(LockName::name)
                .contains("auth");
        assertThat(renamed.locks()).hasSameSizeAs(Registry.MANA.locks());
    }

    @Test
    void leavesABrokenListOfTheProjectWhereItIs(@TempDir Path project) throws IOException {
        Path file = Files.writeString(project.resolve(Registry.PROJECT_FILE), "{ not json");
        assertThat(Registry.ofProject(project).locks()).isEmpty();
        assertThat(file).content().isEqualTo("{ not json");
    }

    @Test
    void findsLocksInSource(@TempDir Path project) throws IOException {
        write(project, "services/mana-auth/src/migrate.ts", """
            import { sql } from 'drizzle-orm';
            // const OLD_LOCK_ID = 5;
            export const MIGRATION_LOCK_ID: bigint = 987_654_321n;
            const rows = await sql`SELECT pg_try_advisory_lock(${MIGRATION_LOCK_ID})`;
            await sql`SELECT pg_advisory_xact_lock(hashtext('nightly report'))`;
            """);
        write(project, "services/mail/lock.go", """
            const leaderLockID int64 = 0x4d41494c
            db.Exec("SELECT pg_advisory_lock(-1, 42)")
            """);
        write(project, "jobs/cron.py", """
            CRON_LOCK_KEY = 77
            cur.execute("select pg_advisory_lock_shared(%s)", (CRON_LOCK_KEY,))
            """);
        write(project, "db/fix.sql", "SELECT pg_advisory_unlock(123::bigint);\n");
        write(project, "node_modules/x/index.js", "const X_LOCK_ID = 99;");
        write(
                project,
                "services/other.ts",
                "import { MIGRATION_LOCK_ID } from './x';\n"
                        + "await q(`select pg_advisory_unlock(${MIGRATION_LOCK_ID})`);\n");
        SourceScan scan = SourceScan.of(project);
        assertThat(scan.of(lock(LockKey.of(987_654_321L)))).hasValueSatisfying(name -> {
            assertThat(name.name()).isEqualTo("MIGRATION_LOCK_ID");
            assertThat(name.detail()).endsWith("migrate.ts:3");
            assertThat(name.category()).isEqualTo(Category.MIGRATION);
        });
        assertThat(scan.of(lock(LockKey.of(0x4d41494cL))))
                .map(LockName::category)
                .contains(Category.LEADER);
        assertThat(scan.of(lock(LockKey.of(-1, 42)))).map(LockName::detail).contains("services/mail/lock.go:2");
        assertThat(scan.of(lock(LockKey.of(77)))).map(LockName::category).contains(Category.JOB);
        assertThat(scan.of(lock(LockKey.of(123)))).map(LockName::detail).contains("db/fix.sql:1");
        assertThat(scan.of(lock(LockKey.of(99)))).isEmpty();
        assertThat(scan.of(lock(LockKey.of(5)))).isEmpty();
        assertThat(scan.mentions())
                .filteredOn(mention -> mention.file().equals("services/other.ts"))
                .hasSize(1);
        assertThat(scan.mentions())
                .anySatisfy(mention -> assertThat(mention.hashed()).contains("nightly report"));
    }

    @Test
    void asksTheServerForHashes(@TempDir Path project) throws IOException, SQLException {
        write(project, "a.ts", "await sql`SELECT pg_advisory_lock(hashtext('nightly report'))`;\n");
        try (Connection connection = TestServer.server().source("postgres").getConnection()) {
            LockNames names = HashedTexts.of(connection, SourceScan.of(project).mentions());
            assertThat(names.of(lock(LockKey.of(-988_976_779))))
                    .map(LockName::name)
                    .contains("pg_partman, run_maintenance");
            var hash = connection.createStatement().executeQuery("SELECT hashtext('nightly report')::bigint");
            hash.next();
            assertThat(names.of(lock(LockKey.of(hash.getLong(1))))).hasValueSatisfying(name -> {
                assertThat(name.source()).isEqualTo(Source.PROJECT);
                assertThat(name.name()).isEqualTo("nightly report");
            });
        }
    }

    @Test
    void readsLettersLast() {
        LockNames names = ofTools.or(new Letters());
        assertThat(names.of(lock(LockKey.of(0x4C61_6E67_666C_6F77L))))
                .map(LockName::name)
                .contains("Langflow migrations");
        assertThat(names.of(lock(LockKey.of(0x6D61_6E61_6C6F_636BL))))
                .map(LockName::name)
                .contains("“manalock”");
    }

    private static Registry renamed(Registry registry, String name) {
        return registry.with(new Registry.Entry("987_654_321", name, null, Category.OTHER));
    }

    private static void write(Path project, String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static AdvisoryLock lock(LockKey key) {
        return new AdvisoryLock(new LockId(DATABASE, key), List.of(), List.of());
    }

    private static AdvisoryLock heldBy(LockKey key, String application) {
        Backend backend = new Backend(
                new BackendId(1, "2026-01-01", 10L, "3"),
                DATABASE,
                "app",
                application,
                null,
                "client backend",
                null,
                "idle",
                null,
                null,
                null,
                null,
                false,
                Duration.ZERO,
                null,
                Duration.ZERO,
                false,
                "",
                false,
                false,
                null,
                List.of(),
                Set.of());
        Holder holder = new Holder.Session(backend, Set.of(Mode.EXCLUSIVE), Level.SESSION, 1);
        return new AdvisoryLock(new LockId(DATABASE, key), List.of(holder), List.of());
    }
}
