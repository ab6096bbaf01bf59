package mana.studio.drizzle.migrate;

import java.util.List;
import mana.studio.safety.Verdict;

/// What is sent to the server at once: a statement, or a whole chunk where its statements cannot be told apart.
///
/// @param number   within its file, from 1
/// @param sql      as it is sent
/// @param start    where it begins in the file, an index of a `char`
/// @param line     of its beginning in the file, from 1
/// @param verdicts one a statement; none for a piece without any
public record Piece(int number, String sql, int start, int line, List<Verdict> verdicts) {
    public Piece {
        verdicts = List.copyOf(verdicts);
    }
}
