package mana.studio.drizzle.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mana.studio.connection.Cancellation;
import mana.studio.ddl.Ddl;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.ServiceScope;
import mana.studio.drizzle.snapshot.Translated;
import mana.studio.drizzle.snapshot.Translation;
import mana.studio.drizzle.snapshot.Unmodelled;
import mana.studio.drizzle.write.Composition.Part;
import mana.studio.plan.Rename;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchServer;

/// What the snapshot of a new migration says: what the one before said, and what the migration changes.
///
/// Where the database is what the newest snapshot describes, that is the design in Drizzle's words, a person's
/// expressions as they were typed. Where it is not (migrations in the folder that have not run here, or changes by
/// hand), the design has more or less than belongs into the snapshot: then the migration is run on what the snapshot
/// describes, on the scratch server, and what comes out is put into words.
final class SnapshotWords {
    private final ServiceScope scope;
    private final DescribedDatabase snapshots;
    private final Cancellation cancellation;
    private final List<Unmodelled> wordless = new ArrayList<>();
    private boolean apart;
    private boolean stuck;

    SnapshotWords(ServiceScope scope, DescribedDatabase snapshots, Cancellation cancellation) {
        this.scope = scope;
        this.snapshots = snapshots;
        this.cancellation = cancellation;
    }

    DrizzleSchema of(Part part, DrizzleSchema last, Database before, List<Rename> renames) {
        Translated translated = Translation.of(part.reached(), scope, last, before, renames);
        List<Unmodelled> old = Translation.of(before, scope, last, before).unmodelled();
        translated.unmodelled().stream().filter(one -> !old.contains(one)).forEach(wordless::add);
        DrizzleSchema plain = translated.schema();
        if (last.equals(DrizzleSchema.EMPTY)) {
            return plain;
        }
        Database described = snapshots.of(last, cancellation);
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

    /// What a person should know of the snapshot.
    Optional<String> remark() {
        if (stuck) {
            return Optional.of(
                    "The database is not what the newest snapshot describes, and the migration does not run on"
                            + " that: the new snapshot describes the design, with what was different before.");
        }
        return apart
                ? Optional.of(
                        "The database is not what the newest snapshot describes (migrations that have not run here, or"
                                + " changes by hand): the new snapshot has what the newest has, and what this migration"
                                + " changes.")
                : Optional.empty();
    }

    /// What the migrations bring that no snapshot can say.
    List<Unmodelled> wordless() {
        return List.copyOf(wordless);
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
