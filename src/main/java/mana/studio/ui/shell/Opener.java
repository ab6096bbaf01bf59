package mana.studio.ui.shell;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import mana.studio.connection.Cancellation;
import mana.studio.connection.ConnectException;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.MalformedConnectionString;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.demo.DemoProgress;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Background.Progress;
import mana.studio.ui.kit.Background.Work;
import mana.studio.ui.kit.Failure;
import org.jspecify.annotations.Nullable;

/// Gets from nothing to an open database: what the environment names, the demo database, or what a person chooses.
public final class Opener {
    private static final String KEY = "opening a database";
    private static final String VARIABLE = "DATABASE_URL";

    private final Parts parts;
    private final Consumer<Node> show;
    private final Consumer<Workspace> opened;
    private final Supplier<String> openName;
    private final ConnectScreen screen;
    private @Nullable Object newest;

    /// @param show   puts a node in the window's centre
    /// @param opened takes the connected workspace
    /// @param back     returns to the database that is open
    /// @param openName its name; empty for none
    Opener(Parts parts, Consumer<Node> show, Consumer<Workspace> opened, Runnable back, Supplier<String> openName) {
        this.parts = parts;
        this.show = show;
        this.opened = opened;
        this.openName = openName;
        this.screen = new ConnectScreen(parts, opened, this::openDemo, back);
    }

    /// Opens what `DATABASE_URL` names; the demo database where there is none.
    public void begin(Map<String, String> environment) {
        String url = environment.getOrDefault(VARIABLE, "");
        if (url.isBlank()) {
            openDemo();
            return;
        }
        show.accept(screen.view());
        try {
            screen.connections().connect(VARIABLE, ConnectionString.parse(url));
        } catch (MalformedConnectionString malformed) {
            screen.connections().explain(url);
        }
    }

    /// Shows the screen where a database is chosen, with the way back to the open one.
    void choose() {
        screen.clear(openName.get());
        show.accept(screen.view());
        screen.connections().takeFocus();
    }

    /// Shows the form of a connection, filled in, with the way back to the open one.
    void describe(String name, ConnectionString connection) {
        screen.clear(openName.get());
        show.accept(screen.view());
        screen.connections().describe(name, connection);
    }

    /// Opens the demo database; its server is started, and made at the first time.
    public void openDemo() {
        start("Opening the demo database", progress -> connect(parts.demo().start(steps(progress)), progress));
    }

    /// Opens the demo of the incident of December 2025: a service whose migrations were skipped without a word.
    public void openIncident() {
        start(
                "Opening the demo of a skipped migration",
                progress -> connect(parts.demo().incident(steps(progress)), progress));
    }

    /// Makes the demo database anew and opens it.
    void resetDemo() {
        start("Resetting the demo database", progress -> connect(parts.demo().reset(steps(progress)), progress));
    }

    private static DemoProgress steps(Progress progress) {
        return (doing, fraction) -> {
            progress.cancellation().check();
            progress.say(doing);
            progress.fraction(fraction);
        };
    }

    private void start(String title, Work<Workspace> work) {
        Object own = new Object();
        newest = own;
        show.accept(new OpeningView(parts.background()
                .start(Job.of(title, work)
                        .superseding(KEY)
                        .whenDone(opened)
                        .whenFailed(error -> refuse(Failure.of(title, error)))
                        .whenCancelled(() -> giveUp(own)))));
    }

    /// One that a newer one took the place of leaves the screen to it.
    private void giveUp(Object opening) {
        if (newest == opening) {
            choose();
        }
    }

    private void refuse(Failure failure) {
        choose();
        screen.fail(failure);
    }

    private static Workspace connect(Profile profile, Progress progress) throws ConnectException {
        Cancellation cancellation = progress.cancellation();
        Workspace workspace = Workspace.open(profile, null, retry -> progress.say(describe(retry)), cancellation);
        if (cancellation.isRequested()) {
            workspace.close();
        }
        cancellation.check();
        return workspace;
    }

    private static String describe(Workspace.Retry retry) {
        return retry.failure().headline() + " Attempt " + (retry.attempt() + 1) + " of " + retry.of() + " in "
                + Math.max(1, retry.pause().toSeconds()) + " s.";
    }
}
