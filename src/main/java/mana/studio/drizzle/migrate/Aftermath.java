package mana.studio.drizzle.migrate;

import java.util.ArrayList;
import java.util.List;

/// What became of a run whose answer to COMMIT nobody heard, by what the books say now.
///
/// @param committed the migrations that are in the books
/// @param pending   those that are not: they run next time
public record Aftermath(List<String> committed, List<String> pending) {
    public Aftermath {
        committed = List.copyOf(committed);
        pending = List.copyOf(pending);
    }

    /// @param run what was to be run
    /// @param now what would be run next, read after the server was lost
    public static Aftermath of(Proposal run, Proposal now) {
        List<String> committed = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        for (PendingFile file : run.files()) {
            boolean waits = now.files().stream()
                    .anyMatch(other ->
                            other.migration().tag().equals(file.migration().tag()));
            (waits ? pending : committed).add(file.migration().tag());
        }
        return new Aftermath(committed, pending);
    }

    /// In a sentence.
    public String words() {
        if (pending.isEmpty()) {
            return "The books say that it was committed: " + String.join(", ", committed) + ". Nothing is to be done.";
        }
        return committed.isEmpty()
                ? "The books say that nothing was committed: run it again."
                : "The books say that " + String.join(", ", committed) + " was committed and "
                        + String.join(", ", pending) + " was not: run it again.";
    }
}
