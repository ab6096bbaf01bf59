package mana.studio.locks.names;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.LockKey;
import mana.studio.locks.names.LockName.Category;
import mana.studio.locks.names.LockName.Source;

/// Keys that known tools have written into their source. A number that a person would think of too is no proof: it is
/// called "maybe" where the holder calls itself like the tool, and nothing otherwise.
public final class ToolKeys implements LockNames {
    /// Numbers that nobody picks twice.
    private static final Map<Long, Tool> CONSTANTS = Map.ofEntries(
            // schema-engine of Prisma, flavour postgres.
            entry(72_707_369L, new Tool("Prisma Migrate", Category.MIGRATION)),
            // kysely, src/dialect/postgres/postgres-adapter.ts
            entry(3_853_314_791_062_309_107L, new Tool("Kysely migrations", Category.MIGRATION)),
            // node-pg-migrate, src/runner.ts
            entry(7_241_865_325_823_964L, new Tool("node-pg-migrate", Category.MIGRATION)),
            // postgres-migrations, src/with-lock.ts; Supabase Storage takes the same
            entry(
                    -8_525_285_245_963_000_605L,
                    new Tool("postgres-migrations, or Supabase Storage", Category.MIGRATION)),
            entry(-8_575_985_245_963_000_605L, new Tool("Supabase Storage, many tenants", Category.MIGRATION)),
            // goose, lock/session_locker_options.go: crc32("goose")
            entry(4_097_083_626L, new Tool("goose", Category.MIGRATION)),
            // tern, migrate/migrate.go
            entry(9_628_173_550_095_224L, new Tool("tern", Category.MIGRATION)),
            // atlas, cmdapi/migrate.go: fnv1-32 of the lock's name
            entry(2_686_470_616L, new Tool("Atlas, migrate apply", Category.MIGRATION)),
            entry(361_947_982L, new Tool("Atlas, migrate diff", Category.MIGRATION)),
            // sqitch, lib/App/Sqitch/Engine/pg.pm
            entry(75_474_063L, new Tool("Sqitch", Category.MIGRATION)),
            entry(0x4C61_6E67_666C_6F77L, new Tool("Langflow migrations", Category.MIGRATION)),
            // pgbackrest, src/db/db.c: held as long as a backup runs
            entry(12_340_078_987_004_321L, new Tool("pgBackRest, a backup", Category.BACKUP)),
            entry(28_319L, new Tool("GreptimeDB, leader of the metadata servers", Category.LEADER)));

    /// Numbers that many pick, with the word in `application_name` that makes the tool likely.
    private static final Map<Long, Guess> GUESSES = Map.ofEntries(
            entry(1_234_567_890L, new Guess("dbos", "DBOS migrations", Category.MIGRATION)),
            entry(12_345L, new Guess("evolve", "Evolve", Category.MIGRATION)),
            entry(4_004L, new Guess("marten", "Marten, apply changes", Category.MIGRATION)),
            entry(1_000L, new Guess("authentik", "authentik migrations", Category.MIGRATION)),
            entry(1L, new Guess("airflow", "Airflow migrations", Category.MIGRATION)),
            entry(2L, new Guess("airflow", "Airflow scheduler", Category.LEADER)),
            entry(200L, new Guess("immich", "Immich migrations", Category.MIGRATION)),
            entry(100_100L, new Guess("netbox", "NetBox", Category.OTHER)),
            entry(-1L, new Guess("terraform", "Terraform, a new state", Category.OTHER)));

    /// pg_repack, bin/pg_repack.c: the table's oid in the second half.
    private static final long REPACK = 16_185_446;

    private record Tool(String name, Category category) {}

    private record Guess(String application, String name, Category category) {}

    @Override
    public Optional<LockName> of(AdvisoryLock lock) {
        LockKey key = lock.key();
        return switch (key.kind()) {
            case BIGINT -> ofNumber(lock, key.bigint().orElseThrow());
            case PAIR -> ofPair(key);
            case FOREIGN -> Optional.of(foreign(key));
        };
    }

    private static Optional<LockName> ofNumber(AdvisoryLock lock, long number) {
        Tool tool = CONSTANTS.get(number);
        if (tool != null) {
            return Optional.of(
                    new LockName(tool.name(), Source.KNOWN, "a constant of the tool", tool.category(), true));
        }
        Guess guess = GUESSES.get(number);
        return guess == null || !isHeldBy(lock, guess.application())
                ? Optional.empty()
                : Optional.of(new LockName(
                        guess.name(), Source.KNOWN, "a number that others use too", guess.category(), false));
    }

    private static boolean isHeldBy(AdvisoryLock lock, String word) {
        return lock.sessions().stream()
                .anyMatch(session ->
                        session.backend().application().toLowerCase(Locale.ROOT).contains(word));
    }

    private static Optional<LockName> ofPair(LockKey key) {
        if (key.classid() != REPACK) {
            return Optional.empty();
        }
        // The oid less 2^31, so that it fits into an int.
        long table = (int) key.objid() + 0x8000_0000L;
        return Optional.of(new LockName(
                "pg_repack of table " + table, Source.COMPUTED, "its second half names the table", Category.JOB, true));
    }

    private static LockName foreign(LockKey key) {
        // Citus, src/include/distributed/resource_lock.h
        boolean citus = key.objsubid() >= 4 && key.objsubid() <= 16;
        String name = citus ? "Citus, class " + key.objsubid() : "an extension, class " + key.objsubid();
        return new LockName(name, Source.KNOWN, "a class of an extension's own", Category.OTHER, !citus);
    }
}
