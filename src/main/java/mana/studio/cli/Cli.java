package mana.studio.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The studio without its window. Exit codes: 0 when it went well, 1 when it did not, 2 when the command was not
/// understood.
@Command(
        name = "mana-studio",
        description = "A PostgreSQL schema studio. Without a command its window opens.",
        footer = {
            "",
            "tour [FOLDER] shows every screen on the demo database, without a display, and takes",
            "a picture of each."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class,
        subcommands = {
            Inspect.class,
            Diff.class,
            Check.class,
            Lint.class,
            HistoryCommand.class,
            LocksCommand.class,
            Migrate.class,
            TypeScriptCommand.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it went well", "1:it did not; standard error says why", "2:the command was not understood"})
public final class Cli implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private Cli() {}

    /// Runs a command as the system's shell gives it.
    ///
    /// @return the exit code
    public static int run(List<String> arguments) {
        Charset terminal = System.out.charset();
        return run(
                arguments,
                new PrintWriter(System.out, false, terminal),
                new PrintWriter(System.err, true, terminal));
    }

    static int run(List<String> arguments, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Cli());
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((failure, command, _) -> {
            explain(failure, command.getErr());
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
        int code = line.execute(arguments.toArray(String[]::new));
        out.flush();
        err.flush();
        return code;
    }

    private static void explain(Exception failure, PrintWriter err) {
        if (failure instanceof CliException said) {
            err.println(said.getMessage());
            err.println(said.advice());
        } else {
            LOG.error("A command failed", failure);
            err.println("This should not have happened: " + failure);
            err.println("The log holds the details. Please report it with them.");
        }
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {"mana-studio " + (version == null ? "(not packaged)" : version)};
        }
    }
}
