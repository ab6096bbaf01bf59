package mana.studio.locks.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mana.studio.locks.Backend;
import mana.studio.locks.LockId;
import mana.studio.locks.LockKey;
import mana.studio.sql.Literal;
import org.jspecify.annotations.Nullable;

/// Statements for a colleague without the studio: each acts only on the session that was seen, and only while it still
/// has to do with that lock. Nothing that the server said stands in them unquoted.
public final class Handover {
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4,}-[0-9]{2}-[0-9]{2} [0-9:.]+[+-][0-9:]+");
    private static final String STATEMENT = """
        WITH target AS MATERIALIZED (
          SELECT a.pid
          FROM pg_stat_activity a
          WHERE a.pid = %d
            AND %s
            AND EXISTS (
              SELECT FROM pg_locks l
              WHERE l.pid = a.pid AND l.locktype = 'advisory' AND %s
                AND l.database = %d AND l.classid = %d AND l.objid = %d AND l.objsubid = %d%s))
        SELECT pid, %s FROM target;
        """;

    private Handover() {}

    /// Ends the session of a holder, if it is still that one and still holds the lock.
    public static String end(LockId lock, Backend holder) {
        return "-- Ends the session. No row: it is gone, or no longer holds the lock, and nothing was done.\n"
                + of(lock, holder, "l.granted", "pg_terminate_backend(pid, 5000)");
    }

    /// Cancels the statement of a waiter, if it is still that one and still waits for the lock.
    public static String cancelWaiter(LockId lock, Backend waiter) {
        return "-- Cancels the waiting. No row: it is gone, or no longer waits for the lock, and nothing was done.\n"
                + of(lock, waiter, "NOT l.granted", "pg_cancel_backend(pid)");
    }

    private static String of(LockId lock, Backend session, String part, String act) {
        LockKey key = lock.key();
        return String.format(
                Locale.ROOT,
                STATEMENT,
                session.pid(),
                identity(session),
                part,
                lock.database(),
                key.classid(),
                key.objid(),
                key.objsubid(),
                slot(session),
                act);
    }

    /// Where the start is hidden, the role and the process's slot are what is left.
    private static String identity(Backend session) {
        String start = moment(session.id().start());
        if (start != null) {
            return "a.backend_start = " + Literal.quote(start);
        }
        Long role = session.id().role();
        return role == null ? "a.usesysid IS NULL" : "a.usesysid = " + role;
    }

    private static String slot(Backend session) {
        String slot = session.id().processSlot();
        return moment(session.id().start()) != null || slot == null
                ? ""
                : "\n        AND split_part(l.virtualtransaction, '/', 1) = " + Literal.quote(slot);
    }

    private static @Nullable String moment(@Nullable String start) {
        return start != null && MOMENT.matcher(start).matches() ? start : null;
    }

    /// Both ways to end a prepared transaction, neither of them preferred: a person must choose one, in its database.
    ///
    /// @return rolling back, then committing; empty where its name is not known
    public static Optional<List<String>> prepared(String gid) {
        return gid.isEmpty()
                ? Optional.empty()
                : Optional.of(List.of(
                        "ROLLBACK PREPARED " + Literal.quote(gid).strip() + ";",
                        "COMMIT PREPARED " + Literal.quote(gid).strip() + ";"));
    }
}
