package mana.studio.drizzle.history;

import java.util.List;
import mana.studio.drizzle.files.Flaw;

/// What is wrong with a history as a whole.
public sealed interface Trouble {
    /// The files themselves.
    record OfFiles(Flaw flaw) implements Trouble {}

    /// No migrator was ever here: the table is not there.
    record NoTable() implements Trouble {}

    /// The table is there and cannot be read.
    record Unread(String reason) implements Trouble {}

    /// A row without a time counts as the newest, as if it were of 1970.
    record NoTime(List<BooksRow> rows) implements Trouble {
        public NoTime {
            rows = List.copyOf(rows);
        }
    }

    /// A row of the future holds up every migration until then.
    record Future(BooksRow row) implements Trouble {}

    /// One migration, several rows: two migrators ran at once.
    record Twice(BooksRow first, BooksRow again) implements Trouble {}

    /// Services keep their books in one table.
    record Shared(List<String> others) implements Trouble {
        public Shared {
            others = List.copyOf(others);
        }
    }

    /// A migrator of 1.0 over a folder of the stable line.
    record OldLayout(String drizzleOrm) implements Trouble {}

    /// What the next run of the migrator stops at.
    record Stops(String message) implements Trouble {}
}
