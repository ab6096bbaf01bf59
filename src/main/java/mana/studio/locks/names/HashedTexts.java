package mana.studio.locks.names;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.LockKey;
import mana.studio.locks.names.LockName.Category;
import mana.studio.locks.names.LockName.Source;

/// Keys that are the hash of a text, as the server hashes it: `hashtext` may differ between versions, so it is asked.
public final class HashedTexts implements LockNames {
    /// Texts that known tools hash: pg_partman's, and the name scripts around Drizzle take.
    private static final Map<String, String> KNOWN = Map.of(
            "pg_partman run_maintenance", "pg_partman, run_maintenance",
            "pg_partman run_maintenance procedure", "pg_partman, run_maintenance procedure",
            "drizzle_migrations", "Drizzle migrations");

    /// A replication slot's name is ElectricSQL's key while it runs.
    private static final String HASHES = """
        SELECT t.text, t.slot, hashtext(t.text)::bigint, hashtextextended(t.text, 0)
        FROM (SELECT u.text, false AS slot FROM unnest(?::text[]) u (text)
              UNION ALL
              SELECT s.slot_name::text, true FROM pg_get_replication_slots() s) t\
        """;

    private final Map<Long, LockName> names;

    private HashedTexts(Map<Long, LockName> names) {
        this.names = names;
    }

    /// Asks the server for the hashes.
    ///
    /// @param mentions of the project's source, whose hashed texts are asked for too
    public static HashedTexts of(Connection connection, Collection<Mention> mentions) throws SQLException {
        Map<String, Mention> ofProject = new HashMap<>();
        mentions.forEach(mention -> mention.hashed().ifPresent(text -> ofProject.putIfAbsent(text, mention)));
        Set<String> texts = new TreeSet<>(KNOWN.keySet());
        texts.addAll(ofProject.keySet());
        Array all = connection.createArrayOf("text", texts.toArray());
        Map<Long, LockName> names = new HashMap<>();
        try (PreparedStatement question = connection.prepareStatement(HASHES)) {
            question.setArray(1, all);
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    LockName name = name(row.getString(1), row.getBoolean(2), ofProject);
                    names.putIfAbsent(row.getLong(3), name);
                    names.putIfAbsent(row.getLong(4), name);
                }
            }
        } finally {
            all.free();
        }
        return new HashedTexts(names);
    }

    private static LockName name(String text, boolean slot, Map<String, Mention> ofProject) {
        Mention mention = ofProject.get(text);
        if (mention != null) {
            return mention.name();
        }
        return slot
                ? new LockName(
                        "ElectricSQL, slot " + text, Source.COMPUTED, "hash of the slot's name", Category.LEADER, false)
                : new LockName(KNOWN.getOrDefault(text, text), Source.COMPUTED, "hash of '" + text + "'", Category.MIGRATION, true);
    }

    @Override
    public Optional<LockName> of(AdvisoryLock lock) {
        LockKey key = lock.key();
        return key.bigint().isPresent()
                ? Optional.ofNullable(names.get(key.bigint().getAsLong()))
                : Optional.empty();
    }
}
