package mana.studio.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.plan.Plan;
import mana.studio.plan.PlanOptions;
import mana.studio.plan.Planner;
import mana.studio.plan.Statement;
import mana.studio.plan.WayBack;
import mana.studio.safety.Verdict;
import mana.studio.safety.judge.Judge;
import mana.studio.safety.judge.Runner;
import mana.studio.safety.predict.Situation;
import mana.studio.safety.safer.Safer;
import mana.studio.safety.safer.SaferOptions;
import mana.studio.safety.safer.SaferPlan;
import mana.studio.schema.Database;
import mana.studio.schema.Schema;
import mana.studio.statement.PgParser;
import mana.studio.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Prints what turns one schema into another.
@Command(
        name = "diff",
        description = "Prints the SQL that turns one schema into another.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 1,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the schemas are the same",
            "1:an error; standard error says which",
            "2:differences were printed"
        })
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

    @Option(
            names = "--safe",
            description = "the safer form: in phases that spare those who use the database meanwhile, with "
                    + "lock_timeout and retries")
    private boolean safe;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            converter = Day.class,
            description = "the day of the first phase of --safe, as 2026-01-31; today otherwise")
    private @Nullable LocalDate start;

    @Option(
            names = "--count",
            description = "ask the database of --from how many rows each statement fails on, loses or changes; nothing "
                    + "is changed")
    private boolean count;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws CliException {
        // The grammar takes longest to get ready: while the schemas are read, on the other processor.
        CompletableFuture.runAsync(PgParser::warm);
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        sensible();
        Source first = Source.of(from);
        Source second = Source.of(to);
        Compared compared = Compared.read(first, second, line.getErr());
        known(compared);
        PlanOptions options = new PlanOptions(SaidNames.renames(renames, compared), schemas, null, compared.rows());
        Way way = down ? back(compared, options) : there(compared, options);
        List<List<String>> counted = count && first instanceof Source.Url url
                ? Counting.of(way.difference().plan(), compared, options, url, line.getErr())
                : List.of();
        line.getOut().print(safe ? safer(way, options) : plain(way, counted));
        return way.difference().plan().isEmpty() ? 0 : DIFFERENT;
    }

    /// @param lost what the way back does not bring back
    record Difference(Plan plan, List<String> lost) {}

    /// @param from  where it starts
    /// @param to    where it ends
    /// @param start what is known of the database there
    private record Way(Difference difference, Database from, Database to, Situation start) {}

    private static Way there(Compared compared, PlanOptions options) {
        Plan plan = Planner.plan(compared.from(), compared.to(), options);
        return new Way(new Difference(plan, List.of()), compared.from(), compared.to(), Situation.of(compared.live()));
    }

    /// How large tables will be by then, nobody knows.
    private static Way back(Compared compared, PlanOptions options) {
        WayBack back = Planner.wayBack(compared.from(), compared.to(), options);
        Situation unknown = Situation.unknown(compared.live().database().version() / 10_000);
        return new Way(
                new Difference(back.plan(), back.lost()),
                compared.to(),
                compared.from(),
                unknown.withDatabase(compared.to()));
    }

    /// @param counted what the rows say, a list a statement; empty where they were not asked
    private String plain(Way way, List<List<String>> counted) {
        List<Verdict> verdicts = judged(way.difference().plan(), way.start());
        return json
                ? DiffJson.of(way.difference(), verdicts, counted)
                : DiffText.of(way.difference(), verdicts, counted);
    }

    private String safer(Way way, PlanOptions options) {
        SaferOptions careful = SaferOptions.DEFAULT
                .withSizes(way.start().sizes())
                .withStart(start == null ? LocalDate.now(ZoneId.systemDefault()) : start)
                .withPlanOptions(options);
        SaferPlan plan = Safer.of(way.difference().plan(), way.from(), way.to(), careful);
        return json ? DiffJson.safer(way.difference(), plan) : DiffText.safer(way.difference(), plan);
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

    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException none) {
                throw new TypeConversionException(value + " is no date such as 2026-01-31.");
            }
        }
    }

    private void sensible() throws CliException {
        if (start != null && !safe) {
            throw new CliException("--start is the day of the first phase, and only --safe has phases.", "Add --safe.");
        }
        if (count && (down || safe || !Source.isUrl(from))) {
            throw new CliException(
                    "--count asks the rows of the database that is changed: --from is to be its URL, without --down or "
                            + "--safe, whose checks ask for themselves.",
                    "Leave --count out, or give the URL.");
        }
        if (from.equals("-") && to.equals("-")) {
            throw new CliException("Only one schema can come from standard input.", "Give the other as a file or URL.");
        }
    }

    private void known(Compared compared) throws CliException {
        for (String name : schemas) {
            if (compared.from().schema(name).isEmpty()
                    && compared.to().schema(name).isEmpty()) {
                throw new CliException(
                        "There is no schema " + name + " on either side.",
                        "There are "
                                + Stream.of(compared.from(), compared.to())
                                        .flatMap(database -> database.schemas().stream())
                                        .map(Schema::name)
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
        }
    }
}
