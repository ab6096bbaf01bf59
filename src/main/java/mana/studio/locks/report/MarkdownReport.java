package mana.studio.locks.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import mana.studio.locks.Backend;
import mana.studio.locks.Holder;
import mana.studio.locks.LockKey;
import mana.studio.locks.Waiter;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.verdict.Span;
import mana.studio.locks.verdict.Suggestion;

/// The report for people.
final class MarkdownReport {
    private final IncidentReport report;
    private final StringBuilder text = new StringBuilder();

    MarkdownReport(IncidentReport report) {
        this.report = report;
    }

    String text() {
        head();
        if (report.assessed().isEmpty()) {
            line("");
            line("No advisory lock is held.");
        }
        report.assessed().forEach(this::lock);
        deeds();
        return text.toString();
    }

    private void head() {
        Capabilities capabilities = report.capabilities();
        line("# Lock incident, "
                + DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'")
                        .withZone(ZoneOffset.UTC)
                        .format(report.takenAt().truncatedTo(ChronoUnit.SECONDS)));
        line("");
        line("- Server: "
                + code(
                        capabilities.address().isEmpty()
                                ? "local socket"
                                : capabilities.address() + ":" + capabilities.port())
                + ", PostgreSQL " + capabilities.version() / 10_000 + "."
                + capabilities.version() % 10_000 + ", since " + capabilities.started()
                + (report.board().inRecovery() ? ", a replica: its locks are its own" : ""));
        line("- Seen from database " + code(capabilities.database()) + " as " + code(capabilities.role()) + ": "
                + Rights.sentence(capabilities));
        line("- Advisory locks: " + report.board().granted() + " held, "
                + report.board().awaited() + " waited for");
    }

    private void lock(Assessment assessed) {
        LockKey key = assessed.lock().key();
        line("");
        line("## "
                + assessed.name()
                        .map(name -> (name.sure() ? "" : "maybe ") + plain(name.name()) + ": ")
                        .orElse("") + key.shown());
        line("");
        line("**" + JsonReport.severity(assessed.severity()) + "**, "
                + assessed.diagnosis().word() + ". " + plain(assessed.sentence()));
        line("");
        line("- Key: " + code(key.text()) + ", " + code(key.hex()) + " (classid " + key.classid() + ", objid "
                + key.objid() + ", objsubid " + key.objsubid() + "), database "
                + code(report.capabilities().databaseName(assessed.lock().id().database())));
        assessed.name().ifPresent(name -> line("- Named by: " + plain(name.detail())));
        assessed.evidence().forEach(sentence -> line("- " + plain(sentence)));
        assessed.unknown().forEach(sentence -> line("- Not known: " + plain(sentence)));
        line("- Suggestion: " + suggestion(assessed.suggestion()));
        tree(assessed);
    }

    private static String suggestion(Suggestion suggestion) {
        List<Integer> targets = JsonReport.targets(suggestion);
        String pids = targets.stream().map(pid -> "pid " + pid).collect(Collectors.joining(", "));
        return switch (suggestion) {
            case Suggestion.None _ -> "none";
            case Suggestion.Wait _ -> "wait";
            case Suggestion.EndHolder _ -> "end the session of " + pids;
            case Suggestion.EndRoot _ -> "end the root blocker, " + pids;
            case Suggestion.CancelWaiter _ -> "cancel the waiter, " + pids;
            case Suggestion.CancelStatement _ -> "cancel the statement of " + pids;
            case Suggestion.EndPrepared prepared ->
                "roll back, or commit, the prepared transaction"
                        + (prepared.gid().isEmpty() ? "" : " " + code(prepared.gid()));
            case Suggestion.AskSuperuser _ -> "ask a superuser to end " + pids;
        };
    }

    private void tree(Assessment assessed) {
        line("");
        line("```");
        for (int pid : assessed.roots()) {
            boolean holder = assessed.lock().sessions().stream()
                    .anyMatch(session -> session.backend().pid() == pid);
            if (!holder) {
                line("root     " + who(pid));
            }
        }
        for (Holder holder : assessed.lock().holders()) {
            switch (holder) {
                case Holder.Session session ->
                    line("holder   " + who(session.backend()) + ", " + JsonReport.modes(session.modes()));
                case Holder.Prepared prepared -> line("holder   prepared transaction " + oneLine(prepared.gid()));
            }
        }
        for (Waiter waiter : assessed.lock().waiters()) {
            line("waiter %-2s".formatted(waiter.position() + "")
                    + who(waiter.backend())
                    + (waiter.waiting() == null ? "" : ", for " + Span.text(waiter.waiting())));
        }
        assessed.pollers().forEach(pid -> line("poller   " + who(pid)));
        assessed.victims().forEach(pid -> line("victim   " + who(pid)));
        line("```");
    }

    private String who(int pid) {
        return pid == 0
                ? "a prepared transaction"
                : report.board().backend(pid).map(this::who).orElse("pid " + pid);
    }

    private String who(Backend backend) {
        String state = backend.masked() ? "hidden" : backend.state();
        String waits = backend.waitsFor() == null ? "" : ", waits for " + backend.waitsFor();
        String query =
                report.statements() && !backend.query().isBlank() ? "\n           " + oneLine(backend.query()) : "";
        return oneLine("pid " + backend.pid() + " " + (backend.application().isEmpty() ? "-" : backend.application())
                        + ", " + backend.user()
                        + (backend.client() == null
                                ? ""
                                : ", " + backend.client().text())
                        + (backend.id().start() == null
                                ? ""
                                : ", since " + backend.id().start())
                        + ", " + state + waits)
                + query;
    }

    private void deeds() {
        if (report.deeds().isEmpty()) {
            return;
        }
        line("");
        line("## What was done");
        line("");
        for (Deed deed : report.deeds()) {
            line("- " + deed.at().truncatedTo(ChronoUnit.SECONDS) + " " + deed.act() + " " + code(deed.target())
                    + " for lock " + code(deed.key()) + ": " + plain(deed.outcome()));
        }
    }

    /// Names are anybody's to choose: none may write Markdown.
    private static String plain(String words) {
        return oneLine(words).replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }

    private static String code(String words) {
        return "`" + oneLine(words).replace('`', '\'') + "`";
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\s+", " ").replace("```", "'''");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
