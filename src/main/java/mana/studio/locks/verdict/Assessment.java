package mana.studio.locks.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.names.LockName;

/// One lock, judged.
///
/// @param name      what it is called; empty where nobody knows
/// @param state     of the holder; of several, of the worst one
/// @param held      for how long at least it has been held: a lower bound that can be proven, never a guess
/// @param sentence  the verdict: "Held for 41 min by mana-auth-migrate (pid 15419), idle; one session waits for 40
/// min."
/// @param evidence  what the verdict rests on, a sentence each
/// @param unknown   what is not known, a sentence each
/// @param roots     pids that wait for nothing and that everyone here waits for; 0 for a prepared transaction
/// @param victims   pids that suffer although they want no advisory lock
/// @param pollers   pids that seem to poll for it
public record Assessment(
        AdvisoryLock lock,
        Optional<LockName> name,
        State state,
        Severity severity,
        Diagnosis diagnosis,
        Duration held,
        String sentence,
        List<String> evidence,
        List<String> unknown,
        List<Integer> roots,
        List<Integer> victims,
        List<Integer> pollers,
        Suggestion suggestion) {
    public Assessment {
        evidence = List.copyOf(evidence);
        unknown = List.copyOf(unknown);
        roots = List.copyOf(roots);
        victims = List.copyOf(victims);
        pollers = List.copyOf(pollers);
    }
}
