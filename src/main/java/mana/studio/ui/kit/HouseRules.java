package mana.studio.ui.kit;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.convention.ConventionSettings;
import mana.studio.convention.Switches;
import mana.studio.settings.JsonFile;
import mana.studio.ui.kit.Background.Job;
import org.jspecify.annotations.Nullable;

/// Which house rules are looked after in an open database, kept in a file that a person may edit. To be used on the
/// interface's thread only.
public final class HouseRules {
    private final JsonFile<ConventionSettings> file;
    private final String connection;
    private final Background background;
    private final ReadOnlyObjectWrapper<ConventionSettings> settings;
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final AtomicReference<ConventionSettings> newest;

    /// @param connection the id of the profile
    public HouseRules(JsonFile<ConventionSettings> file, String connection, Background background) {
        this.file = file;
        this.connection = connection;
        this.background = background;
        ConventionSettings kept = file.load();
        settings = new ReadOnlyObjectWrapper<>(kept);
        newest = new AtomicReference<>(kept);
    }

    public ReadOnlyObjectProperty<ConventionSettings> settings() {
        return settings.getReadOnlyProperty();
    }

    /// Why the last change could not be kept; null where it could.
    public ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// What holds for this connection.
    public Switches switches() {
        return settings.get().of(connection);
    }

    /// How the file calls this connection.
    public String connection() {
        return connection;
    }

    /// Changes what holds for this connection, and keeps it.
    public void change(UnaryOperator<Switches> change) {
        set(settings.get().with(connection, change));
    }

    /// Changes the settings, and keeps them.
    public void set(ConventionSettings changed) {
        settings.set(changed);
        newest.set(changed);
        String title = "Keeping the house rules";
        background.start(Job.of(title, _ -> {
                    // Of several such jobs any may be the last: each keeps the newest.
                    file.save(newest.get());
                    return changed;
                })
                .quietly()
                .whenDone(_ -> failure.set(null))
                .whenFailed(error -> failure.set(Failure.of(title, error))));
    }
}
