package mana.studio.ui.connect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Endpoint;
import mana.studio.connection.Environment;
import mana.studio.connection.LibpqDefaults;
import mana.studio.connection.MalformedConnectionString;
import mana.studio.connection.Profile;
import mana.studio.connection.Profiles;
import mana.studio.connection.Secret;
import mana.studio.connection.Target;
import org.jspecify.annotations.Nullable;

/// A connection as it is being described. What was not chosen by hand follows what was: a database that is not on this
/// machine starts as read-only production.
final class FormModel {
    /// What may be wrong, and is said below where it stands.
    enum Field {
        PASTE,
        HOST,
        PORT
    }

    private final LibpqDefaults defaults;
    private final FormValues values = FormValues.empty();
    private final ReadOnlyBooleanWrapper ofSaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper notes = new ReadOnlyStringWrapper("");
    private final ObservableMap<Field, String> errors = FXCollections.observableHashMap();
    private final ReadOnlyBooleanWrapper guarded = new ReadOnlyBooleanWrapper();
    private Map<String, String> otherParameters = Map.of();
    private String id = Profiles.newId();
    private String readText = "";
    private boolean environmentChosen;
    private boolean readOnlyChosen;

    FormModel(LibpqDefaults defaults) {
        this.defaults = defaults;
        clear();
        values.host().subscribe(_ -> follow());
        values.database().subscribe(_ -> follow());
        values.environment().subscribe(_ -> guard());
    }

    /// Starts a new description.
    void clear() {
        startAnew();
        List.of(values.host(), values.port(), values.database(), values.user(), values.options(), values.paste())
                .forEach(field -> field.set(""));
        values.sslMode().set("prefer");
        follow();
    }

    /// From now on this is not the saved connection any more that it may have been.
    private void startAnew() {
        describe(Profiles.newId(), "", Map.of());
        title.set("New connection");
        values.color().set(ProfileColor.OF_ENVIRONMENT);
        values.applyAllowed().set(false);
        environmentChosen = false;
        readOnlyChosen = false;
        ofSaved.set(false);
    }

    /// Shows a saved connection.
    void show(Profile profile) {
        clear();
        fill(profile.target(), null);
        describe(profile.id(), profile.name(), otherParameters);
        kept(profile);
        values.environment().set(profile.environment());
        values.applyAllowed().set(profile.applyAllowed());
        values.color().set(ProfileColor.of(profile.color()));
        values.readOnly().set(profile.readOnly());
        environmentChosen = true;
        readOnlyChosen = true;
    }

    /// The connection described is among the saved ones now.
    void kept(Profile profile) {
        values.name().set(profile.name());
        title.set(profile.name());
        ofSaved.set(true);
    }

    /// Shows a copy of a saved connection, to be saved beside it.
    void duplicate(Profile profile) {
        show(profile);
        describe(Profiles.newId(), profile.name() + " copy", otherParameters);
        title.set("New connection");
        ofSaved.set(false);
    }

    /// Shows what was found somewhere, as a new connection.
    void show(String foundName, ConnectionString connection) {
        clear();
        fill(connection.target(), connection.secret());
        // The same place is the same connection at the next start: its tabs and its catalog are found again.
        id = foundName + " " + connection.target();
        values.name().set(foundName);
        notes.set(String.join("\n", connection.notes()));
    }

    private void describe(String newId, String newName, Map<String, String> parameters) {
        id = newId;
        values.name().set(newName);
        otherParameters = parameters;
        values.password().set("");
        values.remember().set(false);
        values.keep().set(true);
        notes.set("");
        errors.clear();
        readText = "";
    }

    private void fill(Target target, @Nullable Secret secret) {
        values.host().set(target.endpoints().stream().map(Endpoint::host).collect(Collectors.joining(",")));
        List<Integer> ports = target.endpoints().stream().map(Endpoint::port).toList();
        values.port()
                .set(
                        ports.stream().distinct().count() == 1
                                ? String.valueOf(ports.getFirst())
                                : ports.stream().map(String::valueOf).collect(Collectors.joining(",")));
        values.database().set(target.database());
        values.user().set(target.user());
        Map<String, String> parameters = new LinkedHashMap<>(target.parameters());
        String mode = parameters.remove("sslmode");
        String settings = parameters.remove("options");
        values.sslMode().set(mode == null ? "prefer" : mode);
        values.options().set(settings == null ? "" : settings);
        otherParameters = parameters;
        values.password().set(secret == null ? "" : secret.reveal());
        errors.remove(Field.HOST);
        errors.remove(Field.PORT);
    }

    /// Reads the pasted text into the form, as a new connection: a saved one is not turned into another. While it is
    /// being typed, what cannot be read yet is no error.
    ///
    /// @param finished whether it is whole: then the text is replaced by one without its password
    void readPaste(boolean finished) {
        errors.remove(Field.PASTE);
        String text = values.paste().get();
        if (text.isBlank() || text.equals(readText)) {
            return;
        }
        try {
            ConnectionString connection = ConnectionString.parse(text, defaults);
            if (ofSaved.get()) {
                startAnew();
            }
            fill(connection.target(), connection.secret());
            follow();
            notes.set(String.join("\n", connection.notes()));
            if (finished) {
                readText = ConnectionString.print(connection.target());
                values.paste().set(readText);
            }
        } catch (MalformedConnectionString malformed) {
            if (finished) {
                errors.put(Field.PASTE, malformed.getMessage());
            }
        }
    }

    /// Looks whether a field can be what it says.
    void check(Field field) {
        try {
            errors.remove(field);
            switch (field) {
                case PASTE -> readPaste(true);
                case HOST -> ConnectionString.of(Map.of("host", values.host().get()), defaults);
                case PORT ->
                    ConnectionString.of(
                            Map.of(
                                    "host",
                                    values.host().get(),
                                    "port",
                                    values.port().get()),
                            defaults);
            }
        } catch (MalformedConnectionString malformed) {
            errors.put(field, malformed.getMessage());
        }
    }

    /// The connection described; null where something is wrong, which {@link #errors} then says.
    @Nullable
    Profile profile() {
        errors.clear();
        check(Field.HOST);
        if (errors.isEmpty()) {
            check(Field.PORT);
        }
        if (!errors.isEmpty()) {
            return null;
        }
        try {
            Target target = ConnectionString.of(keywords(), defaults).target();
            String shownName = values.name().get().isBlank()
                    ? suggestedName(target)
                    : values.name().get().strip();
            return new Profile(
                    id,
                    shownName,
                    values.environment().get(),
                    values.color().get().savedName(),
                    values.readOnly().get(),
                    guarded.get() && values.applyAllowed().get(),
                    target);
        } catch (MalformedConnectionString malformed) {
            errors.put(Field.HOST, malformed.getMessage());
            return null;
        }
    }

    private Map<String, String> keywords() {
        Map<String, String> keywords = new LinkedHashMap<>(otherParameters);
        keywords.put("host", values.host().get());
        keywords.put("port", values.port().get());
        keywords.put("dbname", values.database().get());
        keywords.put("user", values.user().get());
        keywords.put("options", values.options().get());
        if (!values.sslMode().get().equals("prefer")) {
            keywords.put("sslmode", values.sslMode().get());
        }
        return keywords;
    }

    private static String suggestedName(Target target) {
        return target.database()
                + (target.isLoopback()
                        ? ""
                        : " on " + target.endpoints().getFirst().host());
    }

    @Nullable
    Secret secret() {
        return values.password().get().isEmpty()
                ? null
                : new Secret(values.password().get());
    }

    /// The person has decided; the host no longer does.
    void environmentChosen() {
        environmentChosen = true;
    }

    /// The person has decided; the host no longer does.
    void readOnlyChosen() {
        readOnlyChosen = true;
    }

    private void follow() {
        boolean local = isLoopback();
        if (!environmentChosen) {
            String place = (values.host().get() + " " + values.database().get()).toLowerCase(Locale.ROOT);
            Environment remote = place.contains("stag") ? Environment.STAGING : Environment.PRODUCTION;
            values.environment().set(local ? Environment.LOCAL : remote);
        }
        if (!readOnlyChosen) {
            values.readOnly().set(!local);
        }
        guard();
    }

    private void guard() {
        guarded.set(!isLoopback() || values.environment().get() != Environment.LOCAL);
    }

    private boolean isLoopback() {
        try {
            return ConnectionString.of(Map.of("host", values.host().get()), defaults)
                    .target()
                    .isLoopback();
        } catch (MalformedConnectionString notYet) {
            return false;
        }
    }

    /// What the form's controls are bound to.
    FormValues values() {
        return values;
    }

    /// Whether changes of the schema are applied only where the connection allows it.
    ReadOnlyBooleanProperty guarded() {
        return guarded.getReadOnlyProperty();
    }

    /// Whether a saved connection is shown.
    ReadOnlyBooleanProperty ofSaved() {
        return ofSaved.getReadOnlyProperty();
    }

    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /// What was understood differently or left out of the pasted text; empty for nothing.
    ReadOnlyStringProperty notes() {
        return notes.getReadOnlyProperty();
    }

    ObservableMap<Field, String> errors() {
        return errors;
    }
}
