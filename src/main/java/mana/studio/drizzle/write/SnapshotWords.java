package mana.studio.drizzle.write;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import mana.studio.connection.Cancellation;
import mana.studio.ddl.Ddl;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.ServiceScope;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.drizzle.snapshot.Translation;
import mana.studio.drizzle.write.Composition.Part;
import mana.studio.plan.Rename;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchServer;
import org.jspecify.annotations.Nullable;

/// What the snapshot of a new migration says: what the one before said, and what the migration changes.
///
/// Where the database is what the newest snapshot describes, that is the design in Drizzle's words, a person's
/// expressions as they were typed. Where it is not (migrations in the folder that have not run here, or changes by
/// hand), the design has more or less than belongs into the snapshot: then the migration is run on what the snapshot
/// describes, on the scratch server, and what comes out is put into words.
final class SnapshotWords {
    private final ServiceScope scope;
    private final Cancellation cancellation;
    private boolean apart;
    private boolean stuck;

    SnapshotWords(ServiceScope scope, Cancellation cancellation) {
        this.scope = scope;
        this.cancellation = cancellation;
    }

    DrizzleSchema of(Part part, DrizzleSchema last, Database before, List<Rename> renames) {
        DrizzleSchema plain =
                Translation.of(part.reached(), scope, last, before, renames).schema();
        if (last.equals(DrizzleSchema.EMPTY)) {
            return plain;
        }
        Database described = described(last);
        if (described == null || isInStep(before, last, described)) {
            return plain;
        }
        apart = true;
        try (ScratchDatabase there = ScratchServer.shared().create()) {
            there.load(Ddl.of(described), cancellation);
            there.load(part.sql(), cancellation);
            return Translation.of(there.read(cancellation), scope, last, described, renames)
                    .schema();
        } catch (ScratchException | Refusal elsewhere) {
            stuck = true;
            return plain;
        }
    }

    /// What a person should know of the snapshot; null for nothing.
    @Nullable
    String remark() {
        if (stuck) {
            return "The database is not what the newest snapshot describes, and the migration does not run on that: the"
                    + " new snapshot describes the design, with what was different before.";
        }
        return apart
                ? "The database is not what the newest snapshot describes (migrations that have not run here, or"
                      + " changes by hand): the new snapshot has what the newest has, and what this migration changes."
                : null;
    }

    /// Null where it cannot be made: then nothing speaks against the database.
    private @Nullable Database described(DrizzleSchema last) {
        try {
            return Snapshots.toDatabase(last, cancellation);
        } catch (ScratchException unmakeable) {
            return null;
        }
    }

    private boolean isInStep(Database before, DrizzleSchema last, Database described) {
        DrizzleSchema now = Translation.of(before, scope, last, described).schema();
        return now.schemas().equals(last.schemas())
                && alike(now.enums(), last.enums())
                && alike(now.tables(), last.tables())
                && alike(now.views(), last.views())
                && alike(now.sequences(), last.sequences())
                && Objects.equals(now.policies(), last.policies());
    }

    private static boolean alike(List<?> some, List<?> others) {
        return some.size() == others.size() && Set.copyOf(some).equals(Set.copyOf(others));
    }
}
