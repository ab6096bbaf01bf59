package mana.studio.ui.pending;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import mana.studio.connection.Cancellation;
import mana.studio.design.Problem;
import mana.studio.design.Sketch;
import mana.studio.plan.Plan;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchException;
import mana.studio.trial.Trial;
import mana.studio.trial.ViewTrial;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The scratch database of the open base: loaded once, when something is pending for the first time, and kept until the
/// base is another. To be used on the interface's thread.
final class TrialRun {
    private static final Logger LOG = LoggerFactory.getLogger(TrialRun.class);

    private final Background background;
    private final Runnable ready;
    private @Nullable Database base;
    private @Nullable Trial trial;
    private @Nullable String unavailable;
    private ViewTrial queries = new ViewTrial();

    /// @param ready called when a base was loaded, or turned out not to load
    TrialRun(Background background, Runnable ready) {
        this.background = background;
        this.ready = ready;
    }

    /// Why expressions are not tried; null where they are.
    @Nullable
    String unavailable() {
        return unavailable;
    }

    /// Tries a design, where its base is loaded; loads it where it is not.
    void start(Database of, Sketch sketch, Plan plan, Consumer<List<Problem>> done) {
        if (base != of) {
            load(of);
            return;
        }
        Trial loaded = trial;
        if (unavailable != null) {
            ViewTrial only = queries;
            background.start(Job.of(
                            "Trying the queries of views",
                            progress -> only.of(of, sketch.database(), progress.cancellation()))
                    .quietly()
                    .superseding(this)
                    .whenDone(done)
                    .whenFailed(error -> LOG.info("The queries of views cannot be tried", error)));
        } else if (loaded != null) {
            background.start(Job.of("Trying the design", progress -> loaded.of(sketch, plan, progress.cancellation()))
                    .quietly()
                    .superseding(this)
                    .whenDone(done)
                    .whenFailed(error -> {
                        LOG.info("The design cannot be tried", error);
                        close();
                    }));
        }
    }

    private void load(Database of) {
        close();
        base = of;
        background.start(Job.of("Getting the scratch database ready", progress -> loaded(of, progress.cancellation()))
                .quietly()
                .whenDone(loaded -> {
                    if (base == of) {
                        trial = loaded;
                        ready.run();
                    } else {
                        end(loaded);
                    }
                })
                .whenFailed(error -> {
                    if (base == of) {
                        LOG.info("The base cannot be loaded into a scratch database", error);
                        unavailable = error instanceof ScratchException refused
                                ? refused.failure().message()
                                : String.valueOf(error.getMessage());
                        ready.run();
                    }
                }));
    }

    private static Trial loaded(Database base, Cancellation cancellation) throws ScratchException, SQLException {
        return Trial.of(base, cancellation);
    }

    /// Drops what is loaded.
    void close() {
        Trial loaded = trial;
        trial = null;
        base = null;
        unavailable = null;
        ViewTrial asked = queries;
        queries = new ViewTrial();
        end(asked);
        if (loaded != null) {
            end(loaded);
        }
    }

    private void end(AutoCloseable loaded) {
        background.start(Job.of("Dropping the scratch database", _ -> {
                    loaded.close();
                    return loaded;
                })
                .quietly()
                .whenFailed(error -> LOG.info("A scratch database stays until the studio ends", error)));
    }
}
