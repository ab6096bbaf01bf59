package mana.studio.ui.kit;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import mana.studio.connection.Cancellation;
import org.jspecify.annotations.Nullable;

/// Runs everything that may block, off the interface's thread, and hands results back on it. The only place where the
/// interface starts threads.
public interface Background {
    /// Starts a job. Its outcome arrives on the interface's thread, unless it was cancelled or superseded: then nothing
    /// arrives but {@link Job#cancelled}.
    <T> Running start(Job<T> job);

    /// What runs now, for the indicator.
    ObservableList<Running> running();

    /// Some work and what becomes of its outcome.
    ///
    /// @param title     for people, while it runs: "Reading the catalog"
    /// @param key       a later job with an equal key supersedes this one; null for none
    /// @param quiet     not shown in the indicator (heartbeats, type-ahead)
    record Job<T>(
            String title,
            @Nullable Object key,
            boolean quiet,
            Work<T> work,
            Consumer<? super T> done,
            Consumer<? super Exception> failed,
            Runnable cancelled) {
        /// A job with a title and work; outcome handlers are added by `with…`.
        public static <T> Job<T> of(String title, Work<T> work) {
            return new Job<>(title, null, false, work, _ -> {}, _ -> {}, () -> {});
        }

        public Job<T> superseding(Object newKey) {
            return new Job<>(title, newKey, quiet, work, done, failed, cancelled);
        }

        public Job<T> quietly() {
            return new Job<>(title, key, true, work, done, failed, cancelled);
        }

        public Job<T> whenDone(Consumer<? super T> handler) {
            return new Job<>(title, key, quiet, work, handler, failed, cancelled);
        }

        public Job<T> whenFailed(Consumer<? super Exception> handler) {
            return new Job<>(title, key, quiet, work, done, handler, cancelled);
        }

        public Job<T> whenCancelled(Runnable handler) {
            return new Job<>(title, key, quiet, work, done, failed, handler);
        }
    }

    /// What a job does, on a thread that may block.
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /// How work speaks with the person who waits for it.
    interface Progress {
        /// Reaches the statement that runs on the server.
        Cancellation cancellation();

        /// Says what it is doing now.
        void say(String message);

        /// Says how far it is, from 0 to 1; negative for unknown.
        void fraction(double fraction);
    }

    /// A started job.
    interface Running {
        String title();

        /// What it is doing now; empty at first.
        ReadOnlyObjectProperty<String> message();

        /// From 0 to 1; negative for unknown.
        ReadOnlyObjectProperty<Double> fraction();

        /// Asks it to stop, on the server too. Returns at once.
        void cancel();
    }
}
