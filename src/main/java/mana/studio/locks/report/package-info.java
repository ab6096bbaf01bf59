/// An incident for others: a report as Markdown for a chat and as JSON (`lock-incident/1`) for scripts, the statement a
/// colleague without the studio can run, and the runbook. Texts of statements are in it only where they were asked
/// for. Imports `locks`, `locks.look`, `locks.names`, `locks.verdict`, `locks.release` and `sql`.
@NullMarked
package mana.studio.locks.report;

import org.jspecify.annotations.NullMarked;
