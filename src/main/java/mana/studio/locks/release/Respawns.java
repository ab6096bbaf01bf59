package mana.studio.locks.release;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import mana.studio.locks.Backend;
import mana.studio.locks.LockId;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.SessionRow;
import tools.jackson.databind.JsonNode;

/// Counts how often a service took a lock again after its session was ended: acts of the last five minutes on sessions
/// of the same program, for the same lock, before this session began. The audit file tells, so that a restart of the
/// studio forgets nothing.
final class Respawns {
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private Respawns() {}

    static int count(Audit audit, Capabilities capabilities, LockId lock, Backend target, Instant serverNow) {
        Optional<Instant> began = PrintedTime.instant(target.id().start());
        if (began.isEmpty()) {
            return 0;
        }
        return (int) audit.recent().stream()
                .filter(entry -> isOfSame(entry, capabilities, lock, target))
                .flatMap(entry -> PrintedTime.instant(entry.path("serverAt").asString("")).stream())
                .filter(at -> at.isAfter(serverNow.minus(WITHIN)) && at.isBefore(began.get()))
                .count();
    }

    /// Whether an earlier entry ended a session of the same program for the same lock.
    private static boolean isOfSame(JsonNode entry, Capabilities capabilities, LockId lock, Backend target) {
        JsonNode of = entry.path("target");
        JsonNode on = entry.path("lock");
        return entry.path("phase").asString("").equals("outcome")
                && entry.path("act").asString("").equals("end")
                && (entry.path("outcome").asString("").equals("done")
                        || entry.path("outcome").asString("").equals("unknown"))
                && entry.path("server").path("started").asString("").equals(capabilities.started())
                && entry.path("server").path("port").asInt(-1) == capabilities.port()
                && on.path("key").asString("").equals(lock.key().text())
                && on.path("database").asLong(-1) == lock.database()
                && of.path("application").asString("").equals(target.application())
                && of.path("user").asString("").equals(target.user())
                && Objects.equals(
                        of.path("address").asString(""), Objects.requireNonNullElse(SessionRow.address(target), ""));
    }
}
