package mana.studio.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.Holder;
import mana.studio.locks.LockId;
import mana.studio.locks.Waiter;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.report.IncidentReport;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.verdict.Severity;
import mana.studio.locks.verdict.Span;
import mana.studio.locks.verdict.Suggestion;

/// Locks on a page, for people: what needs a person in full, the rest in a line each.
final class LocksText {
    /// Of what is normal.
    private static final int LINES = 20;

    private final IncidentReport report;
    private final StringBuilder text = new StringBuilder();

    private LocksText(IncidentReport report) {
        this.report = report;
    }

    /// @param elsewhere locks of other databases that are not shown
    static String of(IncidentReport report, int elsewhere) {
        LocksText page = new LocksText(report);
        page.head(elsewhere);
        List<Assessment> normal = report.assessed().stream()
                .filter(one -> one.severity() == Severity.NORMAL)
                .toList();
        report.assessed().stream()
                .filter(one -> one.severity() != Severity.NORMAL)
                .forEach(page::full);
        page.table(normal);
        return page.text.toString();
    }

    private void head(int elsewhere) {
        Capabilities capabilities = report.capabilities();
        line(capabilities.database() + " as " + capabilities.role()
                + (capabilities.seesAll() ? "" : ", who may not see the details of others’ sessions (pg_monitor)")
                + ": " + counted(report.board().granted(), "advisory lock is", "advisory locks are") + " held, "
                + report.board().awaited() + " waited for.");
        if (report.board().inRecovery()) {
            line("This server is a replica: its locks are its own, a migration’s lock is on the primary.");
        }
        if (elsewhere > 0) {
            line(counted(elsewhere, "lock is", "locks are") + " in other databases: --all-databases shows "
                    + (elsewhere == 1 ? "it." : "them."));
        }
        if (report.assessed().isEmpty()) {
            line("Nothing is held here.");
        }
    }

    private void full(Assessment assessed) {
        line("");
        line(word(assessed.severity()) + "  " + title(assessed) + "  " + state(assessed));
        line("  " + assessed.sentence());
        assessed.evidence().forEach(sentence -> line("  · " + sentence));
        assessed.unknown().forEach(sentence -> line("  ? " + sentence));
        people(assessed);
        suggestion(assessed);
    }

    private String title(Assessment assessed) {
        return assessed.lock().key().shown()
                + assessed.name()
                        .map(name -> "  " + (name.sure() ? "" : "maybe ") + name.name())
                        .orElse("")
                + "  " + report.capabilities().databaseName(assessed.lock().id().database());
    }

    private static String state(Assessment assessed) {
        return assessed.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case NORMAL -> "normal";
            case WARNING -> "LOOK  ";
            case STUCK -> "STUCK ";
        };
    }

    private void people(Assessment assessed) {
        assessed.roots().stream()
                .filter(pid -> assessed.lock().sessions().stream()
                        .noneMatch(holder -> holder.backend().pid() == pid))
                .forEach(pid -> report.board().backend(pid).ifPresent(root -> person("root", root, "")));
        for (Holder holder : assessed.lock().holders()) {
            switch (holder) {
                case Holder.Session session -> person("holder", session.backend(), "");
                case Holder.Prepared prepared ->
                    line("    holder  prepared transaction " + prepared.gid() + " of "
                            + report.capabilities().databaseName(prepared.database()));
            }
        }
        for (Waiter waiter : assessed.lock().waiters()) {
            person(
                    "waiter",
                    waiter.backend(),
                    waiter.waiting() == null ? "" : ", waits for " + Span.text(waiter.waiting()));
        }
        others("poller", assessed.pollers());
        others("victim", assessed.victims());
    }

    private void others(String part, List<Integer> pids) {
        pids.forEach(pid -> report.board().backend(pid).ifPresent(one -> person(part, one, "")));
    }

    private void person(String part, Backend backend, String more) {
        line("    " + part + "  pid " + backend.pid() + "  "
                + Stream.of(
                                backend.application(),
                                backend.user(),
                                backend.client() == null ? "" : backend.client().text(),
                                backend.id().start() == null
                                        ? ""
                                        : "since " + backend.id().start())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(", "))
                + more);
        if (report.statements() && !backend.query().isBlank()) {
            line("            " + backend.query().strip().replaceAll("\\s+", " "));
        }
    }

    private void suggestion(Assessment assessed) {
        line("  → "
                + switch (assessed.suggestion()) {
                    case Suggestion.None _ -> "Nothing is to be done.";
                    case Suggestion.Wait _ -> "Wait.";
                    case Suggestion.EndHolder end ->
                        "Stop its program; if that cannot be done, end "
                                + (end.sessions().size() == 1 ? "the session:" : "the sessions:");
                    case Suggestion.EndRoot end ->
                        "End the root of the chain, not the holder: "
                                + pids(end.sessions().stream()
                                        .map(id -> id.pid())
                                        .toList()) + ".";
                    case Suggestion.CancelWaiter cancel ->
                        "Cancel the waiter, not the holder: "
                                + pids(cancel.sessions().stream()
                                        .map(id -> id.pid())
                                        .toList()) + ".";
                    case Suggestion.CancelStatement cancel ->
                        "Cancel the statement of pid " + cancel.session().pid() + ".";
                    case Suggestion.EndPrepared prepared ->
                        prepared.gid().isEmpty()
                                ? "Find the prepared transaction in pg_prepared_xacts, and roll it back or commit it."
                                : "Roll it back, or commit it: mana-studio locks rollback-prepared --gid "
                                        + quoted(prepared.gid());
                    case Suggestion.AskSuperuser ask ->
                        "Ask a superuser to end "
                                + pids(ask.sessions().stream()
                                        .map(id -> id.pid())
                                        .toList()) + ".";
                });
        if (assessed.suggestion() instanceof Suggestion.EndHolder(List<BackendId> sessions)) {
            sessions.forEach(session -> line("      mana-studio locks release" + release(assessed, session)));
        }
    }

    /// What the command wants to know to end one session.
    private String release(Assessment assessed, BackendId session) {
        LockId lock = assessed.lock().id();
        boolean here = lock.database() == report.capabilities().databaseId();
        return " --key=" + lock.key().text().replace(" ", "")
                + (here ? "" : " --database " + quoted(report.capabilities().databaseName(lock.database())))
                + " --pid " + session.pid() + " --backend-start "
                + quoted(Objects.requireNonNullElse(session.start(), "hidden"));
    }

    /// For a shell, whatever it holds.
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static String pids(List<Integer> pids) {
        return pids.stream().map(pid -> "pid " + pid).collect(Collectors.joining(", "));
    }

    private void table(List<Assessment> normal) {
        if (normal.isEmpty()) {
            return;
        }
        line("");
        int width = normal.stream()
                .limit(LINES)
                .mapToInt(one -> title(one).length())
                .max()
                .orElse(0);
        normal.stream()
                .limit(LINES)
                .forEach(one -> line(word(one.severity()) + "  " + title(one)
                        + " ".repeat(width - title(one).length()) + "  " + one.sentence()));
        if (normal.size() > LINES) {
            line("        and " + counted(normal.size() - LINES, "more", "more") + "; --json lists them.");
        }
    }

    private static String counted(int count, String one, String more) {
        return String.format(Locale.ROOT, "%,d ", count) + (count == 1 ? one : more);
    }

    /// Names are anybody's to choose: none may steer a terminal.
    private void line(String line) {
        text.append(line.replaceAll("[\\p{Cntrl}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]", "·"))
                .append('\n');
    }
}
