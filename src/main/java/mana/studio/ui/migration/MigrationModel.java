package mana.studio.ui.migration;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import mana.studio.connection.Cancellation;
import mana.studio.convention.ServiceRegistry;
import mana.studio.design.Design;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.drizzle.write.Draft;
import mana.studio.drizzle.write.Drafter;
import mana.studio.drizzle.write.MigrationFiles;
import mana.studio.drizzle.write.Place;
import mana.studio.drizzle.write.Prefix;
import mana.studio.drizzle.write.Refusal;
import mana.studio.drizzle.write.Wish;
import mana.studio.drizzle.write.Wish.Options;
import mana.studio.settings.JsonFile;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// A migration in the making: for which service, under which name, with which changes; what would be written, and
/// whether that is proven.
final class MigrationModel {
    private final Session session;
    private final JsonFile<ProjectSettings> file;
    private final Clock clock;
    private final Drafter drafter = new Drafter();
    private final Asked asked = new Asked();
    private final Proving proving;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Working());
    private final ReadOnlyObjectWrapper<@Nullable Destinations> destinations = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Choice>> choices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable Destination> chosen = new SimpleObjectProperty<>();
    private final Optional<Path> project;
    private final Subscription subscriptions;
    private boolean settling;

    /// @param project that of a connection that none was chosen for yet
    MigrationModel(Session session, JsonFile<ProjectSettings> file, Optional<Path> project, Clock clock) {
        this.session = session;
        this.project = project;
        this.file = file;
        this.clock = clock;
        proving = new Proving(session.background());
        subscriptions = Subscription.combine(
                session.designing().design().subscribe(_ -> designed()),
                chosen.subscribe(this::choose),
                asked.subscribe(this::draft));
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Null until the project is read.
    ReadOnlyObjectProperty<@Nullable Destinations> destinations() {
        return destinations.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Choice>> choices() {
        return choices.getReadOnlyProperty();
    }

    /// What a person wants of it.
    Asked asked() {
        return asked;
    }

    /// The statements that one of the person's own can stand before; none while there is no draft.
    List<String> statements() {
        if (!(state.get() instanceof State.Drafted drafted)) {
            return List.of();
        }
        List<String> own =
                asked.own().stream().flatMap(each -> each.statements().stream()).toList();
        return drafted.draft().composition().parts().stream()
                .flatMap(part -> part.statements().stream())
                .filter(statement -> !own.contains(statement))
                .toList();
    }

    Proving proving() {
        return proving;
    }

    ReadOnlyBooleanProperty writing() {
        return writing.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable Destination> chosen() {
        return chosen;
    }

    /// Whether what is drafted may be written now.
    boolean mayWrite() {
        return state.get() instanceof State.Drafted && !writing.get() && proving.isEnough();
    }

    /// What was just written stays in sight while the design stays what it is.
    private void designed() {
        Design design = session.designing().design().get();
        if (state.get() instanceof State.Written written
                && design != null
                && written.taking().design() == design) {
            return;
        }
        read();
    }

    /// Opens another project.
    void open(Path root) {
        String title = "Opening the project";
        String profile = session.workspace().profile().id();
        session.background()
                .start(Job.of(title, _ -> {
                            ProjectSettings settings = file.load().withFolder(profile, root);
                            file.save(settings);
                            return settings;
                        })
                        .whenDone(_ -> read())
                        .whenFailed(error -> state.set(new State.Failed(Failure.of(title, error)))));
    }

    /// Reads files and books again.
    void read() {
        Design design = session.designing().design().get();
        if (design == null || design.isEmpty()) {
            destinations.set(null);
            state.set(new State.Nothing(
                    "Nothing to write", "What you change in a table's structure can be written as a migration here."));
            return;
        }
        String title = "Reading the project";
        String profile = session.workspace().profile().id();
        ServiceRegistry registry = session.services().get();
        session.background()
                .start(Job.of(title, progress -> {
                            ProjectSettings settings = file.load();
                            Path root =
                                    settings.folder(profile).or(() -> project).orElse(null);
                            return root == null
                                    ? Optional.<Destinations>empty()
                                    : Optional.of(Destinations.read(
                                            root,
                                            registry,
                                            settings,
                                            session.workspace().source(),
                                            design,
                                            progress.cancellation()));
                        })
                        .superseding(this)
                        .whenDone(found -> found.ifPresentOrElse(this::show, () -> state.set(new State.Homeless())))
                        .whenFailed(error -> state.set(new State.Failed(Failure.of(title, error)))));
    }

    private void show(Destinations found) {
        Destination before = chosen.get();
        settling = true;
        destinations.set(found);
        Destination now = found.all().stream()
                .filter(destination -> before != null && destination.name().equals(before.name()))
                .filter(destination -> !destination.own().isEmpty()
                        || found.all().getFirst().own().isEmpty())
                .findFirst()
                .or(() -> found.all().stream().findFirst())
                .orElse(null);
        boolean moved = before == null || now == null || !before.name().equals(now.name());
        settling = false;
        chosen.set(now);
        if (now == null) {
            state.set(new State.Nothing(
                    "No service in this folder",
                    "No drizzle.config and no migrations folder was found below " + found.root() + "."));
        } else if (!moved) {
            draft();
        }
    }

    private void choose(@Nullable Destination destination) {
        if (destination == null) {
            choices.set(List.of());
            return;
        }
        List<Choice> before = choices.get();
        List<Choice> now = Stream.concat(
                        destination.own().stream().map(change -> Choice.of(change, false)),
                        destination.homeless().stream().map(change -> Choice.of(change, true)))
                .toList();
        settling = true;
        now.forEach(choice -> before.stream()
                .filter(old -> old.change().samePlace(choice.change()))
                .forEach(old -> choice.taken().set(old.taken().get())));
        now.forEach(choice -> choice.taken().subscribe((_, _) -> draft()));
        choices.set(now);
        asked.prefix().set(destination.prefix());
        settling = false;
        draft();
    }

    /// Makes what would be written, anew.
    private void draft() {
        Destination destination = chosen.get();
        Design design = session.designing().design().get();
        if (settling || destination == null || design == null || state.get() instanceof State.Written) {
            return;
        }
        Taking taking = new Taking(
                design,
                destination.service().owns(),
                choices.get().stream()
                        .filter(choice -> choice.taken().get())
                        .map(Choice::change)
                        .toList(),
                choices.get().stream()
                        .filter(choice -> !choice.taken().get())
                        .map(Choice::change)
                        .toList());
        settling = true;
        asked.suggest(taking.suggestedName());
        settling = false;
        proving.forget();
        if (taking.taken().isEmpty()) {
            state.set(new State.Nothing("Nothing goes into this migration", nothing(destination)));
            return;
        }
        Options options = asked.options();
        String wanted = asked.name().get();
        Prefix mode = asked.prefix().get();
        session.background()
                .start(Job.of("Composing the migration", progress -> {
                            MigrationFolder folder = MigrationFolders.read(destination.root());
                            Place place = destination.place(mode, folder, clock.instant());
                            return drafted(taking, taking.wish(wanted, options), place, progress.cancellation());
                        })
                        .quietly()
                        .superseding(state)
                        .whenDone(this::drafted)
                        .whenFailed(
                                error -> state.set(new State.Failed(Failure.of("Composing the migration", error)))));
    }

    private static String nothing(Destination destination) {
        return destination.own().isEmpty() && destination.homeless().isEmpty()
                ? "Nothing is pending in the schemas of " + destination.name() + "."
                : "Choose at least one change.";
    }

    private State drafted(Taking taking, Wish wish, Place place, Cancellation cancellation) {
        try {
            Draft draft = drafter.draft(wish, place, cancellation);
            return draft.composition().isEmpty()
                    ? new State.Nothing("No difference", "What was edited leaves the database as it is.")
                    : new State.Drafted(draft, taking);
        } catch (Refusal refusal) {
            return new State.Refused(refusal.reason(), refusal.getMessage());
        }
    }

    private void drafted(State now) {
        state.set(now);
        if (now instanceof State.Drafted drafted) {
            proving.prove(drafted);
        }
    }

    /// Writes the files that are shown.
    void write() {
        if (!mayWrite() || !(state.get() instanceof State.Drafted drafted)) {
            return;
        }
        writing.set(true);
        String title = "Writing the migration";
        session.background()
                .start(Job.of(title, _ -> {
                            try {
                                MigrationFiles.write(drafted.draft().set());
                                return Optional.<Refusal>empty();
                            } catch (Refusal refusal) {
                                return Optional.of(refusal);
                            }
                        })
                        .whenDone(refusal -> written(drafted, refusal))
                        .whenFailed(error -> {
                            writing.set(false);
                            state.set(new State.Failed(Failure.of(title, error)));
                        }));
    }

    private void written(State.Drafted drafted, Optional<Refusal> refusal) {
        writing.set(false);
        if (refusal.isPresent()) {
            state.set(new State.Refused(refusal.get().reason(), refusal.get().getMessage()));
            return;
        }
        Destinations known = destinations.get();
        String own = Objects.requireNonNull(chosen.get()).name();
        List<String> others = known == null
                ? List.of()
                : known.all().stream()
                        .filter(other ->
                                !other.name().equals(own) && !other.own().isEmpty())
                        .map(Destination::name)
                        .toList();
        state.set(new State.Written(
                drafted.draft().set().root(), drafted.draft().set().files(), drafted.taking(), others));
    }

    /// Takes what was written out of the pending design; that can be undone.
    void dropWritten() {
        if (state.get() instanceof State.Written written) {
            state.set(new State.Working());
            asked.own().clear();
            session.designing().edit(written.taking().dropping());
            read();
        }
    }

    /// Leaves what was written, for the next migration.
    void again() {
        state.set(new State.Working());
        asked.name().set("");
        asked.own().clear();
        read();
    }

    /// Follows the design no longer.
    void close() {
        subscriptions.unsubscribe();
        proving.close();
    }
}
