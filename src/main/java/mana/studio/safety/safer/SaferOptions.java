package mana.studio.safety.safer;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.plan.PlanOptions;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// How careful a safer plan is.
///
/// @param sizes       of the relations of the database that is changed; one that is missing counts as large
/// @param smallBytes  tables up to this size are changed directly
/// @param batchRows   how many rows a batch changes at most
/// @param pause       between two batches
/// @param lockTimeout how long a transaction may wait for a lock
/// @param retries     how often it tries again
/// @param start       the date of the first phase; null where none is set
/// @param between     how long the code of the new schema has to spread before the old goes, from phase to phase
/// @param schemas     as in {@link PlanOptions}
/// @param runner      as in {@link PlanOptions}
public record SaferOptions(
        Map<QualifiedName, RelationSize> sizes,
        long smallBytes,
        int batchRows,
        Duration pause,
        Duration lockTimeout,
        int retries,
        @Nullable LocalDate start,
        Period between,
        List<String> schemas,
        @Nullable String runner) {
    /// Tables up to 10 MB are small; 2,000 rows a batch; two seconds for a lock, twenty times; a week between phases.
    public static final SaferOptions DEFAULT = new SaferOptions(
            Map.of(),
            10 << 20,
            2_000,
            Duration.ofMillis(100),
            Duration.ofSeconds(2),
            20,
            null,
            Period.ofDays(7),
            List.of(),
            null);

    public SaferOptions {
        sizes = Map.copyOf(sizes);
        schemas = List.copyOf(schemas);
    }

    public SaferOptions withSizes(Map<QualifiedName, RelationSize> known) {
        return new SaferOptions(
                known, smallBytes, batchRows, pause, lockTimeout, retries, start, between, schemas, runner);
    }

    public SaferOptions withBatches(int rows, Duration pauseBetween) {
        return new SaferOptions(
                sizes, smallBytes, rows, pauseBetween, lockTimeout, retries, start, between, schemas, runner);
    }

    public SaferOptions withStart(LocalDate date) {
        return new SaferOptions(
                sizes, smallBytes, batchRows, pause, lockTimeout, retries, date, between, schemas, runner);
    }

    /// Those of the plan that is to be made safer.
    public SaferOptions withPlanOptions(PlanOptions planned) {
        return new SaferOptions(
                sizes,
                smallBytes,
                batchRows,
                pause,
                lockTimeout,
                retries,
                start,
                between,
                planned.schemas(),
                planned.runner());
    }
}
