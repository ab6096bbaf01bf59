package mana.studio.ui.apply;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import mana.studio.apply.Agenda;
import mana.studio.apply.Journal;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A plan of several phases whose next is still to come, from this start or an earlier one.
final class PhasesModel {
    private static final Logger LOG = LoggerFactory.getLogger(PhasesModel.class);

    private final Session session;
    private final Journal journal;
    private final Subscription following;
    private final ReadOnlyObjectWrapper<Agenda.@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();

    PhasesModel(Session session, Journal journal) {
        this.session = session;
        this.journal = journal;
        following = session.catalog().subscribe(_ -> look());
    }

    /// Looks how far it is; the server is asked where it was interrupted.
    void look() {
        session.background()
                .start(Job.of(
                                "Looking for phases to come",
                                progress -> journal.agenda()
                                        .standing(journal, session.workspace(), progress.cancellation()))
                        .quietly()
                        .superseding(this)
                        .whenDone(found -> standing.set(found.orElse(null)))
                        .whenFailed(error -> LOG.warn("It is not known what of a plan is still to come", error)));
    }

    /// Drops what is still to come.
    void forget() {
        String profile = session.workspace().profile().id();
        session.background()
                .start(Job.of("Forgetting the phases to come", _ -> {
                            journal.agenda().forget(profile);
                            return profile;
                        })
                        .quietly()
                        .superseding(this)
                        .whenDone(_ -> standing.set(null))
                        .whenFailed(error -> LOG.warn("The phases to come cannot be forgotten", error)));
    }

    /// Null where nothing is to come.
    ReadOnlyObjectProperty<Agenda.@Nullable Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /// What can go on now.
    Optional<Agenda.Standing> ready() {
        return Optional.ofNullable(standing.get()).filter(found -> !found.unclear());
    }

    /// Looks no longer by itself.
    void close() {
        following.unsubscribe();
    }
}
