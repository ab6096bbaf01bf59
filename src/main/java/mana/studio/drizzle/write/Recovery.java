package mana.studio.drizzle.write;

import java.util.List;

/// What was found of a write that did not come to its end.
///
/// @param tags  of the migrations that were being written; none where it had only begun
/// @param taken the files that were taken back
public record Recovery(Outcome outcome, List<String> tags, List<String> taken) {
    public Recovery {
        tags = List.copyOf(tags);
        taken = List.copyOf(taken);
    }

    /// How far it had come.
    public enum Outcome {
        /// All files were in place: they stay.
        COMPLETED,
        /// Some were not: none is left.
        REMOVED
    }

    /// As a sentence.
    public String words() {
        String names = tags.isEmpty() ? "a migration" : String.join(", ", tags);
        return switch (outcome) {
            case COMPLETED -> "The studio was stopped after it had written " + names + ": every file is in place.";
            case REMOVED ->
                "The studio was stopped while it wrote " + names
                        + ": what was there of it was removed, and the folder is as before.";
        };
    }
}
