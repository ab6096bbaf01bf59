package mana.studio.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import mana.studio.connection.Incident;
import mana.studio.drizzle.history.BookCounts;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Board;
import mana.studio.locks.Holder;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.Looker;
import mana.studio.locks.release.Audit;
import mana.studio.locks.release.Order;
import mana.studio.locks.release.Release;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Rolls back the prepared transaction that holds a lock.
@Command(
        name = "rollback-prepared",
        description = {
            "Rolls back a prepared transaction that holds an advisory lock, in its own database.",
            "It has no session that could be ended, and outlives a crash of the server."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:rolled back, and the lock was seen to be free or handed over",
            "1:the server could not be asked; standard error says why",
            "2:the command was not understood",
            "3:refused, nothing was done; the reason is printed",
            "4:somebody took the lock who had not waited for it",
            "5:not known, or the lock is not free yet"
        })
final class LocksRollbackPrepared implements Callable<Integer> {
    @Mixin
    private LocksAct act = new LocksAct();

    @Option(names = "--gid", paramLabel = "G", required = true, description = "the transaction’s name")
    private String gid = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws CliException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        LocksAnswer answer = new LocksAnswer(act.isJson(), out, err);
        try (Incident incident = act.incident()) {
            Capabilities capabilities = incident.look(Capabilities::of);
            Board board = incident.look(session -> Looker.look(session, List.of()));
            Optional<Order> order = order(board, capabilities);
            if (order.isEmpty()) {
                return answer.refused(
                        "Nothing was done: no prepared transaction " + gid + " holds an advisory lock.",
                        "SELECT * FROM pg_prepared_xacts shows those there are.");
            }
            Release release = new Release(incident, Audit.of(Places.ofUser()), BookCounts::of);
            return answer.carriedOut(release.carryOut(order.get(), _ -> {}));
        } catch (SQLException refused) {
            throw LocksAct.failed(refused, Live.given(act.url()).target());
        }
    }

    private Optional<Order> order(Board board, Capabilities capabilities) {
        for (AdvisoryLock lock : board.locks()) {
            for (Holder holder : lock.holders()) {
                if (holder instanceof Holder.Prepared prepared && prepared.gid().equals(gid)) {
                    return Optional.of(new Order.OfPrepared(
                            lock.id(),
                            prepared,
                            capabilities.databaseName(prepared.database()),
                            false,
                            gid,
                            act.reason(),
                            act.tellsServer()));
                }
            }
        }
        return Optional.empty();
    }
}
