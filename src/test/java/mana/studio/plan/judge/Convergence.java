package mana.studio.plan.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mana.studio.plan.judge.Verdict.Outcome;
import mana.studio.plan.judge.Verdict.Seeding;
import tools.jackson.databind.json.JsonMapper;

/// Judges all pairs, or some, and writes what came of them to `target/convergence.md` and `.json`:
/// `mvn -Pbench -Dbench.args="convergence --failed"`.
public final class Convergence {
    private static final String USAGE = """
        convergence [word …]    pairs whose id has one of the words; all without
          --failed              those that failed the last time
          --scope=core          those of a scope: core, plus, nodiff, other, own
          --empty               without rows
          --back                and the way back
          --no-dump             without pg_dump
          --plan                prints each plan
          --random=N            N random pairs instead, there and back; --random=S+N begins with pair S
          --recreate            with the crudest of planners
          --safer               with the safer form of each plan
        """;
    private static final Path TARGET = Path.of("target");

    private Convergence() {}

    public static void main(String[] arguments) throws Exception {
        List<String> options =
                Stream.of(arguments).filter(one -> one.startsWith("--")).toList();
        List<String> words =
                Stream.of(arguments).filter(one -> !one.startsWith("--")).toList();
        if (options.contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        String random = options.stream()
                .filter(option -> option.startsWith("--random="))
                .map(option -> option.substring("--random=".length()))
                .findFirst()
                .orElse(null);
        boolean shows = options.contains("--plan");
        PlannedSql planner = options.contains("--recreate")
                ? new Recreate()
                : options.contains("--safer") ? Planners.SAFER : Planners.REAL;
        try (Judge judge = new Judge(
                planner,
                options.contains("--empty") ? Seeding.NONE : random == null ? Seeding.ANY : Seeding.PLEASING,
                options.contains("--back") || random != null,
                !options.contains("--no-dump"))) {
            System.out.println(judge.conditions());
            List<DiffCase> pairs = random == null ? stored(options, words) : random(random, judge.version());
            long start = System.nanoTime();
            List<Verdict> verdicts = new ArrayList<>();
            for (DiffCase pair : pairs) {
                Verdict verdict = judge.judge(pair);
                verdicts.add(verdict);
                if (shows) {
                    verdict.plan().forEach(sql -> System.out.println("    " + sql.replace("\n", "\n    ") + ";"));
                }
                if (verdict.isFailure() || shows) {
                    System.out.println(verdict.text());
                }
            }
            String summary = summary(verdicts)
                    + "%n%d pairs in %.1f s on %s%n"
                            .formatted(verdicts.size(), (System.nanoTime() - start) / 1e9, judge.conditions());
            System.out.println(summary);
            write(verdicts, summary, words.isEmpty() && options.isEmpty());
        }
    }

    private static List<DiffCase> stored(List<String> options, List<String> words) throws IOException {
        return Stream.concat(DiffCases.areThere() ? DiffCases.shared().stream() : Stream.of(), DiffCases.own().stream())
                .filter(asked(options, words))
                .toList();
    }

    private static List<DiffCase> random(String range, int version) {
        int plus = range.indexOf('+');
        long seed = plus < 0 ? 1 : Long.parseLong(range, 0, plus, 10);
        long pairs = Long.parseLong(range.substring(plus + 1));
        return LongStream.range(seed, seed + pairs)
                .mapToObj(one -> RandomPairs.of(one, version))
                .toList();
    }

    private static Predicate<DiffCase> asked(List<String> options, List<String> words) throws IOException {
        Set<String> failed = options.contains("--failed") ? failed() : Set.of();
        Set<String> scopes = options.stream()
                .filter(option -> option.startsWith("--scope="))
                .map(option -> option.substring("--scope=".length()))
                .collect(Collectors.toSet());
        return pair -> (words.isEmpty() || words.stream().anyMatch(pair.id()::contains))
                && (scopes.isEmpty() || scopes.contains(pair.scope()))
                && (!options.contains("--failed") || failed.contains(pair.id()));
    }

    private static Set<String> failed() throws IOException {
        Path last = TARGET.resolve("convergence.json");
        if (!Files.exists(last)) {
            return Set.of();
        }
        return StreamSupport.stream(
                        JsonMapper.shared().readTree(Files.readString(last)).spliterator(), false)
                .filter(verdict ->
                        Outcome.valueOf(verdict.get("outcome").asString()).isFailure())
                .map(verdict -> verdict.get("id").asString())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// How many pairs of a scope came to what.
    static String summary(List<Verdict> verdicts) {
        Map<String, Map<Outcome, Integer>> counts = new TreeMap<>();
        verdicts.forEach(verdict -> counts.computeIfAbsent(verdict.scope(), _ -> new EnumMap<>(Outcome.class))
                .merge(verdict.outcome(), 1, Integer::sum));
        StringBuilder text = new StringBuilder();
        counts.forEach((scope, outcomes) -> {
            int judged = outcomes.entrySet().stream()
                    .filter(entry -> entry.getKey() != Outcome.SKIPPED)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            int good = judged
                    - outcomes.entrySet().stream()
                            .filter(entry -> entry.getKey().isFailure())
                            .mapToInt(Map.Entry::getValue)
                            .sum();
            text.append("%-13s %4d of %4d (%5.1f %%)  %s%n"
                    .formatted(scope, good, judged, 100.0 * good / Math.max(1, judged), outcomes));
        });
        int tables = verdicts.stream().mapToInt(Verdict::tables).sum();
        int seeded = verdicts.stream().mapToInt(Verdict::seeded).sum();
        return text + "rows in %d of %d tables of A%n".formatted(seeded, tables);
    }

    /// A run over some pairs replaces their verdicts in the last report.
    private static void write(List<Verdict> verdicts, String summary, boolean whole) throws IOException {
        Files.createDirectories(TARGET);
        Path json = TARGET.resolve("convergence.json");
        Map<String, Verdict> all = new TreeMap<>();
        if (!whole && Files.exists(json)) {
            for (Verdict verdict : JsonMapper.shared().readValue(Files.readString(json), Verdict[].class)) {
                all.put(verdict.id(), verdict);
            }
        }
        verdicts.forEach(verdict -> all.put(verdict.id(), verdict));
        Files.writeString(
                json, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all.values()));
        StringBuilder text = new StringBuilder("# Convergence\n\n```\n" + summary + "```\n");
        section(
                text,
                "Failures",
                all.values().stream().filter(Verdict::isFailure).toList());
        section(
                text,
                "Refused by the data",
                all.values().stream()
                        .filter(verdict -> verdict.outcome() == Outcome.REFUSED_BY_THE_DATA)
                        .toList());
        section(
                text,
                "Skipped",
                all.values().stream()
                        .filter(verdict -> verdict.outcome() == Outcome.SKIPPED)
                        .toList());
        text.append("\n## Losses that were announced\n\n");
        all.values().stream()
                .filter(verdict -> !verdict.announced().isEmpty())
                .forEach(verdict -> text.append("- ")
                        .append(verdict.id())
                        .append(": ")
                        .append(verdict.announced())
                        .append('\n'));
        Files.writeString(TARGET.resolve("convergence.md"), text);
    }

    private static void section(StringBuilder text, String title, List<Verdict> verdicts) {
        text.append("\n## ").append(title).append(" (").append(verdicts.size()).append(")\n\n");
        for (Verdict verdict : verdicts) {
            text.append("### ")
                    .append(verdict.id())
                    .append("\n\n```\n")
                    .append(verdict.text())
                    .append("```\n");
            if (verdict.isFailure()) {
                text.append("\n```sql\n");
                verdict.plan().forEach(sql -> text.append(sql).append(";\n"));
                text.append("```\n");
            }
            text.append('\n');
        }
    }
}
