package mana.studio.ui.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import mana.studio.apply.Journal;
import mana.studio.apply.Order;
import mana.studio.apply.PhasedPlan;
import mana.studio.schema.Database;
import mana.studio.settings.Places;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Makes the views that try and apply changes, for one open database. What runs goes on when its view is left, and is
/// found again.
public final class ApplyScreens {
    private final Session session;
    private final Journal journal;
    private final PhasesModel phases;
    private final Subscription following;
    private final List<UnfinishedModel> unfinished = new ArrayList<>();
    private @Nullable ApplyModel current;

    public ApplyScreens(Session session, Places places) {
        this.session = session;
        this.journal = new Journal(places);
        this.phases = new PhasesModel(session, journal);
        following = session.designing().forecast().subscribe(_ -> {
            if (current != null) {
                current.follow();
            }
        });
    }

    /// Applies the pending changes, as they are when a person says so. While something runs, this shows that.
    public Region applying() {
        return applying(this::pending);
    }

    /// Applies something else: a phase of a safer plan, a statement that cleans up.
    public Region applying(Order order) {
        return applying(() -> Optional.of(order));
    }

    /// Applies the first of several phases, and keeps the others for when their time has come. Where phases of an
    /// earlier plan are still to come, they are first.
    ///
    /// @param base the database that it was planned for
    public Region applying(PhasedPlan plan, Database base) {
        return phases.standing().get() == null || isRunning()
                ? applying(plan.order(base))
                : new EmptyState(
                        Feather.CALENDAR,
                        PhaseWords.next(phases.standing().get().plan()) + " of an earlier plan is still to come",
                        "Continue with that or forget it first: it stands above.");
    }

    /// Applies what is next of a plan that was begun.
    public Region continuing() {
        return applying(() -> phases.ready().map(standing -> standing.plan().order(null)));
    }

    /// Says above everything else of the database that a phase is still to come; takes no room where none is.
    ///
    /// @param show shows {@link #continuing}
    public Region phases(Runnable show) {
        return new PhasesBanner(phases, show);
    }

    /// The same for the window's bar.
    public Region phaseBar(Runnable show) {
        return new PhaseBar(phases, show);
    }

    private Region applying(Supplier<Optional<Order>> source) {
        ApplyModel model = current;
        if (model == null || model.stage().get() != ApplyModel.Stage.RUNNING) {
            model = new ApplyModel(session, journal, source);
            current = model;
            model.stage().subscribe(stage -> {
                if (stage == ApplyModel.Stage.ENDED) {
                    phases.look();
                }
            });
        }
        return new ApplyView(session, model);
    }

    /// Tries the pending changes: at once on the scratch server, on request on the database itself.
    public Region dryRun() {
        return new DryRunView(
                new DryRunModel(session, () -> session.designing().forecast().get()));
    }

    /// Says what an interrupted order has left, above everything else of the database; takes no room where there is
    /// none.
    public Region unfinished() {
        UnfinishedModel model = new UnfinishedModel(session, journal);
        unfinished.add(model);
        return new UnfinishedBanner(model, this::applying);
    }

    /// Whether something is being applied.
    public boolean isRunning() {
        return current != null && current.stage().get() == ApplyModel.Stage.RUNNING;
    }

    /// Stops what runs, on the server too.
    ///
    /// @param then called once it has ended; at once where nothing runs
    public void stop(Runnable then) {
        ApplyModel model = current;
        if (model == null || !isRunning()) {
            then.run();
            return;
        }
        model.stage().addListener(new ChangeListener<>() {
            @Override
            public void changed(
                    ObservableValue<? extends ApplyModel.Stage> of, ApplyModel.Stage old, ApplyModel.Stage now) {
                of.removeListener(this);
                Platform.runLater(then);
            }
        });
        model.cancel();
    }

    /// Follows the design and the catalog no longer. What runs goes on to its end.
    public void close() {
        following.unsubscribe();
        phases.close();
        unfinished.forEach(UnfinishedModel::close);
    }

    private Optional<Order> pending() {
        Forecast forecast = session.designing().forecast().get();
        return forecast == null || forecast.plan().isEmpty()
                ? Optional.empty()
                : Optional.of(Order.of(
                        forecast.plan(),
                        forecast.design().base(),
                        forecast.design().database()));
    }
}
