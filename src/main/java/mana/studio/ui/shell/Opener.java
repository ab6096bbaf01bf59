package mana.studio.ui.shell;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import mana.studio.connection.Cancellation;
import mana.studio.connection.ConnectException;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Environment;
import mana.studio.connection.MalformedConnectionString;
import mana.studio.connection.Profile;
import mana.studio.connection.Secret;
import mana.studio.connection.Workspace;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Background.Progress;
import mana.studio.ui.kit.Background.Work;
import mana.studio.ui.kit.Failure;
import org.jspecify.annotations.Nullable;

/// Gets from nothing to an open database: what the environment names, the demo database, or what a person chooses.
public final class Opener {
    private static final String KEY = "opening a database";

    private final Parts parts;
    private final Consumer<Node> show;
    private final Consumer<Workspace> opened;
    private final ConnectScreen screen;

    /// @param show   puts a node in the window's centre
    /// @param opened takes the connected workspace
    Opener(Parts parts, Consumer<Node> show, Consumer<Workspace> opened, Runnable back) {
        this.parts = parts;
        this.show = show;
        this.opened = opened;
        this.screen = new ConnectScreen(parts, opened, this::openDemo, back);
    }

    /// Opens what `DATABASE_URL` names; the demo database where there is none.
    public void begin(Map<String, String> environment) {
        String url = environment.getOrDefault("DATABASE_URL", "");
        if (url.isBlank()) {
            openDemo();
            return;
        }
        try {
            ConnectionString read = ConnectionString.parse(url);
            open(profileOf(read), read.secret());
        } catch (MalformedConnectionString malformed) {
            show.accept(screen.view());
            screen.fail(new Failure(
                    "Reading DATABASE_URL", Objects.toString(malformed.getMessage(), "It is no connection string."), null, null, "Correct it, or choose a database here."));
        }
    }

    /// A database that is not on this machine starts read-only.
    private static Profile profileOf(ConnectionString read) {
        boolean local = read.target().isLoopback();
        return new Profile(
                "url:" + read.target(),
                "DATABASE_URL",
                local ? Environment.LOCAL : Environment.STAGING,
                null,
                !local,
                read.target());
    }

    /// Shows the screen where a database is chosen.
    public void choose() {
        screen.fail(null);
        show.accept(screen.view());
        screen.shown();
    }

    /// Opens the demo database; its server is started, and made at the first time.
    public void openDemo() {
        start("Opening the demo database", progress -> connect(parts.demo().start(steps(progress)), null, progress));
    }

    /// Makes the demo database anew and opens it.
    void resetDemo() {
        start("Resetting the demo database", progress -> connect(parts.demo().reset(steps(progress)), null, progress));
    }

    private static mana.studio.demo.DemoProgress steps(Progress progress) {
        return (doing, fraction) -> {
            progress.cancellation().check();
            progress.say(doing);
            progress.fraction(fraction);
        };
    }

    private void open(Profile profile, @Nullable Secret secret) {
        start("Connecting to " + profile.target(), progress -> connect(profile, secret, progress));
    }

    private void start(String title, Work<Workspace> work) {
        var opening = parts.background()
                .start(Job.of(title, work)
                        .superseding(KEY)
                        .whenDone(opened)
                        .whenFailed(error -> refuse(Failure.of(title, error)))
                        .whenCancelled(this::choose));
        show.accept(new OpeningView(opening));
    }

    private void refuse(Failure failure) {
        choose();
        screen.fail(failure);
    }

    private static Workspace connect(Profile profile, @Nullable Secret secret, Progress progress)
            throws ConnectException {
        Cancellation cancellation = progress.cancellation();
        Workspace workspace = Workspace.open(profile, secret, retry -> progress.say(describe(retry)), cancellation);
        if (cancellation.isRequested()) {
            workspace.close();
        }
        return workspace;
    }

    private static String describe(Workspace.Retry retry) {
        return retry.failure().headline() + " Attempt " + (retry.attempt() + 1) + " of " + retry.of() + " in "
                + Math.max(1, retry.pause().toSeconds()) + " s.";
    }
}
