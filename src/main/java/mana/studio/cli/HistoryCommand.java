package mana.studio.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import mana.studio.convention.ServiceRegistry;
import mana.studio.drizzle.history.Histories;
import mana.studio.drizzle.history.History;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.drizzle.project.Project;
import mana.studio.drizzle.project.ProjectScan;
import mana.studio.drizzle.project.Service;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says what became of Drizzle migrations in a database, and what the next migrate will do.
@Command(
        name = "history",
        description = "Says what became of Drizzle migrations in a database, and what the next migrate will do.",
        footer = {
            "",
            "Files, journal and rows are put side by side by the rule of drizzle's own",
            "migrator. Nothing runs and nothing is changed. A migration that is only pending",
            "is nothing wrong."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is applied or pending",
            "1:something needs a person: skipped, edited, missing …",
            "2:it could not be looked at; standard error says why"
        })
final class HistoryCommand implements Callable<Integer> {
    private static final int ATTENTION = 1;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "postgres://user@host:port/database; without it the variable DATABASE_URL is read")
    private @Nullable String url;

    @ArgGroup(multiplicity = "1")
    private @Nullable Where where;

    @Option(
            names = "--table",
            paramLabel = "SCHEMA.TABLE",
            description = "where the books are; only with --migrations, and only where its drizzle.config does not say")
    private @Nullable String table;

    @Option(
            names = "--order",
            paramLabel = "a,b",
            split = ",",
            description = "also say what runs and what is skipped if these services are migrated now, in this order")
    private List<String> order = List.of();

    @Option(names = "--json", description = "for scripts")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /// Where the files are.
    static final class Where {
        @Option(names = "--migrations", paramLabel = "DIR", description = "one migrations folder")
        private @Nullable Path migrations;

        @Option(names = "--project", paramLabel = "DIR", description = "a monorepo or a service; all that is in it")
        private @Nullable Path project;
    }

    @Override
    public Integer call() throws CliException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Project project = project();
        for (Service service : project.services()) {
            LeftBehind.recover(service.migrations(), spec.commandLine().getErr());
        }
        Histories histories = Live.with(
                Live.given(url),
                "history",
                spec.commandLine().getErr(),
                workspace -> Histories.read(
                        project, workspace.source(), Clock.systemUTC().instant(), Live.cancelledByTheSystem()));
        for (String service : order) {
            if (histories.of(service).isEmpty()) {
                throw new CliException(
                        "There is no service " + service + ".",
                        "There are "
                                + String.join(
                                        ", ",
                                        histories.all().stream()
                                                .map(History::service)
                                                .toList()) + ".");
            }
        }
        out.print(json ? HistoryJson.of(histories, order) : HistoryText.of(histories, order));
        return histories.all().stream().anyMatch(History::needsAttention) ? ATTENTION : 0;
    }

    private Project project() throws CliException {
        Path folder = Objects.requireNonNull(where).project == null ? where.migrations : where.project;
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CliException("There is no folder " + folder + ".", "Give a folder that exists.");
        }
        if (table != null && where.migrations == null) {
            throw new CliException(
                    "--table needs --migrations.", "A project's configurations say where the books are.");
        }
        try {
            Project project = where.project == null
                    ? ProjectScan.around(folder, table())
                    : ProjectScan.scan(folder, ServiceRegistry.MANA, Map.of());
            if (project.services().isEmpty()) {
                throw new CliException(
                        "There are no migrations in " + folder + ".",
                        "A drizzle.config or a folder with meta/_journal.json is looked for.");
            }
            return project;
        } catch (IOException unreadable) {
            throw new CliException(
                    "The folder " + folder + " cannot be read.", String.valueOf(unreadable.getMessage()));
        }
    }

    private @Nullable MigrationsTable table() {
        if (table == null) {
            return null;
        }
        int dot = table.indexOf('.');
        return dot < 0
                ? new MigrationsTable(MigrationsTable.DEFAULT.schema(), table)
                : new MigrationsTable(table.substring(0, dot), table.substring(dot + 1));
    }
}
