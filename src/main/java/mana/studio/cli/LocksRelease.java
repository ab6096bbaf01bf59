package mana.studio.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import mana.studio.connection.Incident;
import mana.studio.drizzle.history.BookCounts;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.Board;
import mana.studio.locks.LockId;
import mana.studio.locks.LockKey;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.Looker;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Aim;
import mana.studio.locks.release.Audit;
import mana.studio.locks.release.Evidence;
import mana.studio.locks.release.Finding;
import mana.studio.locks.release.Order;
import mana.studio.locks.release.Outcome;
import mana.studio.locks.release.PrintedTime;
import mana.studio.locks.release.Release;
import mana.studio.locks.release.Report;
import mana.studio.locks.release.Words;
import mana.studio.locks.verdict.Refusals;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Ends the one session that holds a lock.
@Command(
        name = "release",
        description = {
            "Ends the session that holds an advisory lock, if it is still that session, and says who",
            "has the lock then. Nobody can unlock it from outside: it ends with its session."
        },
        footer = {
            "",
            "Key, pid and start are those that 'locks' shows. Where this role may not see when the",
            "session began, --backend-start hidden takes what else identifies it."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:released, and that was seen",
            "1:the server could not be asked; standard error says why",
            "2:the command was not understood",
            "3:refused, nothing was done; the reason is printed",
            "4:somebody took the lock again",
            "5:not known, or the lock is not free yet"
        })
final class LocksRelease implements Callable<Integer> {
    private static final String HIDDEN = "hidden";

    @Mixin
    private LocksAct act = new LocksAct();

    @Option(names = "--key", paramLabel = "K", required = true, description = "987654321, -1,42 or 0x3ade68b1")
    private String key = "";

    @Option(names = "--pid", paramLabel = "P", required = true, description = "of the session that holds it")
    private int pid;

    @Option(
            names = "--backend-start",
            paramLabel = "T",
            required = true,
            description = "when the session began, with its microseconds")
    private String start = "";

    @Option(
            names = "--database",
            paramLabel = "NAME",
            description = "the lock’s, where it is another than the one connected to")
    private @Nullable String database;

    @Option(names = "--force-busy", description = "end it although it works")
    private boolean forceBusy;

    @Option(names = "--service-stopped", description = "the service that takes the lock again and again is stopped")
    private boolean serviceStopped;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws CliException {
        LockKey lockKey = LockKey.parse(key)
                .orElseThrow(() -> new ParameterException(
                        Objects.requireNonNull(spec).commandLine(), "This is no key of an advisory lock: " + key));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Incident incident = act.incident()) {
            return run(incident, lockKey, new LocksAnswer(act.isJson(), out, err));
        }
    }

    private int run(Incident incident, LockKey lockKey, LocksAnswer answer) throws CliException {
        Release release = new Release(incident, Audit.of(Places.ofUser()), BookCounts::of);
        Finding finding = release.find(aim(incident, lockKey), null, List.of());
        return switch (finding) {
            case Finding.Failed(var trouble) -> throw new CliException(trouble.headline(), trouble.advice());
            case Finding.Changed(Outcome.Missed missed, Board _) ->
                answer.refused(Words.headline(missed), Words.advice(missed));
            case Finding.Ready(Evidence evidence) -> {
                Optional<String> refusal = refusal(evidence);
                if (refusal.isPresent()) {
                    yield answer.refused(evidence, refusal.get());
                }
                answer.about(evidence);
                Report report = release.carryOut(
                        new Order.OfSession(
                                forceBusy ? evidence.evenIfBusy() : evidence,
                                Act.END,
                                act.reason(),
                                act.tellsServer(),
                                act.isMasked()),
                        _ -> {});
                yield answer.carriedOut(report);
            }
        };
    }

    /// Why it is not even tried.
    private Optional<String> refusal(Evidence evidence) {
        if (evidence.refusal().isPresent()) {
            return evidence.refusal().map(Refusals::sentence);
        }
        if ("active".equals(evidence.target().state()) && !forceBusy) {
            return Optional.of("It is working: " + evidence.target().query()
                    + ". Wait, or give --force-busy to end it although it works.");
        }
        return evidence.isRespawning() && !serviceStopped
                ? Optional.of(evidence.target().application() + " took this lock again "
                        + evidence.respawns() + " times in the last five minutes. Stop the service, then give"
                        + " --service-stopped.")
                : Optional.empty();
    }

    private Aim aim(Incident incident, LockKey lockKey) throws CliException {
        try {
            Capabilities capabilities = incident.look(Capabilities::of);
            Board board = incident.look(session -> Looker.look(session, List.of(lockKey)));
            LockId lock = new LockId(databaseId(capabilities), lockKey);
            Backend now = board.backend(pid).orElse(null);
            BackendId id = now == null ? new BackendId(pid, start, null, null) : identity(now.id());
            return new Aim(lock, id, now == null || forceBusy ? null : now.stateChange(), Aim.Part.HOLDER);
        } catch (SQLException refused) {
            throw LocksAct.failed(refused, incident.target());
        }
    }

    /// As it is now where the given start is the same moment, however it is written; else as it was given.
    private BackendId identity(BackendId now) {
        boolean hidden = now.start() == null && start.equals(HIDDEN);
        Optional<Instant> given = PrintedTime.instant(start);
        boolean same = hidden || given.isPresent() && given.equals(PrintedTime.instant(now.start()));
        return same ? now : new BackendId(pid, start, now.role(), now.processSlot());
    }

    private long databaseId(Capabilities capabilities) throws CliException {
        if (database == null) {
            return capabilities.databaseId();
        }
        return capabilities.databases().entrySet().stream()
                .filter(entry -> entry.getValue().equals(database))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new CliException("There is no database " + database + ".", "Check the name."));
    }
}
