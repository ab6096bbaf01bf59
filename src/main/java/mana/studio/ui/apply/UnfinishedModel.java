package mana.studio.ui.apply;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import mana.studio.apply.Entry;
import mana.studio.apply.Journal;
import mana.studio.apply.Recovery;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// An order that an earlier start did not bring to its end.
final class UnfinishedModel {
    private final Session session;
    private final Journal journal;
    private final Subscription following;
    private final ReadOnlyObjectWrapper<@Nullable Entry> entry = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Recovery> recovery = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

    UnfinishedModel(Session session, Journal journal) {
        this.session = session;
        this.journal = journal;
        // Read again, the database may tell more: after a lost server is back, or a change from elsewhere.
        following = session.catalog().subscribe(_ -> look());
    }

    /// Looks for one, and asks the server what became of it.
    void look() {
        String profile = session.workspace().profile().id();
        session.background()
                .start(Job.of("Looking for unfinished changes", _ -> journal.unfinished(profile))
                        .quietly()
                        .superseding("unfinished " + profile)
                        .whenDone(this::found));
    }

    private void found(Optional<Entry> unfinished) {
        entry.set(unfinished.orElse(null));
        unfinished.ifPresent(this::ask);
    }

    private void ask(Entry unfinished) {
        session.background()
                .start(Job.of(
                                "Asking what was applied",
                                progress ->
                                        Recovery.of(unfinished, journal, session.workspace(), progress.cancellation()))
                        .superseding("recovery " + unfinished.profile())
                        .whenDone(known -> {
                            failure.set(null);
                            recovery.set(known);
                        })
                        .whenFailed(error -> failure.set(Failure.of("Asking what was applied", error))));
    }

    /// Drops it: the person knows.
    void forget() {
        String profile = session.workspace().profile().id();
        session.background()
                .start(Job.of("Forgetting", _ -> {
                            journal.forget(profile);
                            return profile;
                        })
                        .quietly()
                        .whenDone(_ -> {
                            recovery.set(null);
                            entry.set(null);
                        })
                        .whenFailed(error -> failure.set(Failure.of("Forgetting", error))));
    }

    /// Looks no longer by itself.
    void close() {
        following.unsubscribe();
    }

    /// Null where there is none.
    ReadOnlyObjectProperty<@Nullable Entry> entry() {
        return entry.getReadOnlyProperty();
    }

    /// Null until the server has said it.
    ReadOnlyObjectProperty<@Nullable Recovery> recovery() {
        return recovery.getReadOnlyProperty();
    }

    /// Why it is not known; null where it is, or is being asked.
    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }
}
