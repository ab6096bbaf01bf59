package mana.studio.locks.verdict;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Board;
import mana.studio.locks.Holder;
import mana.studio.locks.Waiter;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.names.LockNames;

/// Says what a board of locks means.
///
/// {@snippet :
/// Samples samples = new Samples();
/// Judge judge = new Judge(Thresholds.DEFAULT, names);
/// // after each look:
/// samples.add(board, capabilities);
/// List<Assessment> worstFirst = judge.judge(board, capabilities, samples);
/// }
public final class Judge {
    private static final Comparator<Assessment> WORST_FIRST = Comparator.comparing(Assessment::severity)
            .reversed()
            .thenComparing(Judge::longestWait, Comparator.reverseOrder())
            .thenComparing(assessment -> assessment.lock().id());

    private final Thresholds thresholds;
    private final LockNames names;

    public Judge(Thresholds thresholds, LockNames names) {
        this.thresholds = thresholds;
        this.names = names;
    }

    /// Judges each lock of a board.
    ///
    /// @param samples the board among them
    /// @return by severity, then by the longest wait
    public List<Assessment> judge(Board board, Capabilities capabilities, Samples samples) {
        Chains chains = new Chains(board);
        Pollers pollers = new Pollers(board);
        Map<Integer, Set<Integer>> aboveVictims = new HashMap<>();
        board.victims().forEach(pid -> aboveVictims.put(pid, chains.from(List.of(pid))));
        return board.locks().stream()
                .map(lock -> assess(new Case(
                        board,
                        capabilities,
                        samples,
                        thresholds,
                        pollers,
                        lock,
                        names.of(lock),
                        chains.roots(participants(lock)),
                        victims(lock, aboveVictims),
                        pollers.of(lock))))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static List<Integer> participants(AdvisoryLock lock) {
        return Stream.concat(
                        lock.sessions().stream().map(Holder.Session::backend),
                        lock.waiters().stream().map(Waiter::backend))
                .map(backend -> backend.pid())
                .toList();
    }

    private static List<Integer> victims(AdvisoryLock lock, Map<Integer, Set<Integer>> aboveVictims) {
        if (aboveVictims.isEmpty()) {
            return List.of();
        }
        Set<Integer> here = new HashSet<>(participants(lock));
        return aboveVictims.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(here::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Assessment assess(Case given) {
        List<Weighing> weighed = given.lock().holders().stream()
                .map(holder -> Weighing.of(holder, given))
                .sorted(Weighing.WORST)
                .toList();
        if (weighed.isEmpty()) {
            return betweenHolders(given);
        }
        Weighing worst = weighed.getFirst();
        Diagnosis diagnosis = Diagnosing.of(given, worst);
        Wording wording = new Wording(given, weighed, diagnosis);
        return new Assessment(
                given.lock(),
                given.name(),
                worst.state(),
                diagnosis == Diagnosis.APP_LEVEL_DEADLOCK ? circle(given, worst) : worst.severity(),
                diagnosis,
                given.held(worst.holder()),
                wording.sentence(),
                wording.evidence(),
                wording.unknown(),
                given.roots(),
                given.victims(),
                given.pollers(),
                Suggesting.of(given, worst, diagnosis));
    }

    /// A circle that only the program can see never ends by itself, however young it is.
    private static Severity circle(Case given, Weighing worst) {
        Severity byWait = given.thresholds().waiting().of(given.longestWait());
        return byWait.compareTo(worst.severity()) > 0 ? byWait : worst.severity();
    }

    /// Between the end of one holder and the start of the next.
    private static Assessment betweenHolders(Case given) {
        return new Assessment(
                given.lock(),
                given.name(),
                State.HIDDEN,
                given.thresholds().waiting().of(given.longestWait()),
                Diagnosis.NORMAL,
                Duration.ZERO,
                "Nobody is seen to hold it at this moment; " + Wording.waiting(given) + ".",
                List.of(),
                List.of("Who holds it: the look fell between two holders."),
                given.roots(),
                given.victims(),
                given.pollers(),
                new Suggestion.Wait());
    }

    private static Duration longestWait(Assessment assessment) {
        return assessment.lock().waiters().stream()
                .flatMap(waiter -> Optional.ofNullable(waiter.waiting()).stream())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
