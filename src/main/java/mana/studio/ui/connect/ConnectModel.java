package mana.studio.ui.connect;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.connection.Cancellation;
import mana.studio.connection.ConnectException;
import mana.studio.connection.ConnectFailure;
import mana.studio.connection.PasswordFile;
import mana.studio.connection.Profile;
import mana.studio.connection.Secret;
import mana.studio.connection.Workspace;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import org.jspecify.annotations.Nullable;

/// Connects and tries connections, one at a time, and says what becomes of it.
final class ConnectModel {
    private static final String KEY = "connect";

    private final Background background;
    private final Consumer<Profile> save;
    private final Consumer<Workspace> opened;
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(new Outcome.None());
    private Background.@Nullable Running running;
    private int newest;

    /// @param save   keeps a profile that could be opened
    /// @param opened takes the workspace over
    ConnectModel(Background background, Consumer<Profile> save, Consumer<Workspace> opened) {
        this.background = background;
        this.save = save;
        this.opened = opened;
    }

    ReadOnlyObjectProperty<Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// What is wanted along with a connection.
    ///
    /// @param secret   the password typed; null for none
    /// @param remember whether it goes to `~/.pgpass` once it was accepted
    /// @param keep     whether the profile goes to the list once it could be opened
    record Wish(Profile profile, @Nullable Secret secret, boolean remember, boolean keep) {}

    private record Opened(Workspace workspace, @Nullable String problem) {}

    /// Connects and hands the workspace over.
    void connect(Wish wish) {
        start("Connecting to " + wish.profile().name(), cancellation -> open(wish, cancellation), done -> {
            if (wish.keep()) {
                save.accept(wish.profile());
            }
            String problem = done.problem();
            if (problem == null) {
                accept(done.workspace());
            } else {
                outcome.set(new Outcome.OpenedBut(done.workspace(), problem));
            }
        });
    }

    /// Hands a workspace over that was held back to say something.
    void accept(Workspace workspace) {
        outcome.set(new Outcome.None());
        opened.accept(workspace);
    }

    /// Connects, says how it went, and disconnects.
    void test(Wish wish) {
        start(
                "Testing " + wish.profile().name(),
                cancellation -> tested(wish, cancellation),
                this::say);
    }

    /// Says that something went well.
    void say(String words) {
        outcome.set(new Outcome.Done(words));
    }

    void cancel() {
        Background.Running now = running;
        if (now != null) {
            now.cancel();
        }
    }

    /// Forgets what was said.
    void clear() {
        cancel();
        outcome.set(new Outcome.None());
    }

    private interface Attempt<T> {
        T run(Cancellation cancellation) throws ConnectException, SQLException;
    }

    private <T> void start(String title, Attempt<T> attempt, Consumer<T> done) {
        int number = ++newest;
        outcome.set(new Outcome.Trying(title));
        running = background.start(Job.of(title, progress -> attempt.run(progress.cancellation()))
                .superseding(KEY)
                .whenDone(done::accept)
                .whenFailed(this::failed)
                .whenCancelled(() -> {
                    if (number == newest) {
                        outcome.set(new Outcome.None());
                    }
                }));
    }

    private void failed(Exception error) {
        outcome.set(switch (error) {
            case ConnectException refused when refused.failure().kind() == ConnectFailure.Kind.CANCELLED ->
                new Outcome.None();
            case ConnectException refused -> new Outcome.Failed(refused.failure());
            default -> new Outcome.Broken(error);
        });
    }

    private Workspace workspace(Wish wish, Cancellation cancellation) throws ConnectException {
        return Workspace.open(wish.profile(), wish.secret(), this::retrying, cancellation);
    }

    private void retrying(Workspace.Retry retry) {
        Instant next = Instant.now().plus(retry.pause());
        Platform.runLater(() -> {
            if (outcome.get().isUnderWay()) {
                outcome.set(new Outcome.Waiting(retry, next));
            }
        });
    }

    private Opened open(Wish wish, Cancellation cancellation) throws ConnectException {
        Workspace workspace = workspace(wish, cancellation);
        closeIfCancelled(workspace, cancellation);
        Secret secret = wish.secret();
        if (!wish.remember() || secret == null) {
            return new Opened(workspace, null);
        }
        PasswordFile file = PasswordFile.of(wish.profile().target());
        try {
            file.remember(wish.profile().target(), secret);
            return new Opened(workspace, null);
        } catch (IOException refused) {
            return new Opened(workspace, "The password could not be kept in " + file.path() + ": " + refused.getMessage());
        }
    }

    /// A cancel that comes when the workspace is already there drops it unseen, so it is closed here.
    private static void closeIfCancelled(Workspace workspace, Cancellation cancellation) {
        try {
            cancellation.watch(workspace::close);
        } catch (CancellationException cancelled) {
            workspace.close();
            throw cancelled;
        }
    }

    private String tested(Wish wish, Cancellation cancellation) throws ConnectException, SQLException {
        try (Workspace workspace = workspace(wish, cancellation);
                Connection session = workspace.source().getConnection()) {
            long start = System.nanoTime();
            session.isValid(5);
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            String version = session.getMetaData().getDatabaseProductVersion();
            return "PostgreSQL " + version + " answers within " + Math.max(1, millis) + " ms."
                    + (workspace.isThroughPooler() ? " A pooler in transaction mode stands between." : "")
                    + (wish.profile().readOnly() ? " It will refuse writes." : "");
        }
    }
}
