package mana.studio.drizzle.write;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The part of a migration's name that a person chooses.
public final class MigrationName {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    /// With the prefix, and `_snapshot.json` or `.down.sql` behind it, far from the 255 that file systems take.
    private static final int LONGEST = 200;
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3");

    private MigrationName() {}

    /// What is wrong with a name, as a sentence; empty for one that can stand in a file's name on every system.
    public static Optional<String> problem(String name) {
        if (name.isBlank()) {
            return Optional.of("A migration needs a name.");
        }
        if (!ALLOWED.matcher(name).matches()) {
            return Optional.of("Letters, digits, _ and - only, a letter or a digit first.");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("Longer than " + LONGEST + " letters.");
        }
        if (DEVICES.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of("Windows keeps " + name + " for itself.");
        }
        return Optional.empty();
    }

    /// A name out of words: `Add column email!` becomes `add_column_email`.
    public static String of(String words) {
        String joined =
                words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String cut = joined.length() <= 60 ? joined : joined.substring(0, 60).replaceAll("_[^_]*$", "");
        return cut.isEmpty() ? "migration" : cut;
    }
}
