package mana.studio.drizzle.drift;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.drift.CodeException.Reason;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.ServiceScope;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.drizzle.snapshot.Translation;
import mana.studio.drizzle.snapshot.Unmodelled;
import mana.studio.drizzle.snapshot.UnreadableSnapshot;
import mana.studio.schema.Database;
import mana.studio.scratch.Scratch;
import mana.studio.scratch.ScratchException;
import org.jspecify.annotations.Nullable;

/// Reads the sides of a service, each made on the scratch server. A side that cannot be read is left out, and why is
/// said; the others are compared all the same.
public final class DriftReader {
    private final Asked asked;
    private final Cancellation cancellation;
    private final Map<Side, Database> sides = new EnumMap<>(Side.class);
    private final Map<Side, String> missing = new EnumMap<>(Side.class);
    private DrizzleSchema said = DrizzleSchema.EMPTY;

    private DriftReader(Asked asked, Cancellation cancellation) {
        this.asked = asked;
        this.cancellation = cancellation;
    }

    /// @param folder     the service's
    /// @param config     its drizzle.config; null where it has none
    /// @param migrations its migrations; null where it has none
    /// @param schemas    the PostgreSQL schemas that are its own
    /// @param filter     `schemaFilter`, as push goes by it
    /// @param live       the catalog of the open database
    public record Asked(
            Path folder,
            @Nullable Path config,
            @Nullable MigrationFolder migrations,
            Set<String> schemas,
            Set<String> filter,
            Database live) {
        public Asked {
            schemas = Set.copyOf(schemas);
            filter = Set.copyOf(filter);
        }
    }

    /// @param drift   of the sides that could be read
    /// @param missing why the others could not, for people
    /// @param losses  what push would destroy; empty where code or database could not be read
    /// @param hidden  schemas that the code declares and push does not see
    /// @param silent  what the database has and Drizzle has no words for
    /// @param said    the newest snapshot in Drizzle's words; empty where there is none
    public record Read(
            Drift drift,
            Map<Side, String> missing,
            List<PushLoss> losses,
            List<String> hidden,
            List<Unmodelled> silent,
            DrizzleSchema said) {
        public Read {
            silent = List.copyOf(silent);
            missing = Map.copyOf(missing);
            losses = List.copyOf(losses);
            hidden = List.copyOf(hidden);
        }
    }

    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public static Read read(Asked asked, Cancellation cancellation) {
        DriftReader reader = new DriftReader(asked, cancellation);
        reader.code();
        reader.snapshot();
        reader.database();
        return reader.compared();
    }

    private void code() {
        if (asked.config() == null) {
            missing.put(
                    Side.CODE, "There is no drizzle.config in " + asked.folder().getFileName() + ".");
            return;
        }
        try {
            String sql = CodeExport.sql(asked.folder(), asked.config(), cancellation);
            sides.put(Side.CODE, loaded(sql));
        } catch (CodeException refused) {
            missing.put(Side.CODE, refused.getMessage() + " " + refused.advice());
        }
    }

    private Database loaded(String sql) throws CodeException {
        try {
            return Scratch.read(sql, cancellation);
        } catch (ScratchException refused) {
            throw new CodeException(
                    Reason.BROKEN_SQL,
                    "PostgreSQL refuses what drizzle-kit makes of the code: "
                            + refused.failure().text(),
                    "drizzle-kit export prints the SQL; correct what it is made of.");
        }
    }

    private void snapshot() {
        Optional<Migration> newest = asked.migrations() == null
                ? Optional.empty()
                : asked.migrations().migrations().stream()
                        .filter(migration -> migration.snapshot() != null)
                        .max(Comparator.comparingInt(Migration::position));
        if (newest.isEmpty()) {
            missing.put(Side.SNAPSHOT, "There is no snapshot: no migration was generated yet.");
            return;
        }
        try {
            said = Snapshots.stateOf(Objects.requireNonNull(asked.migrations()), newest.get())
                    .schema();
            sides.put(Side.SNAPSHOT, Snapshots.toDatabase(said, cancellation));
        } catch (UnreadableSnapshot unreadable) {
            missing.put(Side.SNAPSHOT, String.valueOf(unreadable.getMessage()));
        } catch (ScratchException refused) {
            missing.put(
                    Side.SNAPSHOT,
                    "PostgreSQL refuses what the snapshot of " + newest.get().tag() + " says: "
                            + refused.failure().text());
        }
    }

    private void database() {
        try {
            sides.put(Side.DATABASE, Scratch.canonical(asked.live(), cancellation));
        } catch (ScratchException refused) {
            missing.put(
                    Side.DATABASE,
                    "The database's schema cannot be made on the built-in PostgreSQL, so it cannot be compared: "
                            + refused.failure().text());
        }
    }

    private Read compared() {
        Drift drift = Drift.between(sides, asked.schemas());
        Database code = sides.get(Side.CODE);
        Database live = sides.get(Side.DATABASE);
        return new Read(
                drift,
                missing,
                code == null || live == null ? List.of() : PushForecast.of(live, code, asked.filter()),
                code == null ? List.of() : PushForecast.hidden(code, asked.filter()),
                live == null ? List.of() : silent(live),
                said);
    }

    private List<Unmodelled> silent(Database live) {
        return Translation.of(live, ServiceScope.of(asked.schemas()), said, sides.get(Side.SNAPSHOT))
                .unmodelled();
    }
}
