package mana.studio.locks.names;

import java.util.Locale;
import java.util.Optional;
import mana.studio.locks.LockKey;
import mana.studio.locks.names.LockName.Category;
import mana.studio.locks.names.LockName.Source;

/// A place in the project's source that names an advisory lock.
///
/// @param key      empty where it is the hash of a text
/// @param hashed   the text that is hashed; empty where it is a number
/// @param constant the name it is given there; empty for a bare number in a call
/// @param file     relative to the project, with slashes
/// @param line     from 1
public record Mention(Optional<LockKey> key, Optional<String> hashed, String constant, String file, int line) {
    /// What the lock is called because of it.
    public LockName name() {
        String words = (constant.isEmpty() ? hashed.orElse("") : constant);
        return new LockName(
                words.isEmpty() ? file : words, Source.PROJECT, file + ":" + line, category(words + " " + file), true);
    }

    private static Category category(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("migrat")) {
            return Category.MIGRATION;
        }
        if (lower.contains("leader")) {
            return Category.LEADER;
        }
        if (lower.contains("backup")) {
            return Category.BACKUP;
        }
        return lower.contains("cron") || lower.contains("job") || lower.contains("schedule")
                ? Category.JOB
                : Category.OTHER;
    }
}
