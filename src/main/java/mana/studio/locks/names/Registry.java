package mana.studio.locks.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.LockKey;
import mana.studio.locks.names.LockName.Category;
import mana.studio.locks.names.LockName.Source;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The team's own list of locks.
///
/// @param locks the first of a key counts
public record Registry(List<Entry> locks) implements LockNames {
    /// A project keeps its own list under this name in its folder.
    public static final String PROJECT_FILE = "mana-locks.json";

    /// What the house's own scripts take.
    public static final Registry MANA = new Registry(List.of(
            new Entry("987654321", "mana-auth migrations", "mana-auth", Category.MIGRATION),
            new Entry("314159265", "calendar migrations", "calendar", Category.MIGRATION),
            new Entry("320202020", "context migrations", "context", Category.MIGRATION)));

    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);

    public Registry {
        locks = locks == null ? List.of() : List.copyOf(locks);
    }

    /// A lock of the team's.
    ///
    /// @param key      as {@link LockKey#parse} reads it
    /// @param service  whose; null where it is nobody's in particular
    /// @param category null for {@link Category#OTHER}
    public record Entry(
            String key,
            String name,
            @Nullable String service,
            @Nullable Category category) {
        private boolean is(LockKey other) {
            return LockKey.parse(key).filter(other::equals).isPresent();
        }
    }

    /// The file in which a person keeps it.
    public static JsonFile<Registry> file(Places places) {
        return new JsonFile<>(places.config().resolve("lock-names.json"), Registry.class, MANA);
    }

    /// The list a project keeps for its team; empty where it has none. A file of the project's is never moved or
    /// written, so one that cannot be understood is left and said in the log.
    public static Registry ofProject(Path folder) {
        Path file = folder.resolve(PROJECT_FILE);
        if (!Files.isRegularFile(file)) {
            return new Registry(List.of());
        }
        try {
            return JsonMapper.shared().readValue(Files.readString(file), Registry.class);
        } catch (IOException | JacksonException broken) {
            LOG.warn("{} cannot be read as a list of locks", file, broken);
            return new Registry(List.of());
        }
    }

    @Override
    public Optional<LockName> of(AdvisoryLock lock) {
        return locks.stream()
                .filter(entry -> entry.is(lock.key()))
                .findFirst()
                .map(entry -> new LockName(
                        entry.name(),
                        Source.REGISTRY,
                        entry.service() == null ? "the list of locks" : "the list of locks, service " + entry.service(),
                        entry.category() == null ? Category.OTHER : entry.category(),
                        true));
    }

    /// The same list with a lock named anew, before all others; a blank name takes it out.
    public Registry with(Entry entry) {
        List<Entry> changed = new ArrayList<>(locks);
        LockKey.parse(entry.key()).ifPresent(key -> changed.removeIf(other -> other.is(key)));
        if (!entry.name().isBlank()) {
            changed.addFirst(entry);
        }
        return new Registry(changed);
    }
}
