package mana.studio.ui.apply;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mana.studio.apply.Course;
import mana.studio.apply.Leg;
import mana.studio.apply.Line;
import mana.studio.apply.Permission;
import mana.studio.connection.Cancellation;
import mana.studio.ddl.Ddl;
import mana.studio.plan.Change;
import mana.studio.plan.Statement;
import mana.studio.safety.dryrun.DryRun;
import mana.studio.safety.dryrun.DryRunReport;
import mana.studio.safety.dryrun.Limits;
import mana.studio.safety.dryrun.Observation;
import mana.studio.safety.preflight.Answer;
import mana.studio.safety.preflight.Preflight;
import mana.studio.safety.preflight.Question;
import mana.studio.safety.preflight.Questions;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchServer;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Background.Running;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.LineLook;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// A plan that is tried out, and whose rows are counted.
final class DryRunModel {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /// A row: a statement, what was seen of it, and what its rows say.
    ///
    /// @param seen    null until it was tried
    /// @param answers null until they were counted
    record Tried(
            int number,
            Statement statement,
            @Nullable Observation seen,
            @Nullable List<Answer> answers) {}

    private final Session session;
    private final Supplier<@Nullable Forecast> source;
    private final ObservableList<Tried> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper whole = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private @Nullable Forecast forecast;
    private @Nullable Running running;

    DryRunModel(Session session, Supplier<@Nullable Forecast> source) {
        this.session = session;
        this.source = source;
        take();
    }

    /// Whether a plan is there to be tried.
    boolean hasPlan() {
        return forecast != null && !forecast.plan().isEmpty();
    }

    /// Takes the newest plan.
    private void take() {
        forecast = source.get();
        List<Statement> statements =
                forecast == null ? List.of() : forecast.plan().statements();
        List<Tried> fresh = new ArrayList<>();
        for (Statement statement : statements) {
            fresh.add(new Tried(fresh.size() + 1, statement, null, null));
        }
        rows.setAll(fresh);
    }

    /// Tries it on the scratch server, which is given the database as it was before, without its rows.
    void onScratch() {
        take();
        Forecast now = forecast;
        if (now == null) {
            return;
        }
        Course course = Course.of(now.plan());
        Database base = now.design().base();
        run("Trying on the scratch server", cancellation -> {
            try (ScratchDatabase scratch = ScratchServer.shared().create()) {
                scratch.load(Ddl.of(base), cancellation);
                DryRunReport report = DryRun.onScratch(scratch, bracketed(course), transactions(course), cancellation);
                return new Seen(
                        report,
                        "On a scratch server of version " + report.serverVersion() / 10_000
                                + (report.serverVersion() / 10_000 == base.version() / 10_000
                                        ? ""
                                        : " (the database's is " + base.version() / 10_000 + ")")
                                + ", with the tables but without their rows: ",
                        Map.of());
            }
        });
    }

    /// Tries it on the database itself, in a transaction that is rolled back.
    void onReal() {
        take();
        Forecast now = forecast;
        if (now == null || !(Permission.toTry(session.workspace().profile()) instanceof Permission.Free)) {
            return;
        }
        List<String> statements =
                now.plan().statements().stream().map(Statement::sql).toList();
        String database = session.workspace().profile().target().database();
        Map<Integer, List<Question>> questions = questions(now);
        run("Trying on " + database + ", rolled back", cancellation -> {
            DryRunReport report = DryRun.onReal(session.workspace().own(), statements, Limits.STANDARD, cancellation);
            return new Seen(
                    report,
                    "On " + database + ", in one transaction that was rolled back: ",
                    answers(ofFailed(report, questions), cancellation));
        });
    }

    /// What is to be asked about the statement that failed: the server names no row for some errors.
    private static Map<Integer, List<Question>> ofFailed(DryRunReport report, Map<Integer, List<Question>> questions) {
        for (int at = 0; at < report.observations().size(); at++) {
            if (report.observations().get(at).outcome() == Observation.Outcome.FAILED) {
                return Map.of(at + 1, questions.getOrDefault(at + 1, List.of()));
            }
        }
        return Map.of();
    }

    /// @param where   the beginning of a sentence
    /// @param answers about statements, by their numbers
    private record Seen(DryRunReport report, String where, Map<Integer, List<Answer>> answers) {}

    private interface Trial {
        Seen run(Cancellation cancellation) throws Exception;
    }

    private void run(String title, Trial trial) {
        busy.set(true);
        failure.set(null);
        headline.set("");
        running = session.background()
                .start(Job.of(title, progress -> trial.run(progress.cancellation()))
                        .superseding(this)
                        .whenDone(this::show)
                        .whenFailed(error -> fail(title, error))
                        .whenCancelled(() -> busy.set(false)));
    }

    /// Where statements must be committed in between, transactions are begun and ended as applying would.
    private static List<String> bracketed(Course course) {
        List<String> statements = new ArrayList<>();
        for (Leg leg : course.legs()) {
            boolean bracket = leg instanceof Leg.Transaction && course.legs().size() > 1;
            if (bracket) {
                statements.add("BEGIN");
            }
            leg.lines().stream().map(Line::sql).forEach(statements::add);
            if (bracket) {
                statements.add("COMMIT");
            }
        }
        return statements;
    }

    private static DryRun.Transactions transactions(Course course) {
        return course.legs().size() > 1 ? DryRun.Transactions.EACH : DryRun.Transactions.ONE;
    }

    private void show(Seen seen) {
        busy.set(false);
        DryRunReport report = seen.report();
        List<Observation> brackets = report.observations().stream()
                .filter(one -> one.sql().equals("BEGIN") || one.sql().equals("COMMIT"))
                .toList();
        List<Observation> observations = report.observations().stream()
                .filter(one -> !one.sql().equals("BEGIN") && !one.sql().equals("COMMIT"))
                .toList();
        for (int at = 0; at < rows.size() && at < observations.size(); at++) {
            Tried row = rows.get(at);
            List<Answer> answers = seen.answers().getOrDefault(row.number(), row.answers());
            rows.set(at, new Tried(row.number(), row.statement(), observations.get(at), answers));
        }
        String atCommit = Optional.ofNullable(report.atCommit())
                .or(() -> brackets.stream()
                        .map(Observation::error)
                        .filter(error -> error != null)
                        .findFirst())
                .map(error -> " The commit fails: " + LineLook.answer(error))
                .orElse("");
        long ran = observations.stream()
                .filter(one -> one.outcome() == Observation.Outcome.RAN)
                .count();
        boolean all = ran == observations.size() && atCommit.isEmpty();
        whole.set(all);
        headline.set(seen.where()
                + (ran == observations.size()
                        ? "every statement ran."
                        : ran + " of " + observations.size() + " statements ran.")
                + atCommit);
    }

    private void fail(String title, Exception error) {
        busy.set(false);
        failure.set(Failure.of(title, error));
    }

    /// Asks the real rows what stands in the way, in read-only transactions.
    void count() {
        Forecast now = forecast;
        if (now == null) {
            return;
        }
        busy.set(true);
        failure.set(null);
        Map<Integer, List<Question>> asked = questions(now);
        running = session.background()
                .start(Job.of("Counting rows", progress -> answers(asked, progress.cancellation()))
                        .superseding(this)
                        .whenDone(this::answered)
                        .whenFailed(error -> fail("Counting rows", error))
                        .whenCancelled(() -> busy.set(false)));
    }

    private Map<Integer, List<Question>> questions(Forecast now) {
        Questions questions = new Questions(now.design().base(), now.design().database());
        Map<Integer, List<Question>> asked = new HashMap<>();
        for (Tried row : rows) {
            Change change = row.statement().change();
            asked.put(row.number(), change == null ? List.of() : questions.before(change));
        }
        return asked;
    }

    private Map<Integer, List<Answer>> answers(Map<Integer, List<Question>> asked, Cancellation cancellation)
            throws SQLException {
        Preflight preflight = new Preflight(session.workspace().source(), LIMIT);
        Map<Integer, List<Answer>> answers = new HashMap<>();
        for (Map.Entry<Integer, List<Question>> entry : asked.entrySet()) {
            answers.put(
                    entry.getKey(),
                    entry.getValue().isEmpty() ? List.of() : preflight.ask(entry.getValue(), cancellation));
        }
        return answers;
    }

    private void answered(Map<Integer, List<Answer>> answers) {
        busy.set(false);
        rows.replaceAll(row ->
                new Tried(row.number(), row.statement(), row.seen(), answers.getOrDefault(row.number(), List.of())));
    }

    /// Stops what runs, on the server too.
    void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    ObservableList<Tried> rows() {
        return rows;
    }

    /// What came out, in a sentence; empty before.
    ReadOnlyStringProperty headline() {
        return headline.getReadOnlyProperty();
    }

    /// Whether every statement ran, up to the commit.
    ReadOnlyBooleanProperty whole() {
        return whole.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    Permission permission() {
        return Permission.toTry(session.workspace().profile());
    }

    String database() {
        return session.workspace().profile().target().database();
    }
}
