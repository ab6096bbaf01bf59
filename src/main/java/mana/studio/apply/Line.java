package mana.studio.apply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement of a course.
///
/// @param number  from 1, through the whole course
/// @param sql     without a closing semicolon
/// @param purpose what it is for, in plain words; empty where the statement says it
/// @param loss    what it destroys, in plain words; null for nothing
/// @param remarks what else a person should know before it runs
public record Line(
        int number, String sql, String purpose, @Nullable String loss, List<String> remarks) {
    public Line {
        remarks = List.copyOf(remarks);
    }
}
