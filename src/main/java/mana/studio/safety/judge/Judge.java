package mana.studio.safety.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mana.studio.catalog.Snapshot;
import mana.studio.plan.Plan;
import mana.studio.plan.Statement;
import mana.studio.safety.Effects;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Pace;
import mana.studio.safety.Severity;
import mana.studio.safety.Verdict;
import mana.studio.safety.Verdict.Recognition;
import mana.studio.safety.predict.Prediction;
import mana.studio.safety.predict.Situation;
import mana.studio.safety.rule.Occasion;
import mana.studio.safety.rule.Rules;
import mana.studio.statement.Node;
import mana.studio.statement.PgParser;
import mana.studio.statement.SqlStatement;
import mana.studio.statement.SyntaxError;
import org.jspecify.annotations.Nullable;

/// Says what the statements of a script will do, one after the other, each where it stands: in which transaction, after
/// which others. Nothing runs.
public final class Judge {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).reversed();
    private static final String LEXICAL = "https://www.postgresql.org/docs/current/sql-syntax.html";
    private static final String TRANSACTIONS = "https://www.postgresql.org/docs/current/tutorial-transactions.html";

    private final Situation situation;
    private final Runner runner;

    public Judge(Situation situation, Runner runner) {
        this.situation = situation;
        this.runner = runner;
    }

    /// @param snapshot the catalog before the script; null where none is known
    /// @param major    the server's major version, for where there is no snapshot
    public static Judge of(@Nullable Snapshot snapshot, int major, Runner runner) {
        return new Judge(snapshot == null ? Situation.unknown(major) : Situation.of(snapshot), runner);
    }

    /// A verdict a statement, in the order of the script.
    public List<Verdict> script(List<SqlStatement> statements) {
        return script(statements, null).verdicts();
    }

    private Judged script(List<SqlStatement> statements, @Nullable Judged earlier) {
        List<Judged.Step> steps = new ArrayList<>(Judged.common(earlier, situation, runner, statements));
        Progress progress = steps.isEmpty()
                ? new Progress(situation, runner)
                : steps.getLast().after().copy();
        for (SqlStatement statement : statements.subList(steps.size(), statements.size())) {
            Verdict verdict = judge(statement, progress);
            steps.add(new Judged.Step(statement, verdict, progress.copy()));
        }
        List<Verdict> verdicts =
                new ArrayList<>(steps.stream().map(Judged.Step::verdict).toList());
        if (progress.isLeftOpen() && !verdicts.isEmpty()) {
            verdicts.add(with(verdicts.removeLast(), notEnded()));
        }
        return new Judged(situation, runner, steps, verdicts);
    }

    /// A verdict a statement of a plan that is run as it says: what stands together in one transaction, what cannot by
    /// itself. Who runs scripts otherwise does not matter.
    public List<Verdict> plan(Plan plan) {
        return plan(plan, null).verdicts();
    }

    /// The same, judged only from the first statement on that is another than before.
    ///
    /// @param earlier what was judged last; null for nothing
    public Judged plan(Plan plan, @Nullable Judged earlier) {
        List<SqlStatement> script = new ArrayList<>();
        List<Integer> planned = new ArrayList<>();
        boolean inside = false;
        int at = 0;
        int line = 1;
        for (Statement statement : plan.statements()) {
            if (statement.inTransaction() != inside) {
                script.add(new SqlStatement(SqlStatement.Kind.SQL, inside ? "COMMIT" : "BEGIN", at, at, line));
                inside = !inside;
            }
            String sql = statement.sql();
            planned.add(script.size());
            script.add(new SqlStatement(SqlStatement.Kind.SQL, sql, at, at + sql.length(), line));
            at += sql.length() + 2;
            line += (int) sql.lines().count();
        }
        if (inside) {
            script.add(new SqlStatement(SqlStatement.Kind.SQL, "COMMIT", at, at, line));
        }
        Judged judged = new Judge(situation, Runner.EACH_STATEMENT).script(script, earlier);
        return judged.saying(planned.stream().map(judged.verdicts()::get).toList());
    }

    private static Verdict judge(SqlStatement statement, Progress progress) {
        if (statement.kind() != SqlStatement.Kind.SQL) {
            progress.lose();
            return unread(statement, Recognition.NOT_SQL, progress, List.of());
        }
        try {
            return judge(statement, PgParser.parseOne(statement.text()), progress);
        } catch (SyntaxError refused) {
            progress.lose();
            return unread(statement, Recognition.SYNTAX_ERROR, progress, List.of(syntaxError(refused)));
        }
    }

    private static Verdict judge(SqlStatement statement, Node tree, Progress progress) {
        Prediction prediction = Prediction.of(tree, progress.situation());
        List<String> doubts = new ArrayList<>(prediction.doubts());
        Effects effects = progress.toOthers(prediction.effects());
        boolean unknown = isUnknown(prediction);
        String error = effects.error();
        if (error != null && !progress.isCertain()) {
            doubts.add("what earlier statements have left behind; otherwise: " + error);
            effects = Effects.NONE;
            unknown = true;
        }
        Occasion occasion = new Occasion(statement.text(), tree, progress.situation(), effects, progress.course());
        List<Finding> findings = Rules.ALL.stream()
                .flatMap(rule -> rule.check(occasion))
                .sorted(WORST_FIRST)
                .toList();
        Verdict verdict = new Verdict(
                statement,
                unknown ? Recognition.UNKNOWN : Recognition.KNOWN,
                CommandName.of(tree),
                effects,
                occasion.course().held(),
                Paces.of(effects, progress.situation().sizes()),
                doubts,
                findings);
        progress.advance(tree, statement.text(), effects);
        return verdict;
    }

    /// Nothing is known of it but that something is not.
    private static boolean isUnknown(Prediction prediction) {
        return !prediction.doubts().isEmpty()
                && prediction.effects().locks().isEmpty()
                && prediction.effects().error() == null;
    }

    private static Verdict unread(
            SqlStatement statement, Recognition recognition, Progress progress, List<Finding> findings) {
        return new Verdict(
                statement, recognition, "", Effects.NONE, progress.course().held(), Pace.UNKNOWN, List.of(), findings);
    }

    private static Finding syntaxError(SyntaxError refused) {
        return new Finding(
                "syntax-error",
                Aspect.FAILS,
                Severity.DANGER,
                refused.getMessage() + " (character " + (refused.position() + 1) + ").",
                "The grammar is that of PostgreSQL " + Situation.NEWEST + ".",
                LEXICAL);
    }

    private static Finding notEnded() {
        return new Finding(
                "transaction-not-ended",
                Aspect.TRANSACTION,
                Severity.DANGER,
                "The script begins a transaction and does not end it: nothing of it stays.",
                "End it with COMMIT.",
                TRANSACTIONS);
    }

    private static Verdict with(Verdict verdict, Finding finding) {
        return new Verdict(
                verdict.statement(),
                verdict.recognition(),
                verdict.command(),
                verdict.effects(),
                Map.copyOf(verdict.held()),
                verdict.pace(),
                verdict.doubts(),
                Stream.concat(verdict.findings().stream(), Stream.of(finding))
                        .sorted(WORST_FIRST)
                        .toList());
    }
}
