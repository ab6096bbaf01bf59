package mana.studio.drizzle.migrate;

import java.util.List;
import mana.studio.drizzle.files.Flaw;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Verdict;
import org.jspecify.annotations.Nullable;

/// What will run, and all that is known of it before.
///
/// @param files    that will run, in order
/// @param legs     what is committed together
/// @param foreseen the worst first
/// @param obstacle why nothing can run; null where it can
public record Proposal(
        MigrationFolder folder,
        MigrationsTable table,
        Mode mode,
        List<PendingFile> files,
        List<Leg> legs,
        List<Foreseen> foreseen,
        @Nullable Obstacle obstacle) {
    public Proposal {
        files = List.copyOf(files);
        legs = List.copyOf(legs);
        foreseen = List.copyOf(foreseen);
    }

    /// Whether the folder has no journal: the production script then has nothing to do.
    public boolean hasNoJournal() {
        return folder.flaws().stream().anyMatch(Flaw.NoJournal.class::isInstance);
    }

    public int statements() {
        return files.stream()
                .mapToInt(file -> file.pieces().size() - file.done())
                .sum();
    }

    /// Whether it is known that it will fail.
    public boolean willFail() {
        return foreseen.stream().anyMatch(each -> each.gravity() == Foreseen.Gravity.FAILS);
    }

    /// Whether the second mode would run what this one cannot.
    public boolean isHelpedByCommits() {
        return mode == Mode.ONE_TRANSACTION
                && foreseen.stream().anyMatch(each -> switch (each.kind()) {
                    case NOT_IN_TRANSACTION, ENUM_VALUE, VALIDATE, HALF_DONE -> true;
                    case MIGRATIONS_SCHEMA, TRANSACTION_CONTROL, SYNTAX, REFUSED, SKIPPED, NO_TIME -> false;
                });
    }

    /// The statements that lose rows or values.
    public List<Verdict> losses() {
        return files.stream()
                .flatMap(file -> file.pieces().stream().skip(file.done()))
                .flatMap(piece -> piece.verdicts().stream())
                .filter(verdict -> verdict.about(Aspect.LOSES_DATA).findAny().isPresent())
                .toList();
    }
}
