package mana.studio.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A value kept in a JSON file. Reading is tolerant: a file that is missing gives the fallback; one that cannot be
/// understood does too, and is kept beside it with the ending `.broken`. Writing goes through a temporary file, so
/// that there is always a whole one.
public final class JsonFile<T> {
    private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path path;
    private final Class<T> type;
    private final T fallback;

    public JsonFile(Path path, Class<T> type, T fallback) {
        this.path = path;
        this.type = type;
        this.fallback = fallback;
    }

    public Path path() {
        return path;
    }

    public synchronized T load() {
        try {
            return MAPPER.readValue(Files.readString(path), type);
        } catch (NoSuchFileException missing) {
            return fallback;
        } catch (IOException | JacksonException broken) {
            LOG.warn("{} cannot be read; it is set aside", path, broken);
            setAside();
            return fallback;
        }
    }

    /// @throws UncheckedIOException where the disk refuses
    public synchronized void save(T value) {
        try {
            Files.createDirectories(path.getParent());
            Path temporary = path.resolveSibling(path.getFileName() + ".new");
            Files.writeString(temporary, MAPPER.writeValueAsString(value));
            try {
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException notHere) {
                Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void setAside() {
        try {
            Files.move(path, path.resolveSibling(path.getFileName() + ".broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            LOG.warn("{} cannot be set aside", path, refused);
        }
    }
}
