package mana.studio.ui.diagram;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import mana.studio.design.Design;
import mana.studio.diagram.Arrangement;
import mana.studio.diagram.DiagramGraph;
import mana.studio.diagram.DiagramLayout;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.LayeredLayout;
import mana.studio.diagram.Placement;
import mana.studio.diagram.Positions;
import mana.studio.diagram.Scope;
import mana.studio.settings.JsonFile;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Background.Progress;
import org.jspecify.annotations.Nullable;

/// Makes drawings of designs behind the interface, and keeps where the cards are.
final class Arranger {
    private final Background background;
    private final JsonFile<Positions> store;
    private final DiagramLayout layout = new LayeredLayout();
    private final AtomicReference<Positions> newest = new AtomicReference<>(Positions.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Background.@Nullable Running running;
    private boolean loaded;
    private int started;

    Arranger(Background background, JsonFile<Positions> store) {
        this.background = background;
        this.store = store;
    }

    /// Whether a drawing is being made.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Where the cards are, as far as it is known.
    Positions positions() {
        return newest.get();
    }

    /// Other positions are to hold from now on.
    void put(Positions positions) {
        newest.set(positions);
        save();
    }

    /// Where the cards of a drawing are is to hold from now on.
    void keep(Scope scope, Drawing drawing) {
        put(newest.get().with(scope, drawing));
    }

    /// Makes a drawing; the newest wins.
    void draw(Design design, Scope scope, Consumer<Drawing> done, Consumer<Exception> failed) {
        busy.set(true);
        int own = ++started;
        boolean read = !loaded;
        Positions before = newest.get();
        Job<Made> job = Job.of("Arranging the diagram", progress -> {
            Positions known = read ? store.load() : before;
            return make(design, scope, known, progress);
        });
        // What was arranged before is drawn at once: nobody needs to hear of it.
        running = background.start((before.has(scope) ? job.quietly() : job)
                .superseding(this)
                .whenDone(made -> {
                    busy.set(false);
                    loaded = true;
                    if (newest.get() != before) {
                        // A card was moved meanwhile.
                        draw(design, scope, done, failed);
                        return;
                    }
                    newest.set(made.positions());
                    if (made.isNew()) {
                        save();
                    }
                    done.accept(made.drawing());
                })
                .whenCancelled(() -> {
                    if (own == started) {
                        busy.set(false);
                    }
                })
                .whenFailed(error -> {
                    busy.set(false);
                    failed.accept(error);
                }));
    }

    private record Made(Drawing drawing, Positions positions, boolean isNew) {}

    private Made make(Design design, Scope scope, Positions known, Progress progress) {
        DiagramGraph graph = DiagramGraph.of(design.base(), design.database(), scope);
        Arrangement arrangement = known.of(scope, graph);
        boolean isWhole = arrangement.places().size() == graph.cards().size();
        if (!isWhole) {
            progress.say(graph.cards().size() + " tables");
            arrangement = Placement.isEnough(graph, arrangement)
                    ? Placement.complete(graph, arrangement)
                    : layout.arrange(graph, new Watching(progress));
        }
        Drawing drawing = new Drawing(graph, arrangement);
        return new Made(drawing, known.with(scope, drawing), !isWhole);
    }

    private record Watching(Progress progress) implements DiagramLayout.Watch {
        @Override
        public void fraction(double done) {
            progress.fraction(done);
        }

        @Override
        public boolean isStopped() {
            return progress.cancellation().isRequested();
        }
    }

    /// Stops what is being made; what is shown stays.
    void cancel() {
        if (running != null) {
            running.cancel();
        }
        busy.set(false);
    }

    /// The newest at the time of writing is written, so that it does not matter which of two writers comes last.
    private void save() {
        background.start(Job.of("Keeping the diagram", _ -> {
                    store.save(newest.get());
                    return true;
                })
                .quietly());
    }
}
