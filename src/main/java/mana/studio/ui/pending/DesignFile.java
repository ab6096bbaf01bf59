package mana.studio.ui.pending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import mana.studio.catalog.CatalogJson;
import mana.studio.design.Conflict;
import mana.studio.design.Design;
import mana.studio.design.KeptDesign;
import mana.studio.schema.Database;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What is pending for one connection, in files, so that it outlives the end of the studio and its death: the base,
/// which
/// is written once, and beside it the design with its history, which is written anew after each change. Both are
/// written
/// aside and then put in place, the base first, so that there is always a whole design with its base. What cannot be
/// read is set aside and never lost.
public final class DesignFile {
    private static final Logger LOG = LoggerFactory.getLogger(DesignFile.class);

    private final Path folder;
    private final String name;
    private final JsonMapper mapper = CatalogJson.mapper()
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private @Nullable Database written;
    private String fingerprint = "";

    /// @param profile the id of the connection's profile
    public DesignFile(Places places, String profile) {
        this.folder = places.data().resolve("designs");
        this.name = URLEncoder.encode(profile, StandardCharsets.UTF_8);
    }

    /// @param base the fingerprint in the name of the file that holds the base
    private record Content(String base, KeptDesign design, List<Conflict> conflicts) {
        Content {
            conflicts = List.copyOf(conflicts);
        }
    }

    /// What was found.
    ///
    /// @param conflicts where the database was changed otherwise, and nobody has decided yet
    /// @param aside     where a design is that could not be read; null where there was none
    public record Found(
            Optional<Design> design,
            List<Conflict> conflicts,
            @Nullable Path aside) {
        static final Found NOTHING = new Found(Optional.empty(), List.of(), null);

        public Found {
            conflicts = List.copyOf(conflicts);
        }
    }

    /// What was kept last.
    public synchronized Found load() {
        Path file = design();
        if (!Files.exists(file)) {
            return Found.NOTHING;
        }
        try {
            Content content = read(file, Content.class);
            Database base = read(base(content.base()), Database.class);
            Design design = content.design().on(base);
            written = base;
            fingerprint = content.base();
            return new Found(Optional.of(design), content.conflicts(), null);
        } catch (IOException | RuntimeException broken) {
            LOG.warn("{} cannot be read; it is set aside", file, broken);
            return new Found(Optional.empty(), List.of(), setAside(file));
        }
    }

    /// Keeps a design in place of the one before; nothing where nothing is pending and nothing can be brought back.
    ///
    /// @param conflicts those that nobody has decided yet
    /// @throws UncheckedIOException where the disk refuses
    public synchronized void keep(Design design, List<Conflict> conflicts) {
        try {
            if (design.isEmpty()
                    && design.undoable().isEmpty()
                    && design.redoable().isEmpty()) {
                forget();
                return;
            }
            Files.createDirectories(folder);
            if (written != design.base()) {
                String fresh = UUID.randomUUID().toString();
                write(base(fresh), design.base());
                fingerprint = fresh;
                written = design.base();
            }
            write(design(), new Content(fingerprint, KeptDesign.of(design), conflicts));
            sweep(fingerprint);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void forget() throws IOException {
        Files.deleteIfExists(design());
        written = null;
        if (Files.isDirectory(folder)) {
            sweep("");
        }
    }

    /// Bases that no design has any more.
    private void sweep(String kept) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob(name) + ".base-*")) {
            for (Path file : files) {
                if (kept.isEmpty() || !file.equals(base(kept))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String glob(String text) {
        return text.replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
    }

    private Path design() {
        return folder.resolve(name + ".json.gz");
    }

    private Path base(String print) {
        return folder.resolve(name + ".base-" + print + ".json.gz");
    }

    /// With its base, which would be swept away otherwise.
    private @Nullable Path setAside(Path file) {
        try {
            Path aside = folder.resolve(name + ".broken-" + System.currentTimeMillis());
            Files.createDirectories(aside);
            Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            try (DirectoryStream<Path> bases = Files.newDirectoryStream(folder, glob(name) + ".base-*")) {
                for (Path base : bases) {
                    Files.move(base, aside.resolve(base.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return aside;
        } catch (IOException refused) {
            LOG.warn("{} cannot be set aside", file, refused);
            return null;
        }
    }

    private <T> T read(Path file, Class<T> type) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return mapper.readValue(reader, type);
        }
    }

    private void write(Path file, Object value) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(temporary), 1 << 16), StandardCharsets.UTF_8)) {
            mapper.writeValue(writer, value);
        }
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
