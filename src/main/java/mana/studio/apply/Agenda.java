package mana.studio.apply;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import mana.studio.apply.Recovery.Fate;
import mana.studio.catalog.CatalogJson;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Workspace;
import mana.studio.safety.safer.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Plans whose next phase is still to come, on disk: days may lie between two. A file a connection; gone when the last
/// phase was applied.
public final class Agenda {
    private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);
    private static final JsonMapper MAPPER = CatalogJson.mapper()
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Step.class, StepJson.class)
            .build();

    private final Path folder;

    Agenda(Path folder) {
        this.folder = folder;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Step.InTransaction.class, name = "transaction"),
        @JsonSubTypes.Type(value = Step.Alone.class, name = "alone"),
        @JsonSubTypes.Type(value = Step.Batches.class, name = "batches"),
        @JsonSubTypes.Type(value = Step.Check.class, name = "check")
    })
    private interface StepJson {}

    /// A plan that was begun, as far as it is known to have come.
    ///
    /// @param unclear whether what became of the leg that was running is not known, or the server is still at it
    public record Standing(PhasedPlan plan, boolean unclear) {}

    /// What is to come of a plan that was begun. Where a phase was interrupted, the server is asked how far it came;
    /// nothing is written to it.
    ///
    /// @throws SQLException where the server is not there to be asked
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public Optional<Standing> standing(Journal journal, Workspace workspace, Cancellation cancellation)
            throws SQLException {
        String profile = workspace.profile().id();
        PhasedPlan kept = kept(profile).orElse(null);
        Entry entry = journal.unfinished(profile).orElse(null);
        if (kept == null || entry == null || entry.before() == null) {
            return Optional.ofNullable(kept).filter(PhasedPlan::isBegun).map(plan -> new Standing(plan, false));
        }
        Recovery recovery = Recovery.of(entry, journal, workspace, cancellation);
        int applied = 0;
        while (applied < recovery.parts().size()
                && recovery.parts().get(applied).fate() == Fate.APPLIED) {
            applied++;
        }
        PhasedPlan plan = kept.after(Math.max(kept.committed(), entry.before() + applied));
        boolean unclear = recovery.running()
                || (applied < recovery.parts().size()
                        && recovery.parts().get(applied).fate() == Fate.UNKNOWN);
        if (!unclear) {
            put(profile, plan, false);
        }
        return plan.isDone() || !(plan.isBegun() || unclear)
                ? Optional.empty()
                : Optional.of(new Standing(plan, unclear));
    }

    Optional<PhasedPlan> kept(String profile) {
        try (GZIPInputStream text = new GZIPInputStream(Files.newInputStream(file(profile)))) {
            return Optional.of(MAPPER.readValue(text, PhasedPlan.class));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | JacksonException broken) {
            LOG.warn("{} cannot be read", file(profile), broken);
            return Optional.empty();
        }
    }

    /// Keeps a plan in place of what is kept; drops it where nothing is to come, or nothing was begun.
    ///
    /// @param beginning whether it is about to be begun
    /// @throws UncheckedIOException where the disk refuses
    void put(String profile, PhasedPlan plan, boolean beginning) {
        if (plan.isDone() || !(plan.isBegun() || beginning)) {
            forget(profile);
            return;
        }
        try {
            Files.createDirectories(folder);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream text = new GZIPOutputStream(bytes)) {
                MAPPER.writeValue(text, plan);
            }
            Flushed.write(file(profile), bytes.toByteArray());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// Drops what was to come.
    ///
    /// @throws UncheckedIOException where the disk refuses
    public void forget(String profile) {
        try {
            Files.deleteIfExists(file(profile));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private Path file(String profile) {
        return folder.resolve(URLEncoder.encode(profile, StandardCharsets.UTF_8) + ".phases.json.gz");
    }
}
