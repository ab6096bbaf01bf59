package mana.studio.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Incident;
import mana.studio.locks.Board;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.Looker;
import mana.studio.locks.report.IncidentReport;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.verdict.Judge;
import mana.studio.locks.verdict.Samples;
import mana.studio.locks.verdict.Severity;
import mana.studio.locks.verdict.Thresholds;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says of every advisory lock who holds it, who waits, and what it means.
@Command(
        name = "locks",
        description = "Says of every advisory lock who holds it, who waits for it, and what it means.",
        footer = {
            "",
            "Nothing is changed. It uses one session of its own, and no pool. --watch also",
            "learns for how long a lock is held, and finds pooled connections that do other",
            "work meanwhile."
        },
        mixinStandardHelpOptions = true,
        subcommands = {LocksRelease.class, LocksRollbackPrepared.class},
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is stuck, or the watch was ended",
            "1:at least one of the locks shown is stuck",
            "2:it could not be looked at; standard error says why"
        })
final class LocksCommand implements Callable<Integer> {
    private static final int STUCK = 1;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "postgres://user@host:port/database; without it the variable DATABASE_URL is read")
    private @Nullable String url;

    @Option(names = "--json", description = "for scripts: lock-incident/1; with --watch a document for each look")
    private boolean json;

    @Option(names = "--watch", description = "look again every two seconds, until Ctrl+C")
    private boolean watch;

    @Option(names = "--all-databases", description = "the locks of other databases of the server too")
    private boolean everywhere;

    @Option(
            names = "--thresholds",
            paramLabel = "FILE",
            description = "ages that make a lock yellow or red; without it those of the studio’s settings")
    private @Nullable Path thresholds;

    @Option(names = "--queries", description = "show the last statements of sessions; they may hold what is private")
    private boolean queries;

    @Option(
            names = "--project",
            paramLabel = "DIR",
            description = "a folder of sources, whose constants and lock list give locks their names")
    private @Nullable Path project;

    @Option(
            names = "--door",
            description = "come in as a replication connection, where all other slots are taken; for a superuser or a"
                    + " role with REPLICATION")
    private boolean door;

    @Spec
    private @Nullable CommandSpec spec;

    /// What one look came to.
    private record Look(Capabilities capabilities, Board board, List<Assessment> shown, int elsewhere) {
        boolean isStuck() {
            return shown.stream().anyMatch(assessed -> assessed.severity() == Severity.STUCK);
        }
    }

    @Override
    public Integer call() throws CliException {
        ConnectionString connection = Live.given(url);
        Thresholds limits = limits();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (Incident incident = new Incident(connection.target(), connection.secret())) {
            if (door) {
                incident.useDoor();
            }
            Capabilities capabilities = incident.look(Capabilities::of);
            Judge judge = new Judge(limits, LocksNaming.of(project, incident, capabilities));
            return watch ? watch(incident, capabilities, judge, out) : once(incident, capabilities, judge, out);
        } catch (SQLException refused) {
            throw LocksAct.failed(refused, connection.target());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private Thresholds limits() throws CliException {
        if (thresholds == null) {
            return Thresholds.file(Places.ofUser()).load();
        }
        try {
            return Thresholds.read(thresholds);
        } catch (IOException unreadable) {
            throw new CliException(
                    "The thresholds in " + thresholds + " cannot be read: " + unreadable.getMessage(),
                    "They look like {\"idle\": {\"yellow\": 30, \"red\": 300}}, in seconds.");
        }
    }

    private int once(Incident incident, Capabilities capabilities, Judge judge, PrintWriter out)
            throws SQLException, InterruptedException {
        Samples samples = new Samples();
        Look look = look(incident, capabilities, judge, samples);
        if (samples.hasSuspects()) {
            // A client that looks gone is only proven to be by a second look.
            Thread.sleep(PAUSE.plusMillis(100));
            look = look(incident, capabilities, judge, samples);
        }
        print(look, out);
        return look.isStuck() ? STUCK : 0;
    }

    private int watch(Incident incident, Capabilities capabilities, Judge judge, PrintWriter out)
            throws SQLException, InterruptedException {
        Samples samples = new Samples();
        boolean redraws = !json && Ansi.AUTO.enabled();
        while (!out.checkError()) {
            Look look = look(incident, capabilities, judge, samples);
            if (redraws) {
                out.print(CLEAR);
            }
            print(look, out);
            out.flush();
            Duration rest = look.board().took().multipliedBy(10);
            Thread.sleep(rest.compareTo(PAUSE) > 0 ? rest : PAUSE);
        }
        return 0;
    }

    private Look look(Incident incident, Capabilities capabilities, Judge judge, Samples samples) throws SQLException {
        Board board = incident.look(session -> Looker.look(session, List.of()));
        samples.add(board, capabilities);
        List<Assessment> all = judge.judge(board, capabilities, samples);
        List<Assessment> shown = all.stream()
                .filter(one -> everywhere || one.lock().id().database() == capabilities.databaseId())
                .toList();
        return new Look(capabilities, board, shown, all.size() - shown.size());
    }

    private void print(Look look, PrintWriter out) {
        IncidentReport report =
                new IncidentReport(Instant.now(), look.capabilities(), look.board(), look.shown(), List.of(), queries);
        out.print(json ? report.json() : LocksText.of(report, look.elsewhere()));
    }
}
