package mana.studio.ui.pending;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.catalog.Snapshot;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Problem;
import mana.studio.design.Sketch;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.safety.Verdict;
import mana.studio.safety.judge.Judge;
import mana.studio.safety.judge.Runner;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// The design of an open database, and what is known of it.
public final class PendingDesign implements Designing {
    private final Session session;
    private final ReadOnlyObjectWrapper<@Nullable Design> design = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Forecast> forecast = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> forecastFailure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());

    public PendingDesign(Session session) {
        this.session = session;
        session.catalog().subscribe(this::follow);
        design.subscribe(this::foresee);
    }

    private void follow(@Nullable Snapshot snapshot) {
        Design current = design.get();
        if (snapshot != null && (current == null || current.isEmpty())) {
            design.set(Design.of(snapshot.database()));
        }
    }

    private void foresee(@Nullable Design newest) {
        Snapshot snapshot = session.catalog().get();
        if (newest == null || snapshot == null) {
            return;
        }
        session.background()
                .start(Job.of("Planning", _ -> forecast(newest, snapshot))
                        .quietly()
                        .superseding(this)
                        .whenDone(found -> {
                            forecastFailure.set(null);
                            forecast.set(found);
                        })
                        .whenFailed(error -> forecastFailure.set(Failure.of("Planning", error))));
    }

    private static Forecast forecast(Design design, Snapshot snapshot) {
        Plan plan = Planner.planDesign(design.base(), design.database());
        List<Verdict> verdicts = Judge.of(snapshot, design.base().version() / 10_000, Runner.ONE_TRANSACTION)
                .plan(plan);
        return new Forecast(design, plan, verdicts);
    }

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
        change(current -> current.edit(
                new Edit("Discard all changes", null, _ -> new Sketch(current.base(), List.of()))));
    }

    private void change(UnaryOperator<Design> change) {
        Design current = design.get();
        if (current != null) {
            design.set(change.apply(current));
        }
    }
}
