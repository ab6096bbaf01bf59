package mana.studio.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The saved connections, in `connections.json` among the settings: a list a person may edit, each with its URL. A
/// password is never among them; one written into a URL by hand is not kept.
public final class Profiles {
    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);
    private static final LibpqDefaults NONE = new LibpqDefaults(java.util.Map.of(), "postgres", List.of());

    private final JsonFile<Saved> file;

    public Profiles(Places places) {
        this.file = new JsonFile<>(places.config().resolve("connections.json"), Saved.class, new Saved(List.of()));
    }

    /// The file's content.
    record Saved(List<Entry> connections) {
        Saved {
            connections = Objects.requireNonNullElse(connections, List.of());
        }
    }

    /// A connection in the file. What a hand left out is taken so that it harms least.
    record Entry(
            String id,
            String name,
            Environment environment,
            @Nullable String color,
            Boolean readOnly,
            Boolean applyAllowed,
            String url) {
        Entry {
            url = Objects.requireNonNullElse(url, "");
            name = Objects.requireNonNullElse(name, url);
            id = Objects.requireNonNullElse(id, name);
            environment = Objects.requireNonNullElse(environment, Environment.PRODUCTION);
            readOnly = Objects.requireNonNullElse(readOnly, true);
            applyAllowed = Objects.requireNonNullElse(applyAllowed, false);
        }
    }

    /// A new profile's id.
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /// All that can be understood, in the order they were saved first.
    public synchronized List<Profile> all() {
        List<Profile> profiles = new ArrayList<>();
        for (Entry entry : file.load().connections()) {
            Profile profile = profile(entry);
            if (profile != null) {
                profiles.add(profile);
            }
        }
        return List.copyOf(profiles);
    }

    /// Adds a profile, or puts it in the place of the one with its id.
    ///
    /// @throws java.io.UncheckedIOException where the disk refuses
    public synchronized void save(Profile profile) {
        List<Entry> entries = new ArrayList<>(file.load().connections());
        Entry entry = new Entry(
                profile.id(),
                profile.name(),
                profile.environment(),
                profile.color(),
                profile.readOnly(),
                profile.applyAllowed(),
                ConnectionString.print(profile.target()));
        int index = 0;
        while (index < entries.size() && !entries.get(index).id().equals(profile.id())) {
            index++;
        }
        if (index < entries.size()) {
            entries.set(index, entry);
        } else {
            entries.add(entry);
        }
        file.save(new Saved(entries));
    }

    /// Does nothing where there is none with that id.
    ///
    /// @throws java.io.UncheckedIOException where the disk refuses
    public synchronized void delete(String id) {
        List<Entry> entries = new ArrayList<>(file.load().connections());
        if (entries.removeIf(entry -> entry.id().equals(id))) {
            file.save(new Saved(entries));
        }
    }

    private static @Nullable Profile profile(Entry entry) {
        try {
            Target target = ConnectionString.parse(entry.url(), NONE).target();
            return new Profile(
                    entry.id(),
                    entry.name(),
                    entry.environment(),
                    entry.color(),
                    entry.readOnly(),
                    entry.applyAllowed(),
                    target);
        } catch (MalformedConnectionString malformed) {
            LOG.warn("The saved connection {} is left out: {}", entry.name(), malformed.getMessage());
            return null;
        }
    }
}
