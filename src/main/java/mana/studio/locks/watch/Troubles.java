package mana.studio.locks.watch;

import java.sql.SQLException;
import java.util.Objects;
import mana.studio.connection.ConnectFailure;
import mana.studio.connection.Target;
import mana.studio.locks.Board;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.watch.Sight.Kind;
import mana.studio.locks.watch.Sight.Trouble;
import org.jspecify.annotations.Nullable;

/// Says what a refusal means on the bad day, and what the way out is. By SQLSTATE, never by text: the words differ
/// between versions and languages.
public final class Troubles {
    static final String POOLER = "This is a pooler. Connect directly for incidents: behind it a lock sits on a server"
            + " connection that many clients use in turn, and nothing stays open for the bad day.";

    private Troubles() {}

    /// @param refused      by the driver
    /// @param target       that was tried
    /// @param capabilities as they were last known; null for never
    /// @param last         board that could be read; null for none
    public static Trouble of(
            SQLException refused, Target target, @Nullable Capabilities capabilities, @Nullable Board last) {
        ConnectFailure failure = ConnectFailure.of(refused, target);
        String state = Objects.requireNonNullElse(refused.getSQLState(), "");
        String answer = failure.answer();
        return switch (state) {
            case "53300" -> new Trouble(Kind.SLOTS_EXHAUSTED, slots(capabilities), waysIn(target), answer, state);
            case "53200" ->
                new Trouble(
                        Kind.LOCK_TABLE_FULL,
                        "The server’s lock table is full.",
                        "New connections fail; what was opened before still works."
                                + (last == null ? "" : Notes.most(last))
                                + " Ending that session frees them. max_locks_per_transaction decides the size.",
                        answer,
                        state);
            case "57014" ->
                new Trouble(
                        Kind.TIMED_OUT,
                        "The list took more than 5 s.",
                        "It is read only when you ask for it.",
                        answer,
                        state);
            case "57P01", "57P02", "57P03" ->
                new Trouble(
                        Kind.RESTARTING,
                        "The server is restarting.",
                        "Session locks are gone with it; prepared transactions stay. The studio looks again by itself.",
                        answer,
                        state);
            case "42501" ->
                new Trouble(
                        Kind.NO_RIGHT,
                        target.user() + " may not look at the locks of this server.",
                        "Ask a superuser for pg_monitor.",
                        answer,
                        state);
            default -> other(failure, state);
        };
    }

    private static Trouble other(ConnectFailure failure, String state) {
        boolean pooler = state.equals("08P01");
        boolean away = failure.kind().isPassing();
        Kind kind = pooler ? Kind.POOLER : away ? Kind.UNREACHABLE : Kind.REFUSED;
        return new Trouble(
                kind, failure.headline(), pooler ? POOLER : failure.advice(), failure.answer(), failure.sqlState());
    }

    private static String slots(@Nullable Capabilities capabilities) {
        return capabilities == null
                ? "All connection slots are taken."
                : "All connection slots are taken (" + capabilities.slots().all() + ").";
    }

    private static String waysIn(Target target) {
        return "Ways in: the replication door, which has slots of its own, for a superuser or a role with REPLICATION;"
                + " a superuser, for whom some slots are kept; on the server’s own computer"
                + " psql -U postgres " + target.database() + ", in a container docker compose exec postgres"
                + " psql -U postgres.";
    }
}
