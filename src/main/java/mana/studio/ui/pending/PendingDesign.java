package mana.studio.ui.pending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import mana.studio.catalog.Snapshot;
import mana.studio.design.Conflict;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.PendingChange;
import mana.studio.design.PendingChanges;
import mana.studio.design.Problem;
import mana.studio.design.Problem.Severity;
import mana.studio.design.Rebase;
import mana.studio.design.Sketch;
import mana.studio.design.Standing;
import mana.studio.design.Validation;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.safety.judge.Judge;
import mana.studio.safety.judge.Judged;
import mana.studio.safety.judge.Runner;
import mana.studio.safety.safer.Safer;
import mana.studio.schema.Database;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The design of an open database, and what is known of it: loaded when a catalog is there, kept after each change,
/// rebased when the database changes underneath. Everything that takes time is found behind the interface, the newest
/// first.
public final class PendingDesign implements Designing {
    private static final Logger LOG = LoggerFactory.getLogger(PendingDesign.class);
    private static final Duration BEFORE_TRYING = Duration.millis(150);

    private final Session session;
    private final Keeping keeping;
    private final TrialRun trial;
    private final PauseTransition trying = new PauseTransition(BEFORE_TRYING);
    private final ReadOnlyObjectWrapper<@Nullable Design> design = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Forecast> forecast = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> forecastFailure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<PendingChange>> changes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Conflict>> conflicts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable String> notice = new ReadOnlyObjectWrapper<>();
    private List<Problem> offline = List.of();
    private List<Problem> tried = List.of();
    private boolean loading;
    /// Most statements are those of the keystroke before.
    private volatile @Nullable Judged judged;

    private @Nullable Sketch applied;
    /// Whether a phase of a safer plan was applied, and the database not read since.
    private boolean advanced;

    /// A design that ends with the session.
    public PendingDesign(Session session) {
        this(session, null);
    }

    /// @param file where the design is kept; null where it is not
    public PendingDesign(Session session, @Nullable DesignFile file) {
        this.session = session;
        this.keeping = new Keeping(session.background(), file, notice::set);
        this.trial = new TrialRun(session.background(), this::trialReady);
        trying.setOnFinished(_ -> trying());
        session.catalog().subscribe(this::follow);
        design.subscribe(this::changed);
        conflicts.subscribe(_ -> keep());
    }

    // The database

    private void follow(@Nullable Snapshot snapshot) {
        if (snapshot == null || loading) {
            return;
        }
        Design current = design.get();
        if (current != null) {
            rebase(current, snapshot.database());
        } else {
            loading = true;
            keeping.load(found -> takeUp(found, snapshot.database()));
        }
    }

    private void takeUp(DesignFile.Found found, Database newest) {
        loading = false;
        design.set(found.design().orElseGet(() -> Design.of(newest)));
        conflicts.set(found.conflicts());
        follow(session.catalog().get());
    }

    /// The history may be long and the database large: the merge is made behind the interface, and once more where the
    /// design was changed meanwhile.
    private void rebase(Design on, Database theirs) {
        if (on.base() == theirs) {
            return;
        }
        boolean wasApplied = applied != null && applied.equals(on.current());
        boolean between = advanced;
        session.background()
                .start(Job.of("Following the database", _ -> onto(on, theirs, wasApplied, between))
                        .quietly()
                        .superseding(conflicts)
                        .whenDone(result -> rebased(on, theirs, result.orElse(null)))
                        .whenFailed(error -> LOG.warn("The design cannot be rebased", error)));
    }

    /// Empty where the database is what it was. What a phase has left to help until the last is nothing that a person
    /// designed to be there.
    private static Optional<Rebase.Result> onto(Design on, Database theirs, boolean applied, boolean between) {
        return on.base().equals(theirs) && on.base().version() == theirs.version() && sameIdentities(on.base(), theirs)
                ? Optional.empty()
                : Optional.of(
                        Rebase.of(on.base(), on.current(), between ? Safer.withoutHelpers(theirs) : theirs, applied));
    }

    /// A database that was made anew has the same content and other identities.
    private static boolean sameIdentities(Database one, Database other) {
        List<String> here = one.tables().map(table -> table.id().key()).toList();
        List<String> there = other.tables().map(table -> table.id().key()).toList();
        return here.equals(there);
    }

    private void rebased(Design on, Database theirs, Rebase.@Nullable Result result) {
        Design current = design.get();
        if (current != on && current != null) {
            rebase(current, theirs);
        } else if (result != null) {
            applied = null;
            List<Conflict> all = new ArrayList<>(advanced ? List.of() : result.conflicts());
            advanced = false;
            conflicts.get().stream()
                    .filter(older -> all.stream().noneMatch(older::same))
                    .forEach(all::add);
            design.set(on.rebased(theirs, result.sketch()));
            conflicts.set(design.get() != null && design.get().isEmpty() ? List.of() : List.copyOf(all));
        }
    }

    // What is known of it

    private void changed(@Nullable Design newest) {
        if (newest == null) {
            return;
        }
        keep();
        if (newest.isEmpty()) {
            offline = List.of();
            tried = List.of();
            problems.set(List.of());
            changes.set(List.of());
            conflicts.set(List.of());
        }
        foresee(newest);
        if (!newest.isEmpty()) {
            look(newest);
        }
    }

    private void foresee(Design newest) {
        Snapshot snapshot = session.catalog().get();
        if (snapshot == null) {
            return;
        }
        session.background()
                .start(Job.of("Planning", _ -> forecast(newest, snapshot))
                        .quietly()
                        .superseding(forecast)
                        .whenDone(found -> {
                            forecastFailure.set(null);
                            forecast.set(found);
                            trying.playFromStart();
                        })
                        .whenFailed(error -> forecastFailure.set(Failure.of("Planning", error))));
    }

    private Forecast forecast(Design design, Snapshot snapshot) {
        Database standing = Standing.of(design.base(), design.database());
        Plan plan = Planner.planDesign(design.base(), standing, design.current().labels());
        Snapshot before = new Snapshot(design.base(), snapshot.sizes(), snapshot.readAt());
        if (plan.isEmpty()) {
            return new Forecast(design, plan, List.of());
        }
        Judged newest = Judge.of(before, design.base().version() / 10_000, Runner.ONE_TRANSACTION)
                .plan(plan, judged);
        judged = newest;
        return new Forecast(design, plan, newest.verdicts());
    }

    /// @param problems without those that only a server finds
    private record Look(List<Problem> problems, List<PendingChange> changes) {}

    private void look(Design newest) {
        session.background()
                .start(Job.of(
                                "Looking at the design",
                                _ -> new Look(
                                        Validation.of(newest.base(), newest.current()),
                                        PendingChanges.of(newest.base(), newest.current())))
                        .quietly()
                        .superseding(problems)
                        .whenDone(look -> {
                            if (design.get() != null && !design.get().isEmpty()) {
                                offline = look.problems();
                                changes.set(look.changes());
                                say();
                            }
                        })
                        .whenFailed(error -> LOG.warn("The design cannot be looked at", error)));
    }

    private void trying() {
        Design newest = design.get();
        Forecast foreseen = forecast.get();
        if (newest != null && foreseen != null && foreseen.design() == newest && !newest.isEmpty()) {
            trial.start(newest.base(), newest.current(), foreseen.plan(), found -> {
                if (design.get() == newest) {
                    tried = found;
                    say();
                }
            });
        }
    }

    private void trialReady() {
        String reason = trial.unavailable();
        if (reason != null) {
            notice.set("Expressions are not tried, because the built-in server cannot hold this database: " + reason);
        }
        trying();
    }

    /// What the server says of a thing that is wrong anyway says nothing new.
    private void say() {
        List<Problem> all = new ArrayList<>(offline);
        tried.stream()
                .filter(problem -> offline.stream()
                        .noneMatch(known -> known.severity() == Severity.ERROR
                                && known.spot().samePart(problem.spot())))
                .forEach(all::add);
        problems.set(List.copyOf(all));
    }

    // Keeping

    private void keep() {
        Design newest = design.get();
        if (newest != null) {
            keeping.changed(newest, conflicts.get());
        }
    }

    /// Keeps what is not kept yet, and drops what was loaded for it.
    public void close() {
        keeping.close();
        trying.stop();
        trial.close();
    }

    // For the interface

    @Override
    public ReadOnlyObjectProperty<@Nullable Design> design() {
        return design.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Forecast> forecast() {
        return forecast.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Failure> forecastFailure() {
        return forecastFailure.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<List<Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    /// What is pending, thing by thing.
    public ReadOnlyObjectProperty<List<PendingChange>> changes() {
        return changes.getReadOnlyProperty();
    }

    /// Where the database was changed to something else than the design; none where all was chosen.
    public ReadOnlyObjectProperty<List<Conflict>> conflicts() {
        return conflicts.getReadOnlyProperty();
    }

    /// What a person should know of the design as such: that it cannot be kept, or not be tried. Null for nothing.
    public ReadOnlyObjectProperty<@Nullable String> notice() {
        return notice.getReadOnlyProperty();
    }

    /// Says that the notice was read.
    public void noticed() {
        notice.set(null);
    }

    /// Chooses in a conflict.
    ///
    /// @param theirs what the database has; otherwise the design stays as it is
    public void resolve(Conflict conflict, boolean theirs) {
        conflicts.set(
                conflicts.get().stream().filter(other -> other != conflict).toList());
        Design current = design.get();
        if (theirs && current != null) {
            edit(conflict.takeTheirs(current.base()));
        }
    }

    @Override
    public void applied(Design what) {
        applied = what.current();
    }

    @Override
    public void advanced() {
        advanced = true;
    }

    @Override
    public void edit(Edit edit) {
        change(current -> current.edit(edit));
    }

    @Override
    public void undo() {
        change(Design::undo);
    }

    @Override
    public void redo() {
        change(Design::redo);
    }

    @Override
    public void discard() {
        change(current ->
                current.edit(new Edit("Discard all changes", null, _ -> new Sketch(current.base(), List.of()))));
    }

    private void change(UnaryOperator<Design> change) {
        Design current = design.get();
        if (current != null) {
            Design next = change.apply(current);
            if (next != current) {
                design.set(next);
            }
        }
    }
}
