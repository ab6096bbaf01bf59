package mana.studio.drizzle.write;

import java.util.List;
import java.util.stream.Collectors;

/// The way back as a file that a person runs by hand.
final class DownScript {
    private DownScript() {}

    static String of(Composition composition, List<Stamp> stamps, Place place) {
        String names = stamps.stream().map(Stamp::tag).collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder();
        text.append("-- Takes back ").append(names).append(". No migrator runs this file.\n");
        text.append("-- Make a backup first, and see that no running code needs what goes.\n");
        composition.lost().forEach(loss -> text.append(comment("Does not come back: " + loss)));
        composition.undone().forEach(loss -> text.append(comment("Is lost when this runs: " + loss)));
        boolean whole = composition.down().stream().noneMatch(statement -> statement.startsWith("--"));
        text.append(whole ? "\nBEGIN;\n" : "\n");
        composition.down().forEach(statement -> text.append(statement).append('\n'));
        text.append(books(stamps, place));
        return text.append(whole ? "COMMIT;\n" : "").toString();
    }

    private static String comment(String line) {
        return "-- " + line.replace("\n", " ") + "\n";
    }

    /// The migrator goes by the newest row alone: while it stays, the migration is not run again.
    private static String books(List<Stamp> stamps, Place place) {
        String times = stamps.stream().map(stamp -> Long.toString(stamp.when())).collect(Collectors.joining(", "));
        return "DELETE FROM " + place.table() + " WHERE created_at IN (" + times + ");\n";
    }
}
