package mana.studio.locks.verdict;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// From which age on a lock is worth a warning, and from which on it is stuck. A file may name only some of them; the
/// others are as delivered.
///
/// @param idle                a session that does nothing, and nobody else wants the lock
/// @param idleWanted          the same where somebody waits or polls
/// @param poolLeak            a pooled connection that does other work
/// @param idleInTransaction   a transaction nobody goes on with
/// @param aborted             a failed transaction nobody ends
/// @param clientNotReading    the server sends and nobody reads
/// @param active              works for very long; never stuck by age alone
/// @param waiting             somebody waits, and the holder is blocked or hidden
public record Thresholds(
        Step idle,
        Step idleWanted,
        Step poolLeak,
        Step idleInTransaction,
        Step aborted,
        Step clientNotReading,
        Step active,
        Step waiting) {
    /// As delivered.
    public static final Thresholds DEFAULT = of(Map.of());

    private static Thresholds of(Map<String, Step> given) {
        return new Thresholds(
                given.getOrDefault("idle", new Step(30, 300.0)),
                given.getOrDefault("idleWanted", new Step(10, 60.0)),
                given.getOrDefault("poolLeak", new Step(10, 60.0)),
                given.getOrDefault("idleInTransaction", new Step(10, 60.0)),
                given.getOrDefault("aborted", new Step(5, 60.0)),
                given.getOrDefault("clientNotReading", new Step(60, 300.0)),
                given.getOrDefault("active", new Step(300, null)),
                given.getOrDefault("waiting", new Step(5, 60.0)));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Thresholds read(Map<String, Step> given) {
        return of(given);
    }

    /// Two ages.
    ///
    /// @param yellow seconds from which on it is a warning
    /// @param red    seconds from which on it is stuck; null for never
    public record Step(double yellow, @Nullable Double red) {
        Severity of(Duration age) {
            double seconds = age.toNanos() / 1e9;
            if (red != null && seconds >= red) {
                return Severity.STUCK;
            }
            return seconds >= yellow ? Severity.WARNING : Severity.NORMAL;
        }
    }

    /// The person's own, among the settings of the studio.
    public static JsonFile<Thresholds> file(Places places) {
        return new JsonFile<>(places.config().resolve("lock-thresholds.json"), Thresholds.class, DEFAULT);
    }

    /// Those of a file that a person named: it must be readable.
    ///
    /// @throws IOException saying what is wrong with it
    public static Thresholds read(Path file) throws IOException {
        try {
            return JsonMapper.shared().readValue(Files.readString(file), Thresholds.class);
        } catch (JacksonException wrong) {
            throw new IOException(wrong.getOriginalMessage(), wrong);
        }
    }
}
