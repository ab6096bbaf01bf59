package mana.studio.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mana.studio.apply.Permission;
import mana.studio.connection.Cancellation;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Workspace;
import mana.studio.drizzle.migrate.Aftermath;
import mana.studio.drizzle.migrate.LockIds;
import mana.studio.drizzle.migrate.MigrateEvent;
import mana.studio.drizzle.migrate.MigrateOutcome;
import mana.studio.drizzle.migrate.Migrator;
import mana.studio.drizzle.migrate.Mode;
import mana.studio.drizzle.migrate.Permit;
import mana.studio.drizzle.migrate.Proposal;
import mana.studio.drizzle.migrate.RunJournal;
import mana.studio.drizzle.migrate.RunLog;
import mana.studio.drizzle.migrate.Waiting;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs pending migrations.
@Command(
        name = "migrate",
        description = {
            "Runs the pending Drizzle migrations of a folder, as the services' own script does:",
            "behind an advisory lock, in one transaction, with drizzle's bookkeeping."
        },
        footer = {
            "",
            "Without --lock-id the lock is the one that is kept for the service, or one made",
            "from its name: all that migrate a service must take the same one.",
            "",
            "--commit-between runs what one transaction cannot (CREATE INDEX CONCURRENTLY, a new",
            "enum value and its use): it commits after each file, and within one where needed.",
            "After a failure it goes on where it stopped.",
            "",
            "A database that is not on this machine is migrated only with --confirm and its name."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is applied, or nothing was to do",
            "1:it did not go well, or (--dry-run) will not; standard error says why",
            "2:the command was not understood"
        })
final class Migrate implements Callable<Integer> {
    private static final String TIMEOUT = "MIGRATION_TIMEOUT";
    private static final long PATIENCE = 10;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "postgres://user@host:port/database; without it the variable DATABASE_URL is read")
    private @Nullable String url;

    @Option(names = "--migrations", paramLabel = "DIR", required = true, description = "the migrations folder")
    private Path migrations = Path.of("");

    @Option(names = "--service", paramLabel = "NAME", description = "whose migrations they are; told from the folder")
    private @Nullable String service;

    @Option(names = "--lock-id", paramLabel = "N", description = "the advisory lock to take")
    private @Nullable Long lockId;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            description = "how long to try to get the lock, in seconds; MIGRATION_TIMEOUT or 300 without it")
    private @Nullable Integer timeout;

    @Option(
            names = "--lock-timeout",
            paramLabel = "S",
            description = "how long a statement waits for a table's lock; as long as it takes without it")
    private int tableTimeout;

    @Option(names = "--migrations-table", paramLabel = "NAME", description = "without it __drizzle_migrations")
    private String table = MigrationsTable.DEFAULT.table();

    @Option(names = "--migrations-schema", paramLabel = "NAME", description = "without it drizzle")
    private String schema = MigrationsTable.DEFAULT.schema();

    @Option(names = "--commit-between", description = "commit after each file, and wherever it takes a commit")
    private boolean commitBetween;

    @Option(names = "--confirm", paramLabel = "DATABASE", description = "the name of a database that is not local")
    private @Nullable String confirm;

    @Option(names = "--dry-run", description = "only say what would run")
    private boolean dryRun;

    @Option(names = "--json", description = "the outcome as JSON; nothing else on standard output")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws CliException {
        if (!Files.isDirectory(migrations)) {
            throw new CliException("There is no folder " + migrations + ".", "Give --migrations the folder it is in.");
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        LeftBehind.recover(migrations, err);
        ConnectionString connection = Live.given(url);
        return Live.writing(connection, "migrate", confirm != null, err, workspace -> {
            Migrator migrator = new Migrator(workspace, new RunJournal(Places.ofUser()));
            return dryRun ? propose(migrator, out) : run(workspace, migrator, out, err);
        });
    }

    private MigrationsTable table() {
        return new MigrationsTable(schema, table);
    }

    private Mode mode() {
        return commitBetween ? Mode.COMMIT_BETWEEN : Mode.ONE_TRANSACTION;
    }

    private int propose(Migrator migrator, PrintWriter out) throws SQLException {
        Proposal proposal = migrator.propose(migrations, table(), mode(), null, Live.cancelledByTheSystem());
        out.print(json ? MigrateJson.of(proposal) : MigrateText.of(proposal));
        return proposal.obstacle() != null || proposal.willFail() ? 1 : 0;
    }

    private int run(Workspace workspace, Migrator migrator, PrintWriter out, PrintWriter err) throws CliException {
        Permit permit = permit(workspace);
        LockIds.LockId lock = lock();
        if (!json && lock.derived()) {
            log(
                    out,
                    "No lock is kept for " + service() + ": its lock is made from its name. Where others take"
                            + " another one, give --lock-id.");
        }
        List<MigrateEvent> events = new ArrayList<>();
        RunLog log = new RunLog(line -> log(out, line));
        Cancellation cancellation = new Cancellation();
        CountDownLatch ended = new CountDownLatch(1);
        Thread interrupted = new Thread(() -> stop(cancellation, ended));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            MigrateOutcome outcome = migrator.run(
                    new Migrator.Request(migrations, table(), lock.id(), mode(), null, null),
                    permit,
                    waiting(),
                    event -> {
                        events.add(event);
                        if (!json) {
                            log.heard(event);
                        }
                    },
                    cancellation);
            if (json) {
                out.print(MigrateJson.of(outcome, lock.id(), events));
            } else if (outcome.exitCode() == 0) {
                log(out, RunLog.ended(outcome));
            } else {
                out.flush();
                log(err, RunLog.ended(outcome));
                if (outcome instanceof MigrateOutcome.Lost) {
                    log(err, aftermath(migrator, events));
                }
            }
            return outcome.exitCode();
        } finally {
            ended.countDown();
            forget(interrupted);
        }
    }

    /// The books know what nobody heard.
    private String aftermath(Migrator migrator, List<MigrateEvent> events) {
        Proposal run = events.stream()
                .filter(MigrateEvent.Decided.class::isInstance)
                .map(event -> ((MigrateEvent.Decided) event).proposal())
                .reduce((_, last) -> last)
                .orElseThrow();
        try {
            return Aftermath.of(run, migrator.propose(migrations, table(), mode(), null, new Cancellation()))
                    .words();
        } catch (SQLException silent) {
            return "The server cannot be asked yet (" + silent.getMessage() + "): run --dry-run when it is back.";
        }
    }

    /// The lock is given back and the server told to stop, before the program ends.
    private static void stop(Cancellation cancellation, CountDownLatch ended) {
        cancellation.request();
        try {
            ended.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It runs.
        }
    }

    private static void log(PrintWriter out, String line) {
        out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + line);
        out.flush();
    }

    private Permit permit(Workspace workspace) throws CliException {
        try {
            return Permit.given(workspace.profile(), confirm == null ? "" : confirm);
        } catch (IllegalArgumentException missing) {
            String database = workspace.profile().target().database();
            throw switch (Permission.toApply(workspace.profile())) {
                case Permission.Refused _ ->
                    new CliException(
                            "Nothing is migrated on a database that is not on this machine unless it is confirmed.",
                            "Give --confirm " + database + ".");
                case Permission.TypeName _, Permission.Free _ ->
                    new CliException(
                            "--confirm says " + confirm + ", and the database is " + database + ".", "Nothing ran.");
            };
        }
    }

    private LockIds.LockId lock() {
        return lockId == null ? LockIds.file(Places.ofUser()).load().of(service()) : new LockIds.LockId(lockId, false);
    }

    /// The folder of the package that the migrations lie in.
    private String service() {
        if (service != null) {
            return service;
        }
        Path folder = migrations.toAbsolutePath().normalize();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("package.json")) && at.getFileName() != null) {
                return at.getFileName().toString();
            }
        }
        return String.valueOf(folder.getFileName());
    }

    private Waiting waiting() throws CliException {
        return Waiting.STANDARD.withTimeout(seconds()).withTable(Duration.ofSeconds(Math.max(0, tableTimeout)));
    }

    private Duration seconds() throws CliException {
        String said = System.getenv(TIMEOUT);
        if (timeout != null || said == null || said.isBlank()) {
            return Duration.ofSeconds(
                    timeout == null ? Waiting.STANDARD.timeout().toSeconds() : Math.max(0, timeout));
        }
        try {
            return Duration.ofSeconds(Integer.parseInt(said.strip()));
        } catch (NumberFormatException noNumber) {
            throw new CliException(TIMEOUT + " is no number: " + said, "It counts seconds.");
        }
    }
}
