package mana.studio.locks.names;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.names.LockName.Category;
import mana.studio.locks.names.LockName.Source;

/// Keys that known tools compute from the names of a database, a schema, a table: computed here for one database in the
/// same way, and compared.
public final class DatabaseKeys implements LockNames {
    private final long database;
    private final Map<Long, LockName> names = new HashMap<>();

    /// @param oid  of the database
    /// @param name of the database
    public DatabaseKeys(long oid, String name) {
        database = oid;
        // rails, activerecord/lib/active_record/migration.rb
        add(2_053_462_845L * crc32(name), "Rails migrations", name);
        // sqlx, sqlx-postgres/src/migrate.rs
        add(0x3D32_AD9EL * crc32(name), "sqlx migrations", name);
        // golang-migrate, database/util.go
        add(
                golangMigrate("public", "schema_migrations", name),
                "golang-migrate",
                "public.schema_migrations in " + name);
        // flyway, PostgreSQLAdvisoryLockTemplate
        add(77_431_708_279_161L + "\"public\".\"flyway_schema_history\"".hashCode(), "Flyway", "flyway_schema_history");
        pgBoss(name, "", "pg-boss");
        pgBoss(name, "create-queue", "pg-boss, creating a queue");
        pgBoss(name, "delete-queue", "pg-boss, deleting a queue");
        pgBoss(name, "queue-stats-insert", "pg-boss, statistics");
    }

    private void add(long key, String tool, String from) {
        names.put(key, new LockName(tool, Source.COMPUTED, "computed from " + from, Category.MIGRATION, true));
    }

    /// pg-boss, src/plans.ts: the first half of a digest.
    private void pgBoss(String name, String suffix, String tool) {
        long key = ByteBuffer.wrap(sha224(name + ".pgboss.pgboss" + suffix)).getLong();
        names.put(key, new LockName(tool, Source.COMPUTED, "computed from " + name, Category.JOB, true));
    }

    private static long golangMigrate(String schema, String table, String database) {
        // 32 bits, unsigned, as Go multiplies them.
        return crc32(schema + "\0" + table + "\0" + database) * 1_486_364_155L & 0xFFFF_FFFFL;
    }

    private static long crc32(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    private static byte[] sha224(String text) {
        try {
            return MessageDigest.getInstance("SHA-224").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-224", absent);
        }
    }

    @Override
    public Optional<LockName> of(AdvisoryLock lock) {
        return lock.id().database() == database && lock.key().bigint().isPresent()
                ? Optional.ofNullable(names.get(lock.key().bigint().getAsLong()))
                : Optional.empty();
    }
}
