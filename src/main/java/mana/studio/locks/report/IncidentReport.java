package mana.studio.locks.report;

import java.time.Instant;
import java.util.List;
import mana.studio.locks.Board;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.verdict.Assessment;

/// What is told of an incident.
///
/// @param takenAt    by this computer's clock
/// @param assessed   the locks it is about, the worst first
/// @param deeds      what was done, the first first
/// @param statements whether texts of statements are told; they may hold what is private
public record IncidentReport(
        Instant takenAt,
        Capabilities capabilities,
        Board board,
        List<Assessment> assessed,
        List<Deed> deeds,
        boolean statements) {
    public IncidentReport {
        assessed = List.copyOf(assessed);
        deeds = List.copyOf(deeds);
    }

    /// For a chat or an issue.
    public String markdown() {
        return new MarkdownReport(this).text();
    }

    /// For scripts: `lock-incident/1`.
    public String json() {
        return JsonReport.of(this);
    }
}
