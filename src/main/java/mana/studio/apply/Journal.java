package mana.studio.apply;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import mana.studio.apply.Entry.State;
import mana.studio.catalog.CatalogJson;
import mana.studio.schema.Database;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What is being applied, on disk, so that after a crash the next start can say what was and what was not. A file a
/// connection, written and flushed before the server is told; gone when the order has ended and its outcome is known.
public final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path folder;

    public Journal(Places places) {
        this.folder = places.state().resolve("apply");
    }

    /// What is still to come of plans of several phases.
    public Agenda agenda() {
        return new Agenda(folder);
    }

    /// What a studio that is no longer there was applying, or what was lost with the server.
    public Optional<Entry> unfinished(String profile) {
        return read(profile).filter(entry -> entry.lost() || !isAlive(entry));
    }

    /// What the database was to become; empty where that was not said, or is written in the words of another version.
    public Optional<Database> wanted(String profile) {
        try (GZIPInputStream text = new GZIPInputStream(Files.newInputStream(target(profile)))) {
            return Optional.of(CatalogJson.mapper().readValue(text, Database.class));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | JacksonException broken) {
            LOG.info("{} cannot be read", target(profile), broken);
            return Optional.empty();
        }
    }

    /// Drops what is known of an unfinished order.
    ///
    /// @throws UncheckedIOException where the disk refuses
    public void forget(String profile) {
        try {
            Files.deleteIfExists(file(profile));
            Files.deleteIfExists(target(profile));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// Writes an order down before its first statement.
    ///
    /// @throws UncheckedIOException  where the disk refuses: then nothing is to run
    /// @throws IllegalStateException where another studio applies to the same connection right now
    Writing begin(Entry entry, @Nullable Database wanted) {
        read(entry.profile()).filter(other -> !other.lost() && isAlive(other)).ifPresent(other -> {
            throw new IllegalStateException("Another window of the studio is applying changes to " + other.database()
                    + " right now, since " + other.startedAt() + ".");
        });
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(target(entry.profile()));
            if (wanted != null) {
                try (OutputStream text = new GZIPOutputStream(Files.newOutputStream(target(entry.profile())))) {
                    CatalogJson.mapper().writeValue(text, wanted);
                }
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        Writing writing = new Writing(entry);
        writing.write();
        return writing;
    }

    private Optional<Entry> read(String profile) {
        try {
            return Optional.of(MAPPER.readValue(Files.readString(file(profile)), Entry.class));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | JacksonException broken) {
            LOG.warn("{} cannot be read", file(profile), broken);
            return Optional.empty();
        }
    }

    private static boolean isAlive(Entry entry) {
        return ProcessHandle.of(entry.process())
                .filter(ProcessHandle::isAlive)
                .filter(process -> entry.processStarted() == null
                        || process.info()
                                .startInstant()
                                .map(entry.processStarted()::equals)
                                .orElse(true))
                .isPresent();
    }

    private Path file(String profile) {
        return folder.resolve(URLEncoder.encode(profile, StandardCharsets.UTF_8) + ".json");
    }

    private Path target(String profile) {
        return folder.resolve(URLEncoder.encode(profile, StandardCharsets.UTF_8) + ".wanted.json.gz");
    }

    /// An order that is being written down.
    final class Writing {
        private Entry entry;

        private Writing(Entry entry) {
            this.entry = entry;
        }

        void running(int part) {
            put(entry.with(part, State.RUNNING, null));
        }

        /// @param transaction its `xid8`, by which the server can be asked later what became of it
        void committing(int part, @Nullable String transaction) {
            put(entry.with(part, State.COMMITTING, transaction));
        }

        void applied(int part) {
            put(entry.with(part, State.APPLIED, null));
        }

        /// What became of it is not known yet.
        void lost() {
            put(entry.asLost());
        }

        /// It has ended, and how is known.
        void end() {
            forget(entry.profile());
        }

        private void put(Entry changed) {
            entry = changed;
            write();
        }

        private void write() {
            try {
                Flushed.write(
                        file(entry.profile()), MAPPER.writeValueAsString(entry).getBytes(StandardCharsets.UTF_8));
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }
    }

    /// The entry of an order that this process is about to run.
    static Entry entry(
            String profile,
            String database,
            String place,
            Order order,
            @Nullable String system,
            int backend,
            String backendStarted) {
        ProcessHandle self = ProcessHandle.current();
        return new Entry(
                profile,
                database,
                place,
                Instant.now(),
                self.pid(),
                self.info().startInstant().orElse(null),
                false,
                system,
                backend,
                backendStarted,
                order.plan() == null ? null : order.plan().committed(),
                order.legs().stream().map(Entry.Part::of).toList());
    }
}
