package mana.studio.ui.pending;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import mana.studio.design.Conflict;
import mana.studio.design.Design;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the design of an open database in its file, a moment after each change. To be used on the interface's thread.
final class Keeping {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final Duration PAUSE = Duration.millis(400);

    private final Background background;
    private final @Nullable DesignFile file;
    private final Consumer<String> trouble;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private @Nullable Unkept unkept;
    private int count;
    private boolean closed;
    /// The newest that was written; guarded by this.
    private int written;

    /// @param number rises: of two that are written at once the older must not come last
    private record Unkept(int number, Design design, List<Conflict> conflicts) {}

    /// @param file    null where nothing is kept
    /// @param trouble is told what a person should know
    Keeping(Background background, @Nullable DesignFile file, Consumer<String> trouble) {
        this.background = background;
        this.file = file;
        this.trouble = trouble;
        pause.setOnFinished(_ -> now());
    }

    /// Brings what was kept; empty where nothing was, or where it cannot be read.
    void load(Consumer<DesignFile.Found> done) {
        DesignFile from = file;
        if (from == null) {
            done.accept(DesignFile.Found.NOTHING);
            return;
        }
        background.start(Job.of("Taking up the design", _ -> from.load())
                .quietly()
                .whenDone(found -> {
                    if (found.aside() != null) {
                        trouble.accept("The changes that were pending could not be read. They are kept in "
                                + found.aside() + ".");
                    }
                    done.accept(found);
                })
                .whenFailed(error -> {
                    LOG.warn("The design cannot be taken up", error);
                    done.accept(DesignFile.Found.NOTHING);
                }));
    }

    /// There is something newer to keep.
    ///
    /// @param conflicts those that nobody has decided yet
    void changed(Design newest, List<Conflict> conflicts) {
        if (!closed) {
            unkept = new Unkept(++count, newest, conflicts);
            pause.playFromStart();
        }
    }

    /// Keeps what is not kept yet, and nothing that comes later: what was asked for before may still arrive.
    void close() {
        now();
        closed = true;
    }

    /// Keeps at once what is not kept yet.
    void now() {
        pause.stop();
        Unkept newest = unkept;
        DesignFile to = file;
        unkept = null;
        if (to == null || newest == null) {
            return;
        }
        background.start(Job.of("Keeping the design", _ -> {
                    write(to, newest);
                    return newest;
                })
                .quietly()
                .whenFailed(error -> {
                    LOG.warn("The design cannot be kept", error);
                    trouble.accept("The pending changes cannot be kept: " + error.getMessage());
                }));
    }

    private synchronized void write(DesignFile to, Unkept one) throws IOException {
        if (one.number() > written) {
            to.keep(one.design(), one.conflicts());
            written = one.number();
        }
    }
}
