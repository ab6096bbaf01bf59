package mana.studio.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.plan.Plan;
import mana.studio.plan.Statement;
import mana.studio.safety.safer.Phase;
import mana.studio.safety.safer.Step;
import org.jspecify.annotations.Nullable;

/// What will run, in order, known before anything does: which statements are one transaction, and which run outside of
/// any.
public record Course(List<Leg> legs) {
    private static final String NOT_IN_A_TRANSACTION = "PostgreSQL refuses it inside a transaction.";
    private static final String COMMITTED_FIRST = "A new value of an enum can be used only once it is committed.";

    public Course {
        legs = List.copyOf(legs);
    }

    /// All of a plan in one transaction, but for what must be committed by itself.
    public static Course of(Plan plan) {
        List<Leg> legs = new ArrayList<>();
        List<Line> together = new ArrayList<>();
        int number = 0;
        for (Statement statement : plan.statements()) {
            Line line = new Line(++number, statement.sql(), "", statement.loss(), statement.remarks());
            boolean refused = Outside.isRefusedInTransaction(statement.sql());
            if (statement.inTransaction() && !refused) {
                together.add(line);
                continue;
            }
            flush(legs, together);
            legs.add(refused ? alone(line, null) : new Leg.Transaction(List.of(line), COMMITTED_FIRST));
        }
        flush(legs, together);
        return new Course(legs);
    }

    private static void flush(List<Leg> legs, List<Line> together) {
        if (!together.isEmpty()) {
            legs.add(new Leg.Transaction(together, ""));
            together.clear();
        }
    }

    private static Leg.Alone alone(Line line, Step.@Nullable Remains remains) {
        return new Leg.Alone(line, NOT_IN_A_TRANSACTION, Outside.isConcurrent(line.sql()), remains);
    }

    /// A phase of a safer plan: what must hold first, then its steps, each by itself.
    public static Course of(Phase phase) {
        List<Leg> legs = new ArrayList<>();
        int number = 1;
        for (Step step :
                Stream.concat(phase.checks().stream(), phase.steps().stream()).toList()) {
            Leg leg = leg(step, number);
            number += leg.lines().size();
            legs.add(leg);
        }
        return new Course(legs);
    }

    private static Leg leg(Step step, int number) {
        return switch (step) {
            case Step.InTransaction transaction -> new Leg.Transaction(lines(transaction, number), "");
            case Step.Alone alone -> alone(line(number, alone.statement(), alone.purpose()), alone.remains());
            case Step.Batches batches ->
                new Leg.Batches(line(number, withoutSemicolon(batches.sql()), batches.purpose()), batches.left());
            case Step.Check check -> new Leg.Check(line(number, check.query(), check.purpose()), check.wanted());
        };
    }

    /// The purpose and what is lost is said once, with the first of them.
    private static List<Line> lines(Step.InTransaction step, int number) {
        String loss = step.losses().isEmpty() ? null : String.join("; ", step.losses());
        List<Line> lines = new ArrayList<>();
        for (String sql : step.statements()) {
            boolean first = lines.isEmpty();
            lines.add(new Line(
                    number + lines.size(),
                    sql,
                    first ? step.purpose() : "",
                    first ? loss : null,
                    first ? step.warnings() : List.of()));
        }
        return lines;
    }

    private static Line line(int number, String sql, String purpose) {
        return new Line(number, sql, purpose, null, List.of());
    }

    private static String withoutSemicolon(String sql) {
        String stripped = sql.strip();
        return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    /// The statement that removes what another has left, by itself.
    public static Course of(Leftover leftover) {
        String purpose = "Remove " + leftover.name();
        return new Course(List.of(alone(line(1, leftover.cleaning(), purpose), null)));
    }

    /// What is left of it once some legs were run.
    Course without(int done) {
        return new Course(legs.subList(done, legs.size()));
    }

    public boolean isEmpty() {
        return legs.isEmpty();
    }

    public List<Line> lines() {
        return legs.stream().flatMap(leg -> leg.lines().stream()).toList();
    }

    /// Those that destroy something.
    public List<Line> losses() {
        return lines().stream().filter(line -> line.loss() != null).toList();
    }

    /// Whether all of it happens or nothing.
    public boolean isAtomic() {
        return legs.size() == 1 && legs.getFirst() instanceof Leg.Transaction;
    }

    /// How it runs, in a sentence: `3 statements in one transaction: all of them or none.`
    public String summary() {
        int statements = lines().size();
        if (isAtomic()) {
            return statements == 1
                    ? "1 statement in one transaction."
                    : statements + " statements in one transaction: all of them or none.";
        }
        long transactions =
                legs.stream().filter(Leg.Transaction.class::isInstance).count();
        long checks = legs.stream().filter(Leg.Check.class::isInstance).count();
        long outside = legs.size() - transactions - checks;
        List<String> parts = new ArrayList<>();
        add(parts, transactions, "transaction", "transactions");
        add(parts, outside, "statement outside of any", "statements outside of any");
        add(parts, checks, "check", "checks");
        return counted(statements, "statement", "statements") + ": " + String.join(", ", parts)
                + (legs.size() == 1 ? "." : ". Each is committed before the next begins.");
    }

    private static void add(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(counted(count, one, many));
        }
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
