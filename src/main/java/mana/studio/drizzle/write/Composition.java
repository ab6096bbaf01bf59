package mana.studio.drizzle.write;

import java.util.List;
import java.util.stream.Stream;
import mana.studio.schema.Database;
import org.jspecify.annotations.Nullable;

/// The text of new migrations, before they have numbers.
///
/// @param wish    what they are for
/// @param goal    what the database is after them
/// @param parts   the migrations, in order; one unless something must be run, and committed, before the rest
/// @param before  what is run by hand before, as a script; null for nothing
/// @param down    the way back, statement by statement; empty where none is wanted
/// @param lost    what the way back cannot bring back, in words
/// @param undone  what the way back itself destroys, in words
/// @param remarks what a person should know
public record Composition(
        Wish wish,
        Database goal,
        List<Part> parts,
        @Nullable String before,
        List<String> down,
        List<String> lost,
        List<String> undone,
        List<String> remarks) {
    public Composition {
        parts = List.copyOf(parts);
        down = List.copyOf(down);
        lost = List.copyOf(lost);
        undone = List.copyOf(undone);
        remarks = List.copyOf(remarks);
    }

    /// One migration.
    ///
    /// @param name       without its number
    /// @param statements each with its semicolon
    /// @param note       why it stands alone, as a sentence that is written above it; null for none
    /// @param reached    the database after it
    public record Part(
            String name, List<String> statements, @Nullable String note, Database reached) {
        public Part {
            statements = List.copyOf(statements);
        }

        /// The file, with the marker between its statements.
        public String sql() throws Refusal {
            return sql(true);
        }

        /// The file.
        ///
        /// @param breakpoints whether the marker stands between its statements
        public String sql(boolean breakpoints) throws Refusal {
            Stream<String> head = note == null ? Stream.of() : Stream.of("-- " + note + "\n");
            String body = Breakpoints.file(statements, breakpoints);
            return head.findFirst().orElse("") + body;
        }
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }
}
