package mana.studio.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import mana.studio.plan.Plan;
import mana.studio.plan.PlanOptions;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename;
import mana.studio.plan.RenameSyntax;
import mana.studio.plan.Statement;
import mana.studio.plan.UnknownRename;
import mana.studio.plan.WayBack;
import mana.studio.safety.Verdict;
import mana.studio.safety.judge.Judge;
import mana.studio.safety.judge.Runner;
import mana.studio.safety.predict.Situation;
import mana.studio.schema.Schema;
import mana.studio.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints what turns one schema into another.
@Command(
        name = "diff",
        description = "Prints the SQL that turns one schema into another.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 1,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the schemas are the same", "1:an error; standard error says which", "2:differences were printed"})
final class Diff implements Callable<Integer> {
    private static final int DIFFERENT = 2;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "S",
            description = "the schema as it is: a database URL, a .sql file, or - for standard input")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "S", description = "the schema as it is to be: likewise")
    private String to = "";

    @Option(names = "--schemas", paramLabel = "a,b", split = ",", description = "only these schemas")
    private List<String> schemas = List.of();

    @Option(
            names = "--rename",
            paramLabel = "old=new",
            description = "what stays what it is under another name: app.users.name=full_name; may be repeated")
    private List<String> renames = List.of();

    @Option(names = "--down", description = "the way back instead: from the second schema to the first")
    private boolean down;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws CliException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Source first = Source.of(from);
        Source second = Source.of(to);
        Compared compared = Compared.read(first, second, spec.commandLine().getErr());
        known(compared);
        PlanOptions options = new PlanOptions(renames(compared), schemas, null);
        Difference difference = down ? back(compared, options) : there(compared, options);
        if (json) {
            out.println(DiffJson.of(difference));
        } else {
            out.print(DiffText.of(difference));
        }
        return difference.plan().isEmpty() ? 0 : DIFFERENT;
    }

    /// @param lost     what the way back does not bring back
    /// @param verdicts one a statement
    record Difference(Plan plan, List<String> lost, List<Verdict> verdicts) {}

    private static Difference there(Compared compared, PlanOptions options) {
        Plan plan = Planner.plan(compared.from(), compared.to(), options);
        return new Difference(plan, List.of(), judged(plan, Situation.of(compared.live())));
    }

    private static Difference back(Compared compared, PlanOptions options) {
        WayBack way = Planner.wayBack(compared.from(), compared.to(), options);
        Situation unknown = Situation.unknown(compared.live().database().version() / 10_000);
        return new Difference(way.plan(), way.lost(), judged(way.plan(), unknown.withDatabase(compared.to())));
    }

    private static List<Verdict> judged(Plan plan, Situation situation) {
        List<SqlStatement> statements = new ArrayList<>();
        int line = 1;
        int start = 0;
        for (Statement statement : plan.statements()) {
            String sql = statement.sql();
            statements.add(new SqlStatement(SqlStatement.Kind.SQL, sql, start, start + sql.length(), line));
            start += sql.length() + 2;
            line += (int) sql.lines().count();
        }
        return new Judge(situation, Runner.EACH_STATEMENT).script(statements);
    }

    private List<Rename> renames(Compared compared) throws CliException {
        RenameSyntax syntax = new RenameSyntax(compared.from());
        List<Rename> parsed = new ArrayList<>();
        for (String rename : renames) {
            try {
                parsed.add(syntax.parse(rename));
            } catch (UnknownRename unknown) {
                throw new CliException(String.valueOf(unknown.getMessage()), unknown.advice());
            }
        }
        return parsed;
    }

    private void known(Compared compared) throws CliException {
        for (String name : schemas) {
            if (compared.from().schema(name).isEmpty() && compared.to().schema(name).isEmpty()) {
                throw new CliException(
                        "There is no schema " + name + " on either side.",
                        "There are "
                                + String.join(
                                        ", ",
                                        compared.from().schemas().stream().map(Schema::name).toList())
                                + ".");
            }
        }
    }
}
