package mana.studio.drizzle.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.drizzle.files.Migration;

/// What fails when new migrations run together with those that wait before them: the migrator takes all that is pending
/// into one transaction, and a value that an enum gets in it cannot be used in it (55P04).
final class OneRun {
    private static final Pattern VALUE = Pattern.compile(
            "\\bADD\\s+VALUE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?('(?:[^']|'')*')", Pattern.CASE_INSENSITIVE);

    private OneRun() {}

    /// Sentences; none where nothing is to be feared.
    static List<String> remarks(Composition composition, Place place) {
        List<String> remarks = new ArrayList<>();
        for (Migration migration : place.folder().migrations()) {
            String text = migration.file() == null ? "" : migration.file().text();
            boolean waits = place.newestRow() == null || migration.when() > place.newestRow();
            Matcher values = VALUE.matcher(text);
            while (values.find()) {
                String value = values.group(1);
                if (uses(composition, value)) {
                    remarks.add(sentence(migration.tag(), value, waits));
                }
            }
        }
        return remarks;
    }

    private static boolean uses(Composition composition, String value) {
        return composition.parts().stream()
                .flatMap(part -> part.statements().stream())
                .anyMatch(statement ->
                        statement.contains(value) && !VALUE.matcher(statement).find());
    }

    private static String sentence(String tag, String value, boolean waits) {
        return waits
                ? tag + " adds the value " + value
                        + ", which this migration uses, and has not run here: deploy it in an"
                        + " earlier run, or both fail (55P04)."
                : tag + " adds the value " + value
                        + ", which this migration uses: on a fresh database, where all run in"
                        + " one transaction, that fails before PostgreSQL 17 (55P04).";
    }
}
