package mana.studio.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import mana.studio.plan.Plan;
import mana.studio.plan.PlanOptions;
import mana.studio.plan.Planner;
import mana.studio.plan.Statement;
import mana.studio.safety.preflight.Answer;
import mana.studio.safety.preflight.AnswerWords;
import mana.studio.safety.preflight.Preflight;
import mana.studio.safety.preflight.Question;
import mana.studio.safety.preflight.Questions;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;

/// What the rows of a database say to a plan before it runs: how many it fails on, loses or changes.
final class Counting {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Counting() {}

    /// A sentence for each answer that a person should know, statement by statement.
    static List<List<String>> of(Plan plan, Compared compared, PlanOptions options, Source.Url from, PrintWriter err)
            throws CliException {
        Database now = compared.from();
        Database then = adopted(Planner.renamed(now, options.renames()), compared.to());
        // The same plan, made between two that tell what is the same thing.
        List<Statement> statements = Planner.plan(now, then, options).statements();
        if (statements.size() != plan.statements().size()) {
            throw new IllegalStateException("identities have changed the plan");
        }
        Questions questions = new Questions(now, then);
        List<List<Question>> asked = statements.stream()
                .map(statement ->
                        statement.change() == null ? List.<Question>of() : questions.before(statement.change()))
                .toList();
        List<Answer> answers = Live.with(from.connection(), "diff", err, workspace -> ask(asked, workspace.source()));
        List<List<String>> sentences = new ArrayList<>();
        int at = 0;
        for (List<Question> ofOne : asked) {
            sentences.add(answers.subList(at, at + ofOne.size()).stream()
                    .filter(AnswerWords::isBad)
                    .map(AnswerWords::of)
                    .toList());
            at += ofOne.size();
        }
        return sentences;
    }

    private static List<Answer> ask(List<List<Question>> asked, DataSource source) throws SQLException {
        return new Preflight(source, LIMIT)
                .ask(asked.stream().flatMap(List::stream).toList(), Live.cancelledByTheSystem());
    }

    /// Two strangers have identities of their own, which mean nothing to each other: what has the same name takes that
    /// of
    /// the first, all else a new one.
    private static Database adopted(Database first, Database second) {
        return second.withSchemas(second.schemas().stream()
                .map(schema -> schema.withTables(schema.tables().stream()
                        .map(table -> first.table(table.name())
                                .map(known -> adopted(known, table))
                                .orElseGet(() -> table.withId(Identity.fresh())))
                        .toList()))
                .toList());
    }

    private static Table adopted(Table known, Table table) {
        List<Column> columns = table.columns().stream()
                .map(column -> column.withId(
                        known.column(column.name()).map(Column::id).orElseGet(Identity::fresh)))
                .toList();
        return table.withId(known.id()).withColumns(columns);
    }
}
