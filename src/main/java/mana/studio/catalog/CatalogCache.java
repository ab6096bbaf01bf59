package mana.studio.catalog;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.settings.Places;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The last catalog read of each connection, kept in a file, so that it is there at once at the next start. A file that
/// is broken, or of a model that has changed since, counts as none.
public final class CatalogCache {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogCache.class);
    private static final int FAST = 1;
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final JsonMapper mapper = CatalogJson.mapper();

    public CatalogCache(Places places) {
        this.folder = places.data().resolve("catalogs");
    }

    /// What was kept last for a connection.
    ///
    /// @param profile the id of its profile
    public Optional<Snapshot> find(String profile) {
        Path file = file(profile);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), BUFFER), StandardCharsets.UTF_8))) {
            Kept kept = mapper.readValue(Objects.requireNonNullElse(lines.readLine(), ""), Kept.class);
            if (!kept.model().equals(ModelShape.TEXT)) {
                return Optional.empty();
            }
            List<Schema> schemas = lines.lines().toList().parallelStream()
                    .map(line -> mapper.readValue(line, Schema.class))
                    .toList();
            return Optional.of(kept.snapshot(schemas));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException | JacksonException broken) {
            LOG.info("{} holds no catalog that can be read: it is ignored", file, broken);
            return Optional.empty();
        }
    }

    /// Keeps a catalog in place of the one before. Whoever reads at the same time reads the old one or the new one.
    ///
    /// @throws UncheckedIOException where the disk refuses
    public void keep(String profile, Snapshot snapshot) {
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, "catalog", ".new");
            try {
                write(temporary, snapshot);
                replace(temporary, file(profile));
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// Forgets what was kept for a connection.
    ///
    /// @throws UncheckedIOException where the disk refuses
    public void forget(String profile) {
        try {
            Files.deleteIfExists(file(profile));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void write(Path file, Snapshot snapshot) throws IOException {
        try (Writer writer = new OutputStreamWriter(
                new Deflating(new BufferedOutputStream(Files.newOutputStream(file), BUFFER)), StandardCharsets.UTF_8)) {
            writer.write(mapper.writeValueAsString(Kept.of(snapshot)));
            for (Schema schema : snapshot.database().schemas()) {
                writer.write('\n');
                writer.write(mapper.writeValueAsString(schema));
            }
        }
    }

    private static void replace(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path file(String profile) {
        return folder.resolve(URLEncoder.encode(profile, StandardCharsets.UTF_8) + ".json.gz");
    }

    /// The first line of a file; each of the others holds a schema, so that all processors can read them.
    ///
    /// @param model    what the records of the model looked like when it was written
    /// @param database without its schemas
    /// @param schemas  how many lines follow
    private record Kept(String model, Database database, int schemas, List<Size> sizes, Instant readAt) {
        record Size(QualifiedName name, long rows, long bytes) {}

        static Kept of(Snapshot snapshot) {
            List<Size> sizes = snapshot.sizes().entrySet().stream()
                    .map(entry -> new Size(
                            entry.getKey(), entry.getValue().rows(), entry.getValue().bytes()))
                    .toList();
            Database database = snapshot.database();
            return new Kept(
                    ModelShape.TEXT, with(database, List.of()), database.schemas().size(), sizes, snapshot.readAt());
        }

        Snapshot snapshot(List<Schema> all) throws IOException {
            if (all.size() != schemas) {
                throw new IOException(all.size() + " of " + schemas + " schemas");
            }
            Map<QualifiedName, RelationSize> map = sizes.stream()
                    .collect(Collectors.toMap(Size::name, size -> new RelationSize(size.rows(), size.bytes())));
            return new Snapshot(with(database, all), map, readAt);
        }

        private static Database with(Database database, List<Schema> schemas) {
            return new Database(
                    database.name(),
                    database.version(),
                    database.owner(),
                    database.comment(),
                    schemas,
                    database.extensions(),
                    database.others(),
                    database.dependencies());
        }
    }

    /// Compresses at the lowest level: catalogs repeat themselves, and the disk is faster than the higher ones.
    private static final class Deflating extends GZIPOutputStream {
        Deflating(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(FAST);
        }
    }
}
