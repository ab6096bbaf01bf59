package mana.studio.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import mana.studio.catalog.Snapshot;
import mana.studio.safety.Severity;
import mana.studio.statement.PgParser;
import mana.studio.safety.Verdict;
import mana.studio.safety.judge.Judge;
import mana.studio.safety.judge.Runner;
import mana.studio.safety.predict.Situation;
import mana.studio.statement.SqlStatement;
import mana.studio.statement.Statements;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says what the statements of migrations will do.
@Command(
        name = "check",
        description = "Judges the statements of a script, or of all in a folder, in order of their paths.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 1,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing dangerous", "1:an error; standard error says which", "2:something dangerous was found"})
final class Check implements Callable<Integer> {
    private static final int DANGEROUS = 2;
    private static final int OLDEST = 11;
    private static final String DRIZZLE = "--> statement-breakpoint";

    @Parameters(paramLabel = "FILE.sql|DIR", description = "a script, a folder of scripts, or - for standard input")
    private String path = "";

    @Option(names = "--url", paramLabel = "URL", description = "the database it is to run on: its tables are looked at")
    private @Nullable String url;

    @Option(
            names = "--pg",
            paramLabel = "VERSION",
            description = "the server's major version, where no database is given; ${DEFAULT-VALUE} otherwise")
    private int version = Situation.NEWEST;

    @Option(names = "--format", paramLabel = "F", description = "text, json, github or sarif", defaultValue = "text")
    private Format format = Format.text;

    @Spec
    private @Nullable CommandSpec spec;

    /// What a person writes, so in small letters.
    enum Format {
        text,
        json,
        github,
        sarif
    }

    /// @param verdicts in order of the script
    record Checked(String file, List<Verdict> verdicts) {}

    @Override
    public Integer call() throws CliException {
        // The grammar takes longest to get ready: while the schemas are read, on the other processor.
        CompletableFuture.runAsync(PgParser::warm);
        if (version < OLDEST || version > Situation.NEWEST) {
            throw new CliException(
                    "PostgreSQL " + version + " is not known here.",
                    "Give a major version from " + OLDEST + " to " + Situation.NEWEST + ".");
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Snapshot snapshot = url == null ? null : Live.read(Live.parse(url), "check", spec.commandLine().getErr());
        List<Checked> checked = checked(scripts(), snapshot);
        out.print(
                switch (format) {
                    case text -> CheckText.of(checked);
                    case json -> CheckJson.of(checked);
                    case github -> CheckGithub.of(checked);
                    case sarif -> CheckSarif.of(checked);
                });
        boolean dangerous = checked.stream()
                .flatMap(file -> file.verdicts().stream())
                .anyMatch(verdict -> verdict.severity() == Severity.DANGER);
        return dangerous ? DANGEROUS : 0;
    }

    /// Together, so that a script knows what those before it have made.
    private List<Checked> checked(List<Source.Script> scripts, @Nullable Snapshot snapshot) {
        List<List<SqlStatement>> split =
                scripts.stream().map(script -> Statements.split(script.sql())).toList();
        // Drizzle's migrator runs everything that is pending in one transaction.
        boolean drizzle = scripts.stream().anyMatch(script -> script.sql().contains(DRIZZLE));
        Judge judge = Judge.of(snapshot, version, drizzle ? Runner.ONE_TRANSACTION : Runner.EACH_STATEMENT);
        List<Verdict> verdicts = judge.script(split.stream().flatMap(List::stream).toList());
        List<Checked> checked = new ArrayList<>();
        int at = 0;
        for (int file = 0; file < scripts.size(); file++) {
            int end = at + split.get(file).size();
            checked.add(new Checked(scripts.get(file).shown(), verdicts.subList(at, end)));
            at = end;
        }
        return checked;
    }

    private List<Source.Script> scripts() throws CliException {
        if (path.equals("-")) {
            return List.of((Source.Script) Source.of(path));
        }
        if (path.isBlank() || Source.isUrl(path)) {
            throw new CliException(
                    "A script is to be checked, or a folder of scripts.",
                    "The database it is to run on goes to --url.");
        }
        List<Source.Script> scripts = new ArrayList<>();
        for (Path file : files(Path.of(path))) {
            scripts.add(new Source.Script(file.toString(), Source.file(file)));
        }
        if (scripts.isEmpty()) {
            throw new CliException("There is no .sql file in " + path + ".", "Give a script, or a folder that holds some.");
        }
        return scripts;
    }

    private static List<Path> files(Path path) throws CliException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> file.toString().endsWith(".sql") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new CliException("The folder " + path + " cannot be read.", String.valueOf(unreadable.getMessage()));
        }
    }
}
