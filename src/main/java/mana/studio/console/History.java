package mana.studio.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;

/// What was run in consoles, the newest first, kept in the state folder. Statements that hold a password are not.
public final class History {
    private static final int MOST = 1_000;
    /// In characters; longer statements are scripts with data in them.
    private static final int LONGEST = 20_000;

    private final JsonFile<Book> file;

    public History(Places places) {
        file = new JsonFile<>(places.state().resolve("console-history.json"), Book.class, new Book(List.of()));
    }

    /// @param connection the name of the connection
    /// @param millis     how long it took
    public record Entry(Instant at, String connection, String sql, long millis, boolean succeeded) {
        /// Whether all words of a query are in it.
        public boolean matches(String query) {
            String text = (sql + " " + connection).toLowerCase(Locale.ROOT);
            return List.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                    .allMatch(text::contains);
        }
    }

    record Book(List<Entry> entries) {
        Book {
            entries = entries == null ? List.of() : List.copyOf(entries);
        }
    }

    public synchronized List<Entry> entries() {
        return file.load().entries();
    }

    /// Notes what ran. The same statement run again on the same connection is one entry: its newest run.
    public synchronized void add(List<Entry> ran) {
        List<Entry> entries = new ArrayList<>(file.load().entries());
        for (Entry entry : ran) {
            if (entry.sql().length() > LONGEST || StatementWords.of(entry.sql()).holdsPassword()) {
                continue;
            }
            entries.removeIf(other ->
                    other.sql().equals(entry.sql()) && other.connection().equals(entry.connection()));
            entries.addFirst(entry);
        }
        file.save(new Book(entries.subList(0, Math.min(MOST, entries.size()))));
    }
}
