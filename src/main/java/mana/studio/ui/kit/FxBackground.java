package mana.studio.ui.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mana.studio.connection.Cancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs jobs on virtual threads. Must be used on the interface's thread.
public final class FxBackground implements Background, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FxBackground.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Executor interfaceThread;
    private final ObservableList<Running> running = FXCollections.observableArrayList();
    private final ObservableList<Running> runningView = FXCollections.unmodifiableObservableList(running);
    private final Map<Object, RunningJob<?>> newestByKey = new HashMap<>();
    private final ReadOnlyIntegerWrapper unfinished = new ReadOnlyIntegerWrapper();

    public FxBackground() {
        this(Platform::runLater);
    }

    FxBackground(Executor interfaceThread) {
        this.interfaceThread = interfaceThread;
    }

    @Override
    public <T> Running start(Job<T> job) {
        RunningJob<T> started = new RunningJob<>(job);
        Object key = job.key();
        if (key != null) {
            RunningJob<?> older = newestByKey.put(key, started);
            if (older != null) {
                older.cancel();
            }
        }
        if (!job.quiet()) {
            running.add(started);
        }
        unfinished.set(unfinished.get() + 1);
        threads.execute(started::run);
        return started;
    }

    @Override
    public ObservableList<Running> running() {
        return runningView;
    }

    /// How many jobs have not brought their outcome yet, quiet ones too.
    public ReadOnlyIntegerProperty unfinished() {
        return unfinished.getReadOnlyProperty();
    }

    /// Cancels what runs; nothing can be started afterwards. Waits a moment, so that the cancels reach the server and
    /// sessions are ended, but never for a server that does not answer.
    @Override
    public void close() {
        running.forEach(Running::cancel);
        threads.shutdown();
        try {
            threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private final class RunningJob<T> implements Running, Progress {
        private final Job<T> job;
        private final Cancellation cancellation = new Cancellation();
        private boolean cancelled;
        private final ReadOnlyObjectWrapper<String> message = new ReadOnlyObjectWrapper<>("");
        private final ReadOnlyObjectWrapper<Double> fraction = new ReadOnlyObjectWrapper<>(-1.0);

        RunningJob(Job<T> job) {
            this.job = job;
        }

        void run() {
            try {
                T result = job.work().run(this);
                finish(() -> job.done().accept(result));
            } catch (CancellationException stopped) {
                interfaceThread.execute(() -> cancelled = true);
                finish(job.cancelled());
            } catch (Exception failure) {
                finish(() -> job.failed().accept(failure));
            } catch (Throwable broken) {
                LOG.error("{} broke", job.title(), broken);
                finish(() -> job.failed().accept(new IllegalStateException(broken)));
            }
        }

        /// A result that arrives after a cancel is dropped: the person no longer waits for it. After the end nobody does.
        private void finish(Runnable outcome) {
            interfaceThread.execute(() -> {
                running.remove(this);
                unfinished.set(unfinished.get() - 1);
                Object key = job.key();
                if (key != null) {
                    newestByKey.remove(key, this);
                }
                if (!threads.isShutdown()) {
                    (cancelled ? job.cancelled() : outcome).run();
                }
            });
        }

        @Override
        public Cancellation cancellation() {
            return cancellation;
        }

        @Override
        public void say(String text) {
            interfaceThread.execute(() -> message.set(text));
        }

        @Override
        public void fraction(double value) {
            interfaceThread.execute(() -> fraction.set(value));
        }

        @Override
        public String title() {
            return job.title();
        }

        @Override
        public ReadOnlyObjectProperty<String> message() {
            return message.getReadOnlyProperty();
        }

        @Override
        public ReadOnlyObjectProperty<Double> fraction() {
            return fraction.getReadOnlyProperty();
        }

        /// Nothing more arrives from now on; the request to the server costs a connection of its own, so it goes from
        /// another thread.
        @Override
        public void cancel() {
            cancelled = true;
            threads.execute(cancellation::request);
        }
    }
}
