package mana.studio.safety.preflight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to a question.
public sealed interface Answer {
    Question question();

    /// @param count   of rows
    /// @param named   what the samples are values of: the primary key's columns, or `ctid` where the table has none; for
    ///                duplicates, what is to be unique
    /// @param samples up to five, in text; a value may be NULL
    record Counted(Question question, long count, List<String> named, List<List<@Nullable String>> samples)
            implements Answer {
        public Counted {
            named = List.copyOf(named);
            List<List<@Nullable String>> copies = new ArrayList<>();
            samples.forEach(sample -> copies.add(Collections.unmodifiableList(new ArrayList<>(sample))));
            samples = Collections.unmodifiableList(copies);
        }
    }

    /// It could not be found out.
    ///
    /// @param message the server's, or what else was in the way
    record Unknown(Question question, Reason reason, String message) implements Answer {}

    enum Reason {
        /// It took longer than it was given.
        TOO_LONG,
        /// Somebody holds a lock on the table, as a change of it does.
        LOCKED,
        /// The server refuses the query: a right is missing, or what it names.
        REFUSED
    }
}
