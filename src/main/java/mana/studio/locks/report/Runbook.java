package mana.studio.locks.report;

import java.util.List;

/// What to do when a lock is stuck.
public final class Runbook {
    /// A step.
    ///
    /// @param title   a few words
    /// @param text    sentences
    /// @param example to copy; empty for none
    public record Step(String title, String text, String example) {}

    public static final String TITLE = "A lock is stuck. What now?";

    public static final List<Step> STEPS = List.of(
            new Step(
                    "Nobody can unlock it from outside",
                    "An advisory lock belongs to the session that took it, and ends with it. From any other session"
                            + " pg_advisory_unlock answers false, with a warning, and the lock stays.",
                    ""),
            new Step(
                    "Read the state first",
                    "Working: somebody is at work, so wait. Blocked: the holder itself waits for another; look at the"
                            + " root of the tree. Idle: the session does nothing; find its program by application,"
                            + " client and pid, and stop it there if you can. The lock goes with it.",
                    ""),
            new Step(
                    "What a crash leaves behind",
                    "A program that dies while its session is idle frees the lock within a second. If it dies in the"
                            + " middle of a statement, the statement runs to its end first. If its computer or network"
                            + " vanishes, the server may need more than two hours to notice.",
                    ""),
            new Step(
                    "Stop what starts again by itself",
                    "A service that is restarted takes the lock again at once. Stop it before you end its session.",
                    "docker compose stop SERVICE"),
            new Step(
                    "Only then: end the session",
                    "Read what is lost: an open transaction, a running statement, an index that is being built, every"
                            + " other lock of that session. The studio acts on that one session only, and only if it"
                            + " still holds the lock.",
                    ""),
            new Step(
                    "Look afterwards",
                    "Who has the lock now? Is there an invalid index? Is the newest migration in the history? Then run"
                            + " the migration again.",
                    "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid;"),
            new Step(
                    "So that it does not come back",
                    "Give the lock a connection of its own: no pool, no PgBouncer in transaction mode. Name it after"
                            + " the service (application_name). Take transaction-level locks where one transaction is"
                            + " enough. Poll with pg_try_advisory_lock where CREATE INDEX CONCURRENTLY may run. Let the"
                            + " server notice dead clients.",
                    """
                    ALTER SYSTEM SET client_connection_check_interval = '2s';
                    ALTER SYSTEM SET tcp_keepalives_idle = 30;
                    ALTER SYSTEM SET tcp_keepalives_interval = 10;
                    ALTER SYSTEM SET tcp_keepalives_count = 3;
                    SELECT pg_reload_conf();\
                    """));

    private Runbook() {}

    /// All of it, for a terminal or a page.
    public static String text() {
        StringBuilder text = new StringBuilder(TITLE).append('\n');
        int number = 1;
        for (Step step : STEPS) {
            text.append('\n')
                    .append(number++)
                    .append(". ")
                    .append(step.title())
                    .append("\n   ")
                    .append(step.text());
            step.example().lines().forEach(line -> text.append("\n       ").append(line));
            text.append('\n');
        }
        return text.toString();
    }
}
