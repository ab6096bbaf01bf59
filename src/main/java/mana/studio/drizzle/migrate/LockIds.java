package mana.studio.drizzle.migrate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;

/// Which advisory lock the migrations of a service take. All that migrate the service must take the same one.
///
/// @param ids by the service's name
public record LockIds(Map<String, Long> ids) {
    /// What the house's own scripts take.
    public static final LockIds MANA = new LockIds(Map.of(
            "mana-auth",
            987_654_321L,
            "mana-core-auth",
            987_654_321L,
            "calendar",
            314_159_265L,
            "context",
            320_202_020L));

    public LockIds {
        ids = Collections.unmodifiableMap(new TreeMap<>(ids == null ? Map.of() : ids));
    }

    /// The file in which a person may change them.
    public static JsonFile<LockIds> file(Places places) {
        return file(places.config().resolve("migration-locks.json"));
    }

    static JsonFile<LockIds> file(Path path) {
        return new JsonFile<>(path, LockIds.class, MANA);
    }

    /// @param derived whether it is made from the service's name, as nobody has said which it is
    public record LockId(long id, boolean derived) {}

    public LockId of(String service) {
        Long known = ids.get(service);
        return known == null ? new LockId(derived(service), true) : new LockId(known, false);
    }

    public LockIds with(String service, @Nullable Long id) {
        Map<String, Long> changed = new TreeMap<>(ids);
        if (id == null) {
            changed.remove(service);
        } else {
            changed.put(service, id);
        }
        return new LockIds(changed);
    }

    /// Always the same for one name, and hardly ever for two: 63 bits of its SHA-256.
    private static long derived(String service) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("migrations of " + service).getBytes(StandardCharsets.UTF_8));
            long number = 0;
            for (int at = 0; at < Long.BYTES; at++) {
                number = number << 8 | digest[at] & 0xFF;
            }
            return number & Long.MAX_VALUE;
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }
}
