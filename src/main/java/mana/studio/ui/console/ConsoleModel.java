package mana.studio.ui.console;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Profile;
import mana.studio.console.AdvisoryUnlock;
import mana.studio.console.ConsoleSession;
import mana.studio.console.History;
import mana.studio.console.Ran;
import mana.studio.console.SessionState;
import mana.studio.statement.SqlStatement;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Background.Running;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// What a console runs and what came of it. One thing runs at a time, never on the interface's thread.
final class ConsoleModel {
    private final Session session;
    private final ConsoleSession server;
    private final History history;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<SessionState> state = new ReadOnlyObjectWrapper<>(SessionState.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> ended = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Optional<AdvisoryUnlock>> inVain =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Ran> results = FXCollections.observableArrayList();
    /// Ran, but not shown yet.
    private final List<Ran> arriving = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();
    private @Nullable Running job;
    private Instant startedAt = Instant.EPOCH;

    ConsoleModel(Session session, History history) {
        this.session = session;
        this.history = history;
        this.server = new ConsoleSession(session.workspace());
    }

    Profile profile() {
        return session.workspace().profile();
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    Instant startedAt() {
        return startedAt;
    }

    ReadOnlyObjectProperty<SessionState> state() {
        return state.getReadOnlyProperty();
    }

    /// Why nothing could be run; null where it could.
    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// How the session ended by itself; empty while it has not.
    ReadOnlyObjectProperty<String> ended() {
        return ended.getReadOnlyProperty();
    }

    /// The call that released nothing, of what ran last.
    ReadOnlyObjectProperty<Optional<AdvisoryUnlock>> inVain() {
        return inVain.getReadOnlyProperty();
    }

    /// What came of what was run last, in its order.
    ObservableList<Ran> results() {
        return results;
    }

    /// Runs statements, one after the other, until one fails.
    void run(List<SqlStatement> statements) {
        if (statements.isEmpty() || running.get()) {
            return;
        }
        clear();
        start("Running SQL", cancellation -> {
            List<History.Entry> ran = new ArrayList<>();
            for (SqlStatement statement : statements) {
                if (cancellation.isRequested()) {
                    break;
                }
                Instant at = Instant.now();
                Ran done = server.run(statement, ConsoleSession.FIRST_ROWS, cancellation);
                publish(done);
                ran.add(new History.Entry(
                        at, profile().name(), statement.text(), done.took().toMillis(), done.succeeded()));
                if (!done.succeeded()) {
                    break;
                }
            }
            history.add(ran);
        });
    }

    /// Shows a statement's plan, perhaps measured.
    void explain(SqlStatement statement, boolean analyse) {
        if (!running.get()) {
            clear();
            start(
                    analyse ? "Analysing" : "Explaining",
                    cancellation -> publish(server.explain(statement, analyse, cancellation)));
        }
    }

    /// Ends the open transaction.
    void end(boolean commit) {
        if (!running.get()) {
            clear();
            start(commit ? "Committing" : "Rolling back", cancellation -> publish(server.end(commit, cancellation)));
        }
    }

    /// Reads more rows of a result.
    void more(Ran ran, int limit, Consumer<Ran> shown) {
        if (!running.get()) {
            start("Reading more rows", cancellation -> {
                Ran again = server.runAgain(ran.statement(), limit, cancellation);
                Platform.runLater(() -> shown.accept(again));
            });
        }
    }

    /// Whether statements wait for COMMIT from now on.
    void setManual(boolean manual) {
        if (!running.get()) {
            start("Setting the session up", _ -> server.setManual(manual));
        }
    }

    /// Stops what runs, on the server too.
    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    /// Returns when what runs has ended; the interface goes on meanwhile.
    void awaitEnd() {
        if (running.get()) {
            Object waiting = new Object();
            ends.add(() -> Platform.exitNestedEventLoop(waiting, null));
            Platform.enterNestedEventLoop(waiting);
        }
    }

    /// Once a second: an idle transaction that the server has ended by now is said to be gone.
    void tick() {
        SessionState.OpenTransaction open = state.get().transaction();
        if (open != null && !running.get() && open.isExpired(Instant.now())) {
            start("Looking after the session", _ -> {
                if (!server.isAlive()) {
                    String words =
                            "The transaction was idle for " + open.idleLimit().toSeconds()
                                    + " s, so the server ended the session (25P03). Everything in it was rolled back.";
                    Platform.runLater(() -> ended.set(words));
                }
            });
        }
    }

    private void clear() {
        results.clear();
        failure.set(null);
        ended.set("");
        inVain.set(Optional.empty());
    }

    private interface Work {
        void run(Cancellation cancellation) throws SQLException;
    }

    private void start(String title, Work work) {
        running.set(true);
        startedAt = Instant.now();
        job = session.background()
                .start(Job.of(title, progress -> {
                            work.run(progress.cancellation());
                            return title;
                        })
                        .whenDone(_ -> finished())
                        .whenCancelled(this::finished)
                        .whenFailed(error -> {
                            failure.set(Failure.of(title, error));
                            finished();
                        }));
    }

    private void finished() {
        job = null;
        show();
        state.set(server.state());
        running.set(false);
        List<Runnable> waiting = List.copyOf(ends);
        ends.clear();
        waiting.forEach(Runnable::run);
    }

    /// Many short statements arrive together.
    private void publish(Ran ran) {
        boolean first;
        synchronized (arriving) {
            first = arriving.isEmpty();
            arriving.add(ran);
        }
        if (first) {
            Platform.runLater(this::show);
        }
    }

    private void show() {
        List<Ran> arrived;
        synchronized (arriving) {
            arrived = List.copyOf(arriving);
            arriving.clear();
        }
        results.addAll(arrived);
        for (Ran ran : arrived) {
            AdvisoryUnlock.in(ran.statement().text())
                    .filter(unlock -> unlock.wasInVain(ran))
                    .ifPresent(unlock -> inVain.set(Optional.of(unlock)));
        }
    }

    /// Stops what runs and ends the session, behind the window.
    void close() {
        cancel();
        session.background()
                .start(Job.of("Ending a console's session", _ -> {
                            server.close();
                            return server;
                        })
                        .quietly());
    }
}
